#include "desktop/editor/form_conditions.hpp"

#include <algorithm>
#include <array>

#include "scenarios/scenario.hpp"
#include "scoring/types.hpp"

namespace huashu::desktop {
namespace {

using app::Tree;
using FormKind = FormRow::Kind;

constexpr int deepest_shown = 6;

bool is_on(const Tree& on, std::string_view value) {
    if (on.kind() == Tree::Kind::text) return on.text() == value;
    return std::any_of(on.items().begin(), on.items().end(), [&](const Tree& item) { return item.text() == value; });
}

constexpr std::array range_keys{"anger", "trust", "patience", "turn", "stage_turn", "score", "kept", "broken"};
constexpr std::array all_keys{"acts",  "all_acts", "families",   "clean", "severity", "quality", "choice",
                              "match", "input",    "anger",      "trust", "patience", "told",    "untold",
                              "did",   "turn",     "stage_turn", "var",   "score",    "any",     "not"};

constexpr std::array memory_keys{"ending", "promised", "did",      "told",  "untold", "var", "turn",
                                 "score",  "anger",    "patience", "trust", "any",    "not"};
constexpr std::array past_keys{"remembers", "kept", "broken", "last"};

bool is_range(std::string_view key) { return std::find(range_keys.begin(), range_keys.end(), key) != range_keys.end(); }

std::string key_label(const FormNames& names, std::string_view key) {
    return names.speech().words.name("desktop.author.key.", key);
}

std::vector<FormOption> options_of_key(const FormNames& names, const std::string& pointer, const std::string& key,
                                       const Tree& value) {
    if (key == "acts" || key == "all_acts" || key == "did") return names.acts(value);
    if (key == "families") return names.families(value);
    if (key == "told" || key == "untold") return names.of_list("facts", "label", value);
    if (key == "choice") return names.choices_of(pointer, value);
    if (key == "quality") return names.named("name.quality.", {"best", "near", "bad"}, value);
    if (key == "ending") return names.of_list("endings", "title", value);
    if (key == "last") return names.named("name.rank.", {"best", "good", "mixed", "bad", "worst"}, value);
    if (key == "input")
        return names.named("desktop.author.input.", {"empty", "silent", "repeat", "off_topic", "copied", "long"},
                           value);
    std::vector<FormOption> as_they_are;
    for (const Tree& item : value.items()) as_they_are.push_back({item.text(), item.text(), true});
    return as_they_are;
}

FormRow row_of_key(const FormNames& names, const std::string& pointer, const std::string& key, const Tree& value,
                   int depth) {
    FormRow row{.kind = FormKind::names, .pointer = app::below(pointer, key), .label = key_label(names, key)};
    row.depth = depth;
    row.optional = true;
    if (is_range(key)) {
        row.kind = FormKind::range;
        row.high = key == "turn" || key == "stage_turn" || key == "kept" || key == "broken" ? 40 : 100;
    } else if (key == "clean") {
        row.kind = FormKind::key;
    } else if (key == "severity") {
        row.kind = FormKind::pick;
        row.options = names.named("name.severity.", {"note", "minor", "major", "critical"}, value);
    } else if (key == "match" || key == "remembers" || key == "promised") {
        row.kind = FormKind::patterns;
    } else {
        row.options = options_of_key(names, pointer, key, value);
    }
    return row;
}

void add_variable_rows(FormRows& rows, const FormNames& names, const std::string& pointer, const Tree& variables,
                       int depth) {
    for (const Tree::Member& member : variables.members()) {
        FormRow row{.kind = FormKind::range, .pointer = app::below(pointer, member.key)};
        row.label = key_label(names, "var") + "  " + member.key;
        row.depth = depth;
        row.optional = true;
        row.low = -99;
        row.high = 99;
        rows.push_back(std::move(row));
    }
}

void add_nested_rows(FormRows& rows, const FormNames& names, const std::string& pointer, const std::string& key,
                     const Tree& value, int depth) {
    FormRow head{.kind = FormKind::key, .pointer = app::below(pointer, key), .label = key_label(names, key)};
    head.depth = depth;
    head.optional = true;
    const std::string inner = head.pointer;
    rows.push_back(std::move(head));
    if (depth >= deepest_shown) return;
    if (key == "not") return add_condition_rows(rows, names, inner, depth + 1);
    for (std::size_t i = 0; i < value.items().size(); ++i) {
        FormRow each{.kind = FormKind::item, .pointer = app::below(inner, i)};
        each.label = names.words("desktop.author.or") + " " + std::to_string(i + 1);
        each.depth = depth + 1;
        rows.push_back(std::move(each));
        add_condition_rows(rows, names, app::below(inner, i), depth + 1);
    }
    rows.push_back(
        {.kind = FormKind::add, .pointer = inner, .label = names.words("desktop.author.add.case"), .depth = depth + 1});
}

std::string range_words(const Tree& range) {
    const Tree& low = range["min"];
    const Tree& high = range["max"];
    if (!low.is_nothing() && !high.is_nothing())
        return std::to_string(low.integer()) + "–" + std::to_string(high.integer());
    if (!low.is_nothing()) return "≥ " + std::to_string(low.integer());
    return high.is_nothing() ? "" : "≤ " + std::to_string(high.integer());
}

std::string listed(const std::vector<FormOption>& options) {
    std::string out;
    for (const FormOption& option : options)
        if (option.on) out += (out.empty() ? "" : "、") + option.label;
    return out;
}

std::string key_words(const FormNames& names, const std::string& key, const Tree& value) {
    const std::string label = key_label(names, key);
    if (key == "clean") return label;
    if (is_range(key)) return label + " " + range_words(value);
    if (key == "not") return label + "（" + condition_words(value, names.root(), names.speech()) + "）";
    std::string inner;
    if (key == "any") {
        for (const Tree& one : value.items())
            inner += (inner.empty() ? "" : "／") + condition_words(one, names.root(), names.speech());
        return label + "（" + inner + "）";
    }
    if (key == "var") {
        for (const Tree::Member& member : value.members())
            inner += (inner.empty() ? "" : "、") + member.key + " " + range_words(member.value);
        return inner;
    }
    if (key == "match") {
        for (const Tree& pattern : value.items()) inner += (inner.empty() ? "「" : "」「") + pattern.text();
        return label + inner + (inner.empty() ? "" : "」");
    }
    if (key == "severity")
        return label + " " + listed(names.named("name.severity.", {"note", "minor", "major", "critical"}, value));
    return label + "：" + listed(options_of_key(names, "", key, value));
}

}  // namespace

std::vector<FormOption> FormNames::acts(const Tree& on) const {
    std::vector<FormOption> options;
    for (std::size_t i = 0; i < scoring::act_count; ++i) {
        const std::string id(scoring::name_of(static_cast<scoring::Act>(i)));
        options.push_back({id, speech_.words.name("name.act.", id), is_on(on, id)});
    }
    return options;
}

std::vector<FormOption> FormNames::families(const Tree& on) const {
    std::vector<FormOption> options{{"*", words("desktop.author.any_family"), is_on(on, "*")}};
    for (std::size_t i = 0; i < scoring::family_count; ++i) {
        const std::string id(scoring::name_of(static_cast<scoring::Family>(i)));
        options.push_back({id, speech_.words.name("name.family.", id), is_on(on, id)});
    }
    return options;
}

std::vector<FormOption> FormNames::named(std::string_view prefix, std::initializer_list<const char*> ids,
                                         const Tree& on) const {
    std::vector<FormOption> options;
    for (const char* id : ids) options.push_back({id, speech_.words.name(prefix, id), is_on(on, id)});
    return options;
}

std::vector<FormOption> FormNames::of_list(std::string_view list, std::string_view label, const Tree& on) const {
    std::vector<FormOption> options;
    for (const Tree& item : root_[list].items()) {
        const std::string& id = item["id"].text();
        const std::string& name = item[label].text();
        options.push_back({id, name.empty() ? id : name, is_on(on, id)});
    }
    return options;
}

std::vector<FormOption> FormNames::targets(const Tree& on, bool may_be_none, bool whole) const {
    std::vector<FormOption> options;
    if (may_be_none) options.push_back({"", words("desktop.author.no_jump"), on.is_nothing()});
    for (const Tree& stage : root_["stages"].items()) {
        const std::string& id = stage["id"].text();
        const bool chosen = is_on(on, id);
        if (!whole && !chosen) continue;
        const std::string& title = stage["title"].text();
        options.push_back({id, title.empty() ? id : title, chosen});
    }
    options.push_back({"end", words("desktop.author.the_end"), is_on(on, "end")});
    return options;
}

std::vector<FormOption> FormNames::choices_of(const std::string& pointer, const Tree& on) const {
    std::vector<FormOption> options;
    const std::size_t second = pointer.find('/', 1);
    const bool in_stage = second != std::string::npos && app::lies_in(pointer, "/stages");
    const std::string stage = in_stage ? pointer.substr(0, pointer.find('/', second + 1)) : "";
    for (const Tree& choice : app::at(root_, stage)["choices"].items())
        options.push_back({choice["id"].text(), choice["id"].text(), is_on(on, choice["id"].text())});
    for (const Tree& item : on.items())
        if (std::none_of(options.begin(), options.end(), [&](const FormOption& o) { return o.value == item.text(); }))
            options.push_back({item.text(), item.text(), true});
    return options;
}

void add_condition_rows(FormRows& rows, const FormNames& names, const std::string& pointer, int depth) {
    const Tree& condition = app::at(names.root(), pointer);
    FormRow add{
        .kind = FormKind::add_key, .pointer = pointer, .label = names.words("desktop.author.add.key"), .depth = depth};
    const auto offer = [&](const auto& keys) {
        for (const char* key : keys)
            if (condition[key].is_nothing()) add.options.push_back({key, key_label(names, key)});
    };
    const bool of_past = app::lies_in(pointer, "/returning");
    if (app::lies_in(pointer, "/memories"))
        offer(memory_keys);
    else if (!of_past)
        offer(all_keys);
    if (of_past || !names.root()["after"].is_nothing()) offer(past_keys);
    if (of_past) offer(std::array{"any", "not"});
    for (const Tree::Member& member : condition.members()) {
        if (member.key == "comment") continue;
        if (member.key == "any" || member.key == "not")
            add_nested_rows(rows, names, pointer, member.key, member.value, depth);
        else if (member.key == "var")
            add_variable_rows(rows, names, app::below(pointer, "var"), member.value, depth);
        else
            rows.push_back(row_of_key(names, pointer, member.key, member.value, depth));
    }
    rows.push_back(std::move(add));
}

std::string condition_words(const Tree& condition, const Tree& root, const Speech& speech) {
    const FormNames names(root, speech);
    std::string out;
    for (const Tree::Member& member : condition.members()) {
        if (member.key == "comment") continue;
        out += (out.empty() ? "" : speech.words("desktop.author.and")) + key_words(names, member.key, member.value);
    }
    return out;
}

Tree first_value_of_key(const std::string& key) {
    const auto texts = [](const char* text) { return Tree::of(Tree::List{Tree::of(std::string(text))}); };
    const auto at_least = [](std::int64_t value) { return Tree::of(Tree::Object{{"min", Tree::of(value)}}); };
    if (key == "clean") return Tree::of_boolean(true);
    if (key == "severity") return Tree::of(std::string("major"));
    if (key == "anger") return at_least(70);
    if (key == "turn" || key == "stage_turn") return at_least(2);
    if (key == "kept" || key == "broken") return at_least(1);
    if (is_range(key)) return at_least(50);
    if (key == "acts" || key == "all_acts" || key == "did") return texts("apologize");
    if (key == "families") return texts("*");
    if (key == "quality") return texts("bad");
    if (key == "input") return texts("silent");
    if (key == "match" || key == "remembers" || key == "promised" || key == "ending") return texts("");
    if (key == "last") return texts("good");
    if (key == "remembers.condition") return Tree::of(Tree::Object{{"broken", at_least(1)}});
    if (key == "var") return Tree::of(Tree::Object{{"noted", at_least(1)}});
    const Tree one = Tree::of(Tree::Object{{"anger", at_least(70)}});
    if (key == "not") return one;
    if (key == "any") return Tree::of(Tree::List{one});
    return Tree::of(Tree::List{});
}

}  // namespace huashu::desktop
