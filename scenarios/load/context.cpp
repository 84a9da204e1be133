#include "load/context.hpp"

#include <algorithm>
#include <utility>

namespace huashu::scenarios {
namespace {

constexpr std::size_t longest_list_in_a_remedy = 12;
constexpr std::size_t usual_names = 4;  // of a stage's choices
constexpr std::size_t few_names = 16;   // up to here a look through them all is faster than a table

// Levenshtein distance in bytes; names are short and nearly always ASCII.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = std::exchange(row[j], std::min({replaced, row[j] + 1, row[j - 1] + 1}));
        }
    }
    return row[b.size()];
}

// A transposition counts two; of one or two letters nothing would be left.
std::size_t tolerated(const std::string& name) {
    return name.size() <= 2 ? name.size() - 1 : std::max<std::size_t>(2, name.size() / 3);
}

const JsonNode::Array& array_of(const JsonNode& node, std::string_view key) {
    static const JsonNode::Array none;
    if (node.kind() != JsonNode::Kind::object) return none;
    const JsonNode* found = node.find(key);
    return found != nullptr && found->kind() == JsonNode::Kind::array ? found->array() : none;
}

void add_id(NameTable& table, const JsonNode& node) {
    if (node.kind() != JsonNode::Kind::object) return;
    const JsonNode* id = node.find("id");
    if (id != nullptr && id->kind() == JsonNode::Kind::string) table.add(id->string());
}

void add_variables(NameTable& table, const JsonNode& node) {
    if (node.kind() != JsonNode::Kind::object) return;
    const JsonNode* set = node.find("set");
    if (set == nullptr || set->kind() != JsonNode::Kind::object) return;
    for (const JsonNode::Member& member : set->object()) table.add(member.key);
}

void gather_rules(Names& names, const JsonNode& owner, std::string_view key) {
    for (const JsonNode& rule : array_of(owner, key)) add_variables(names.variables, rule);
}

}  // namespace

bool NameTable::add(const std::string& name) {
    if (names_.size() < few_names) {
        if (find(name) >= 0) return false;
        if (names_.empty()) names_.reserve(usual_names);
        names_.push_back(name);
        return true;
    }
    if (numbers_.empty())
        for (std::size_t i = 0; i < few_names; ++i) numbers_.emplace(names_[i], static_cast<int>(i));
    const bool fresh = numbers_.emplace(name, static_cast<int>(names_.size())).second;
    if (fresh) names_.push_back(name);
    return fresh;
}

int NameTable::find(const std::string& name) const {
    if (numbers_.empty()) {
        const auto found = std::find(names_.begin(), names_.end(), name);
        return found == names_.end() ? -1 : static_cast<int>(found - names_.begin());
    }
    const auto found = numbers_.find(name);
    return found == numbers_.end() ? -1 : found->second;
}

std::string NameTable::suggest(const std::string& name) const {
    if (name.empty()) return "write its id";
    if (names_.empty()) return "there is none; add it, or take the mention out";
    const auto nearest = std::min_element(names_.begin(), names_.end(), [&](const auto& a, const auto& b) {
        return distance(a, name) < distance(b, name);
    });
    if (distance(*nearest, name) <= tolerated(name)) return "did you mean \"" + *nearest + "\"?";
    if (names_.size() > longest_list_in_a_remedy) return "there are " + std::to_string(names_.size()) + " others";
    std::string list = "known: ";
    for (const std::string& known : names_) list += (&known == &names_.front() ? "" : ", ") + known;
    return list;
}

void LoadContext::report(std::size_t offset, std::string code, std::string text, std::string remedy,
                         Level level) const {
    problems.push_back(diagnose(source, offset, std::move(code), std::move(text), std::move(remedy), level));
}

Names gather_names(const JsonNode& root) {
    Names names;
    for (const JsonNode& fact : array_of(root, "facts")) add_id(names.facts, fact);
    for (const JsonNode& stage : array_of(root, "stages")) {
        add_id(names.stages, stage);
        for (const JsonNode& choice : array_of(stage, "choices")) {
            add_id(names.choices, choice);
            add_variables(names.variables, choice);
        }
        gather_rules(names, stage, "reactions");
    }
    gather_rules(names, root, "reactions");
    gather_rules(names, root, "events");
    for (const JsonNode& rule : array_of(root, "returning")) add_variables(names.variables, rule);
    for (const JsonNode& ending : array_of(root, "endings")) add_id(names.endings, ending);
    if (root.kind() == JsonNode::Kind::object)
        if (const JsonNode* record = root.find("record"))
            for (const JsonNode& promise : array_of(*record, "promises")) add_id(names.promises, promise);
    return names;
}

}  // namespace huashu::scenarios
