#include "match/lists.hpp"

#include <algorithm>

#include "base/edit_distance.hpp"
#include "match/limits.hpp"
#include "match/measure.hpp"
#include "match/parser.hpp"

namespace huashu::scoring::match {

Lists::List* Lists::find(const std::string& name) {
    if (const auto known = parsed_.find(name); known != parsed_.end()) return &known->second;
    const auto found = lists_.find(name);
    if (found == lists_.end()) return nullptr;
    if (std::find(in_progress_.begin(), in_progress_.end(), name) != in_progress_.end()) {
        // Remembered, so that whoever comes by this name again gets the same answer.
        List& cyclic = parsed_[name];
        cyclic.problem = PatternProblem{0, "cyclic-list", "the word list \"" + name + "\" contains itself",
                                        "remove the entry that leads back to it"};
        return &cyclic;
    }
    if (in_progress_.size() >= max_list_depth) {
        List& deep = parsed_[name];
        deep.problem = PatternProblem{
            0, "too-deep", "word lists name each other more than " + std::to_string(max_list_depth) + " deep",
            "put the words into fewer lists"};
        return &deep;
    }
    in_progress_.push_back(name);
    List list = parse(name, found->second);
    in_progress_.pop_back();
    const auto [at, is_new] = parsed_.try_emplace(name, std::move(list));
    return &at->second;
}

Lists::List Lists::parse(const std::string& name, const std::vector<std::string>& entries) {
    List list;
    list.choice.kind = Node::Kind::choice;
    if (entries.empty() || entries.size() > max_list_entries) {
        list.problem =
            entries.empty()
                ? PatternProblem{0, "empty-list", "the word list \"" + name + "\" is empty", "add words to it"}
                : PatternProblem{0, "too-large", "the word list \"" + name + "\" has too many entries", "split it"};
        return list;
    }
    list.choice.children.reserve(entries.size());
    for (const std::string& entry : entries) {
        Parsed parsed = parse_pattern(entry, *this, Role::list_entry);
        if (!parsed.problems.empty()) {
            const PatternProblem& first = parsed.problems.front();
            list.problem = PatternProblem{
                0, first.code, "the entry \"" + entry + "\" of the word list \"" + name + "\": " + first.text,
                first.remedy};
            return list;
        }
        list.choice.children.push_back(std::move(parsed.root));
    }
    list.lengths = lengths_of(list.choice, *this);
    list.nodes = count_nodes(list.choice, *this);
    return list;
}

std::string Lists::nearest_name(const std::string& name) const {
    std::vector<std::string_view> names;
    for (const auto& list : lists_) names.push_back(list.first);
    return std::string(nearest_word(name, names));
}

}  // namespace huashu::scoring::match
