#include "desktop/editor/rules_view.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "desktop/views/problem_words.hpp"
#include "desktop/views/text_search.hpp"
#include "scoring/explanation.hpp"
#include "scoring/text.hpp"

namespace huashu::desktop {
namespace {

using app::Tree;

struct RuleTrouble {
    int errors = 0, warnings = 0;
};

std::unordered_map<std::string, RuleTrouble> trouble_by_rule(const RulesDesk& desk) {
    std::unordered_map<std::string, RuleTrouble> counts;
    if (!desk.report) return counts;
    for (const app::RuleFinding& finding : desk.report->findings) {
        RuleTrouble& count = counts[app::rule_at(finding.pointer)];
        ++(finding.level == Level::error ? count.errors : count.warnings);
    }
    return counts;
}

const std::string& of_rule(const Tree& rule) {
    const std::string& family = rule["family"].text();
    return family.empty() ? rule["act"].text() : family;
}

std::string of_words(const Tree& rule, const Speech& speech) {
    const std::string& family = rule["family"].text();
    if (!family.empty()) return speech.words.name("name.family.", family);
    const std::string& act = rule["act"].text();
    if (!act.empty()) return speech.words.name("name.act.", act);
    const std::string& dimension = rule["dimension"].text();
    return dimension.empty() ? "" : speech.words.name("name.dimension.", dimension);
}

// All texts of a tree, each on a line of its own.
void read_words(const Tree& value, std::u32string& words) {
    if (value.kind() == Tree::Kind::text) words += scoring::canonicalise(value.text()).chars + U'\n';
    for (const Tree& item : value.items()) read_words(item, words);
    for (const Tree::Member& member : value.members()) read_words(member.value, words);
}

std::string example_text(const Tree& example) {
    std::string text = example.kind() == Tree::Kind::text ? example.text() : example["text"].text();
    for (const char* mark : {"[[", "]]"})
        for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark)) text.erase(at, 2);
    return text;
}

// What people would know the rule by: its first example, else what it is for.
std::string headline_of(const Tree& rule) {
    const auto& hits = rule["hits"].items();
    const std::string hit = hits.empty() ? "" : example_text(hits.front());
    return hit.empty() ? rule["reason"].text() : hit;
}

bool lets_through(const RulesFilter& filter, const Tree& rule, const RuleRow& row) {
    if (!filter.kind.empty() && rule["kind"].text() != filter.kind) return false;
    if (!filter.of.empty() && of_rule(rule) != filter.of) return false;
    if (filter.only_wrong && row.errors + row.warnings == 0) return false;
    return !filter.only_own || row.own;
}

std::string rule_place_words(const RulesDesk& desk, const std::string& pointer, const Speech& speech) {
    const std::string rule = app::rule_at(pointer);
    if (rule.empty()) {
        const std::string name = app::last_of(pointer);
        return name.empty() ? speech.words("desktop.rules.whole_pack") : name;
    }
    std::string out = app::at(desk.document.root(), rule)["id"].text();
    if (pointer.size() <= rule.size()) return out;
    const std::string_view inner = std::string_view(pointer).substr(rule.size() + 1);
    const std::string key(inner.substr(0, inner.find('/')));
    out += " › " + speech.words.name("desktop.rules.field.", key);
    const int index = app::index_of(pointer);
    return index < 0 ? out : out + " " + std::to_string(index + 1);
}

}  // namespace

const std::u32string& ReadRules::words_of(const std::string& pointer, const Tree& rule) {
    Read& read = read_[pointer];
    if (!read.rule.same(rule)) {
        read = {rule, {}};
        read_words(rule, read.words);
    }
    return read.words;
}

RuleListView make_rule_list(const RulesDesk& desk, ReadRules& read, const Speech& speech) {
    RuleListView view;
    const Tree& root = desk.document.root();
    const std::unordered_map<std::string, RuleTrouble> troubles = trouble_by_rule(desk);
    const TextSearch search(desk.filter.search);
    for (const std::string& pointer : app::rule_pointers(root)) {
        const Tree& rule = app::at(root, pointer);
        RuleRow row{pointer, rule["id"].text()};
        if (const auto trouble = troubles.find(pointer); trouble != troubles.end()) {
            row.errors = trouble->second.errors;
            row.warnings = trouble->second.warnings;
        }
        row.own = desk.differing.contains(row.id) || !rule.same(app::at(desk.opened_root, pointer));
        ++view.all;
        if (!lets_through(desk.filter, rule, row)) continue;
        if (!search.empty() && !search.finds_read(read.words_of(pointer, rule))) continue;
        row.kind = speech.words.name("desktop.rules.kind.", rule["kind"].text());
        row.of = of_words(rule, speech);
        row.headline = speech.content(headline_of(rule));
        view.rows.push_back(std::move(row));
    }
    if (desk.report)
        for (const app::RuleFinding& finding : desk.report->findings)
            ++(finding.level == Level::error ? view.errors : view.warnings);
    return view;
}

std::vector<RuleProblemRow> make_rule_problems(const RulesDesk& desk, const Speech& speech) {
    std::vector<RuleProblemRow> rows;
    if (!desk.report) return rows;
    for (const app::RuleFinding& finding : desk.report->findings) {
        rows.push_back({finding.level, problem_words(finding.code, finding.text, speech),
                        problem_detail(finding.code, finding.remedy, speech),
                        rule_place_words(desk, finding.pointer, speech), finding.pointer});
    }
    return rows;
}

WordListsView make_word_lists(const RulesDesk& desk, const std::string& looked_for, const Speech& speech) {
    WordListsView view;
    const TextSearch search(looked_for);
    const Tree& root = desk.document.root();
    std::map<std::string, std::vector<std::string>> lists_of;  // by entry
    for (const std::string& pointer : app::word_list_pointers(root)) {
        const std::string name = app::last_of(pointer);
        const auto& words = app::at(root, pointer)["words"].items();
        view.lists.push_back({pointer, name, words.size()});
        for (const Tree& word : words) lists_of[word.text()].push_back(name);
    }
    const Tree& open = app::at(root, desk.list);
    view.about = speech.content(open["about"].text());
    for (const Tree& other : open["extends"].items()) view.extends += (view.extends.empty() ? "" : "、") + other.text();
    const std::string name = app::last_of(desk.list);
    const std::string words_at = app::below(desk.list, "words");
    for (std::size_t i = 0; i < open["words"].items().size(); ++i) {
        const std::string& text = open["words"].items()[i].text();
        WordRow row{app::below(words_at, i), text, {}};
        const std::vector<std::string>& holders = lists_of[text];
        if (std::count(holders.begin(), holders.end(), name) > 1) row.clash = speech.words("desktop.rules.word_twice");
        for (const std::string& other : holders)
            if (other != name && row.clash.empty())
                row.clash = speech.words("desktop.rules.word_elsewhere", {{"list", other}});
        if (!row.clash.empty()) ++view.clashes;
        if (search.finds(text)) view.words.push_back(std::move(row));
    }
    return view;
}

}  // namespace huashu::desktop
