#include "author/rule_edits.hpp"

#include <algorithm>
#include <set>

#include "scoring/types.hpp"

namespace huashu::app {
namespace {

constexpr std::string_view own_rules_file = "own/rules.json";

Tree rule_text(std::string text = {}) { return Tree::of(std::move(text)); }
Tree rule_texts(std::initializer_list<const char*> texts) {
    Tree::List items;
    for (const char* text : texts) items.push_back(rule_text(text));
    return Tree::of(std::move(items));
}

// With an empty rules file of the author's own, unless there is one.
Tree with_own_file(const Tree& root) {
    const std::string pointer = below("", own_rules_file);
    if (!at(root, pointer).is_nothing()) return root;
    return with(root, pointer,
                Tree::of(Tree::Object{{"format", rule_text("huashu-rules")},
                                      {"version", Tree::of(std::int64_t{1})},
                                      {"about", rule_text("Rules of our own")},
                                      {"lists", Tree::of(Tree::Object{})},
                                      {"rules", Tree::of(Tree::List{})}}));
}

Tree weighed(const char* dimension) {
    return Tree::of(Tree::Object{{"weight", Tree::of(std::int64_t{10})}, {"dimension", rule_text(dimension)}});
}

// What the kind wants besides what all rules have.
Tree::Object body_of_kind(const std::string& kind, const std::string& of) {
    if (kind == "forbid")
        return {{"family", rule_text(of)}, {"severity", rule_text("minor")}, {"match", rule_texts({""})}};
    if (kind == "act") return {{"act", rule_text(of)}, {"match", rule_texts({""})}};
    if (kind == "context") return {{"side", rule_text("before")}, {"markers", rule_texts({""})}};
    if (kind == "require") {
        Tree::Object body = weighed("empathy").members();
        body.push_back({"acts", rule_texts({"empathize"})});
        return body;
    }
    if (kind == "order") return {{"first", new_rule_condition()}, {"then", new_rule_condition()}};
    if (kind == "pair")
        return {{"trigger", new_rule_condition()}, {"with", Tree::of(Tree::List{new_rule_condition()})}};
    if (kind == "limit") return {{"count", rule_text("chars")}, {"max", Tree::of(std::int64_t{200})}};
    if (kind == "echo") return {{"owner", rule_texts({""})}, {"match", rule_texts({""})}};
    if (kind == "memory") return {{"match", rule_texts({""})}, {"known", rule_texts({""})}};
    if (kind == "learned")
        return {{"family", rule_text(of)}, {"severity", rule_text("minor")}, {"sure", Tree::of(std::int64_t{90})}};
    return {{"match", rule_texts({""})}, {"say", rule_text()}};  // prefer
}

}  // namespace

bool says_the_same(const Tree& one, const Tree& other) {
    if (one.same(other)) return true;
    if (one.kind() != other.kind()) return false;
    if (one.kind() == Tree::Kind::list)
        return std::equal(one.items().begin(), one.items().end(), other.items().begin(), other.items().end(),
                          says_the_same);
    if (one.kind() != Tree::Kind::object) return one == other;
    return one.members().size() == other.members().size() &&
           std::all_of(one.members().begin(), one.members().end(),
                       [&](const Tree::Member& member) { return says_the_same(member.value, other[member.key]); });
}

Tree new_rule_condition() { return Tree::of(Tree::Object{{"match", rule_texts({""})}}); }

std::vector<std::string> rule_pointers(const Tree& root) {
    std::vector<std::string> pointers;
    for (const Tree::Member& file : root.members()) {
        const std::string list = below(below("", file.key), "rules");
        const std::size_t count = file.value["rules"].items().size();
        for (std::size_t i = 0; i < count; ++i) pointers.push_back(below(list, i));
    }
    return pointers;
}

std::string rule_pointer_of(const Tree& root, std::string_view id) {
    for (const Tree::Member& file : root.members()) {
        const auto& rules = file.value["rules"].items();
        for (std::size_t i = 0; i < rules.size(); ++i)
            if (rules[i]["id"].text() == id) return below(below(below("", file.key), "rules"), i);
    }
    return {};
}

std::string rule_at(std::string_view pointer) {
    const std::size_t rules = pointer.find("/rules/");
    if (rules == std::string_view::npos) return {};
    return std::string(pointer.substr(0, std::min(pointer.find('/', rules + 7), pointer.size())));
}

std::vector<std::string> word_list_pointers(const Tree& root) {
    std::vector<std::string> pointers;
    for (const Tree::Member& file : root.members())
        for (const Tree::Member& list : file.value["lists"].members())
            pointers.push_back(below(below(below("", file.key), "lists"), list.key));
    return pointers;
}

bool is_rule_id(std::string_view id) {
    const auto good = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.'; };
    return id.size() > 1 && id.front() >= 'a' && id.front() <= 'z' && id.back() != '.' && id.back() != '_' &&
           std::all_of(id.begin(), id.end(), good);
}

std::string fresh_rule_id(const Tree& root, const std::string& base) {
    std::set<std::string> taken;
    for (const std::string& pointer : rule_pointers(root)) taken.insert(at(root, pointer)["id"].text());
    std::string id = base;
    for (int number = 2; taken.contains(id); ++number) id = base + "_" + std::to_string(number);
    return id;
}

Placed with_new_rule(const Tree& root, const std::string& kind, const std::string& of) {
    // What it is of may be the filter of the list: an act says nothing about a fault.
    std::string subject = of;
    if (kind == "act")
        subject = scoring::parse_act(of) ? of : "apologize";
    else if (kind == "forbid" || kind == "learned")
        subject = scoring::parse_family(of) ? of : "deflect";
    else
        subject = kind;
    Tree::Object rule{{"id", rule_text(fresh_rule_id(root, subject + ".own"))}, {"kind", rule_text(kind)}};
    for (Tree::Member& member : body_of_kind(kind, subject)) rule.push_back(std::move(member));
    rule.push_back({"source", rule_text("§3.3")});
    rule.push_back({"reason", rule_text()});
    if (kind != "act" && kind != "context" && kind != "prefer") rule.push_back({"instead", rule_text()});
    rule.push_back({"hits", rule_texts({""})});
    rule.push_back({"misses", rule_texts({""})});
    const Tree made = with_own_file(root);
    const std::string list = below(below("", own_rules_file), "rules");
    const std::size_t end = at(made, list).items().size();
    return {with_inserted(made, list, end, Tree::of(std::move(rule))), below(list, end)};
}

Placed with_rule_copy(const Tree& root, const std::string& pointer) {
    const Tree& rule = at(root, pointer);
    const auto index = static_cast<std::size_t>(std::max(0, index_of(pointer)));
    const std::string list(parent_of(pointer));
    const Tree copy = with(rule, "/id", rule_text(fresh_rule_id(root, rule["id"].text() + "_copy")));
    return {with_inserted(root, list, index + 1, copy), below(list, index + 1)};
}

Tree with_rule_id(const Tree& root, const std::string& pointer, const std::string& id) {
    const std::string old = at(root, pointer)["id"].text();
    Tree changed = with(root, below(pointer, "id"), rule_text(id));
    if (at(root, pointer)["kind"].text() != "context") return changed;
    for (const std::string& rule : rule_pointers(root)) {
        const auto& ignored = at(root, rule)["ignore"].items();
        for (std::size_t i = 0; i < ignored.size(); ++i)
            if (ignored[i].text() == old) changed = with(changed, below(below(rule, "ignore"), i), rule_text(id));
    }
    return changed;
}

Placed with_new_word_list(const Tree& root, const std::string& name) {
    const std::string pointer = below(below(below("", own_rules_file), "lists"), name);
    const Tree empty = Tree::of(Tree::Object{{"words", Tree::of(Tree::List{})}});
    return {with(with_own_file(root), pointer, empty), pointer};
}

Tree with_words(const Tree& root, const std::string& list_pointer, const std::vector<std::string>& patterns) {
    const std::string place = below(list_pointer, "words");
    Tree::List words = at(root, place).items();
    std::set<std::string> there;
    for (const Tree& word : words) there.insert(word.text());
    for (const std::string& pattern : patterns)
        if (!pattern.empty() && there.insert(pattern).second) words.push_back(rule_text(pattern));
    return with(root, place, Tree::of(std::move(words)));
}

Tree with_example(const Tree& root, const std::string& pointer, bool is_hit, const ReplyExample& reply,
                  std::size_t begin, std::size_t end) {
    std::string text = reply.text;
    const std::string& kind = at(root, pointer)["kind"].text();
    const bool takes_marks = kind != "require" && kind != "limit" && is_hit;
    if (takes_marks && end > begin && end <= text.size()) text = text.insert(end, "]]").insert(begin, "[[");
    Tree example = rule_text(text);
    if (!reply.owner.empty() || !reply.complaint.empty() || !reply.step.empty()) {
        Tree::Object around{{"text", example}};
        if (!reply.owner.empty()) around.push_back({"owner", rule_text(reply.owner)});
        if (!reply.complaint.empty()) around.push_back({"complaint", rule_text(reply.complaint)});
        if (!reply.step.empty())
            around.push_back(
                {"step", reply.step.size() == 1 ? Tree::of(std::int64_t{reply.step[0] - '0'}) : rule_text(reply.step)});
        example = Tree::of(std::move(around));
    }
    const std::string list = below(pointer, is_hit ? "hits" : "misses");
    const auto& there = at(root, list).items();
    // A place that was left empty for it is taken.
    if (there.size() == 1 && there.front().kind() == Tree::Kind::text && there.front().text().empty())
        return with(root, below(list, std::size_t{0}), example);
    return with_inserted(root, list, there.size(), example);
}

}  // namespace huashu::app
