#include "rules/word_list.hpp"

#include <algorithm>
#include <set>

#include "base/edit_distance.hpp"
#include "rules/checks.hpp"

namespace huashu::scoring {
namespace {

std::string name_place(const PackData& pack, Site site) {
    const Place place = pack.file_of(site).place_of(site.offset);
    return place.file + ":" + std::to_string(place.line);
}

/// Follows `extends` and `{name}` through the lists, each list once, cutting cycles.
class Resolver {
public:
    Resolver(const WrittenLists& lists, const PackData& pack, Diagnostics& problems)
        : lists_(lists), pack_(pack), problems_(problems) {
        for (const auto& entry : lists_) names_.push_back(entry.first);
    }

    WordLists run() {
        for (const auto& entry : lists_) visit(entry.first);
        return std::move(resolved_);
    }

private:
    enum class Mark : std::uint8_t { open, done };

    /// False when the list is being visited already: following it would close a cycle.
    bool visit(const std::string& name) {
        const auto [mark, is_new] = marks_.try_emplace(name, Mark::open);
        if (!is_new) return mark->second == Mark::done;
        const WordList& list = lists_.find(name)->second;
        std::vector<std::string> words;
        for (const WrittenText& word : list.words)
            if (check_entry(name, word)) words.push_back(word.text);
        for (const WrittenText& base : list.extends)
            if (follow(name, base.text, base.site)) append(words, resolved_.find(base.text)->second);
        resolved_[name] = std::move(words);
        marks_.find(name)->second = Mark::done;
        return true;
    }

    static void append(std::vector<std::string>& words, const std::vector<std::string>& more) {
        for (const std::string& word : more) words.push_back(word);
    }

    bool check_entry(const std::string& name, const WrittenText& word) {
        bool sound = true;
        for (const std::string& used : list_names_in(word.text)) sound = follow(name, used, word.site) && sound;
        if (has_gap_or_anchor(word.text)) {
            problems_.push_back(diagnose_at(pack_, word.site, "list-entry",
                                            "an entry of a word list has no gaps and no anchors",
                                            "use ~, ^, $, <start> and <end> in the rules' own patterns"));
            sound = false;
        }
        const bool plain = word.text.find_first_of("()[]{}<>|\\") == std::string::npos;
        return sound && (plain || check_pattern(pack_, word, parsed_, problems_));
    }

    bool follow(const std::string& from, const std::string& to, Site site) {
        if (!lists_.contains(to)) {
            const std::string_view near = nearest_word(to, names_);
            problems_.push_back(diagnose_at(pack_, site, "unknown-list", "no word list is called \"" + to + "\"",
                                            near.empty() ? "" : "did you mean \"" + std::string(near) + "\"?"));
            return false;
        }
        if (visit(to)) return true;
        problems_.push_back(diagnose_at(pack_, site, "cyclic-list",
                                        "\"" + from + "\" and \"" + to + "\" contain each other",
                                        "take this entry out of one of them"));
        return false;
    }

    static bool has_gap_or_anchor(std::string_view pattern) {
        for (std::size_t i = 0; i < pattern.size(); ++i) {
            const char c = pattern[i];
            if (c == '\\') {
                ++i;
                continue;
            }
            const std::string_view rest = pattern.substr(i);
            if (c == '~' || c == '^' || c == '$' || rest.starts_with("<start>") || rest.starts_with("<end>"))
                return true;
        }
        return false;
    }

    const WrittenLists& lists_;
    const PackData& pack_;
    Diagnostics& problems_;
    std::vector<std::string_view> names_;
    std::map<std::string, Mark, std::less<>> marks_;
    WordLists resolved_;
    match::Lists parsed_{resolved_};  // every list that an entry names is resolved before the entry is checked
};

WordList read_list(const RuleInput& parent, const JsonNode& node) {
    ObjectReader in(parent.in.source(), node, parent.in.problems());
    const RuleInput input{in, parent.file};
    WordList list;
    list.site = input.site_of(node);
    list.words = read_texts(input, "words");
    list.extends = read_texts(input, "extends");
    (void)in.optional_string("about");
    if (node.kind() == JsonNode::Kind::object && list.words.empty() && list.extends.empty())
        report_at(parent, node, "empty-list", "this word list has no words", "give it \"words\" or \"extends\"");
    in.done();
    return list;
}

bool is_list_name(std::string_view name) {
    return !name.empty() && name.find_first_of("{}()[]|<>~^$\\ ") == std::string_view::npos;
}

}  // namespace

void read_lists(const RuleInput& input, const PackData& pack, WrittenLists& lists) {
    const JsonNode* node = input.in.member("lists");
    if (node == nullptr) return;
    if (node->kind() != JsonNode::Kind::object) {
        report_at(input, *node, "wrong-type", "\"lists\" must be an object of word lists by name");
        return;
    }
    for (const JsonNode::Member& member : node->object()) {
        WordList list = read_list(input, member.value);
        list.site.offset = static_cast<std::uint32_t>(member.key_offset);
        if (!is_list_name(member.key))
            report_at(input, member.value, "bad-name",
                      "a list's name has no blanks and none of { } ( ) [ ] | < > ~ ^ $ \\");
        if (const auto taken = lists.find(member.key); taken != lists.end()) {
            report_at(input, member.value, "duplicate-list",
                      "the list \"" + member.key + "\" is defined already, at " + name_place(pack, taken->second.site),
                      "rename one of them, or put the words together");
            continue;
        }
        lists.emplace(member.key, std::move(list));
    }
}

WordLists resolve_lists(const WrittenLists& lists, const PackData& pack, Diagnostics& problems) {
    return Resolver(lists, pack, problems).run();
}

std::vector<std::string> list_names_in(std::string_view pattern) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '\\') {
            ++i;
        } else if (pattern[i] == '{') {
            const std::size_t close = pattern.find('}', i);
            if (close == std::string_view::npos) break;
            names.emplace_back(pattern.substr(i + 1, close - i - 1));
            i = close;
        }
    }
    return names;
}

}  // namespace huashu::scoring
