#include "desktop/editor/rule_form_rows.hpp"

#include <algorithm>

#include "desktop/views/problem_words.hpp"
#include "scoring/types.hpp"

namespace huashu::desktop {

using app::Tree;
using RuleRowKind = FormRow::Kind;

RuleFormRows::RuleFormRows(const RulesDesk& desk, const Speech& speech)
    : desk_(desk), root_(desk.document.root()), speech_(speech), rule_(desk.selected), kind_(at("kind").text()) {}

void RuleFormRows::text(const std::string& key, bool wrapped) {
    rows_.push_back({.kind = RuleRowKind::text, .pointer = place(key), .label = field(key), .value = at(key).text()});
    rows_.back().wrapped = wrapped;
    notes(place(key));
}

void RuleFormRows::number(const std::string& key, int low, int high, bool optional, std::string label) {
    FormRow row{.kind = RuleRowKind::number, .pointer = place(key), .label = label.empty() ? field(key) : label};
    row.low = low;
    row.high = high;
    row.optional = optional;
    rows_.push_back(std::move(row));
    notes(place(key));
}

void RuleFormRows::range(const std::string& key) {
    rows_.push_back({.kind = RuleRowKind::range, .pointer = place(key), .label = field(key)});
    notes(place(key));
}

void RuleFormRows::flag(const std::string& key) {
    rows_.push_back({.kind = RuleRowKind::flag, .pointer = place(key), .label = field(key)});
    notes(place(key));
}

void RuleFormRows::pick(const std::string& key, std::vector<FormOption> options, bool may_be_none, int depth) {
    pick_at(place(key), field(key), std::move(options), may_be_none, depth);
}

void RuleFormRows::pick_at(const std::string& pointer, std::string label, std::vector<FormOption> options,
                           bool may_be_none, int depth) {
    if (may_be_none) options.insert(options.begin(), {"", speech_.words("desktop.rules.as_usual"), false});
    mark_on(options, app::at(root_, pointer));
    if (may_be_none) options.front().on = app::at(root_, pointer).is_nothing();
    FormRow row{.kind = RuleRowKind::pick, .pointer = pointer, .label = std::move(label), .depth = depth};
    row.options = std::move(options);
    rows_.push_back(std::move(row));
    notes(pointer);
}

void RuleFormRows::names(const std::string& key, std::vector<FormOption> options) {
    names_at(place(key), field(key), std::move(options), 0);
}

void RuleFormRows::names_at(const std::string& pointer, std::string label, std::vector<FormOption> options, int depth,
                            bool as_text) {
    mark_on(options, app::at(root_, pointer));
    FormRow row{.kind = RuleRowKind::names, .pointer = pointer, .label = std::move(label), .depth = depth};
    row.options = std::move(options);
    row.as_text = as_text;
    rows_.push_back(std::move(row));
    notes(pointer);
}

// A line each, what is wrong with it below it.
void RuleFormRows::patterns(const std::string& key) { patterns_at(place(key), field(key), 0); }

void RuleFormRows::patterns_at(const std::string& list, const std::string& label, int depth) {
    rows_.push_back({.kind = RuleRowKind::key, .pointer = "#" + list, .label = label, .depth = depth});
    const auto& items = app::at(root_, list).items();
    for (std::size_t i = 0; i < items.size(); ++i) wrapped_row(app::below(list, i), items[i].text(), depth);
    add_row(list, "pattern", Tree::of(std::string{}), depth);
    notes(list, true);
}

void RuleFormRows::wrapped_row(const std::string& pointer, const std::string& value, int depth, bool optional) {
    FormRow row{.kind = RuleRowKind::text, .pointer = pointer, .label = {}, .value = value, .depth = depth};
    row.wrapped = true;
    row.optional = optional;
    rows_.push_back(std::move(row));
    notes(pointer);
}

void RuleFormRows::add_row(const std::string& list, const std::string& what, Tree fresh, int depth) {
    FormRow row{.kind = RuleRowKind::add,
                .pointer = list,
                .label = speech_.words.name("desktop.rules.add.", what),
                .depth = depth};
    row.fresh = std::move(fresh);
    rows_.push_back(std::move(row));
}

void RuleFormRows::conditions(const std::string& key) {
    const std::string list = place(key);
    rows_.push_back({.kind = RuleRowKind::key, .pointer = "#" + list, .label = field(key)});
    const auto& items = app::at(root_, list).items();
    for (std::size_t i = 0; i < items.size(); ++i) {
        FormRow head{.kind = RuleRowKind::item, .pointer = app::below(list, i)};
        head.label = speech_.words("desktop.rules.condition_number", {{"number", std::to_string(i + 1)}});
        rows_.push_back(std::move(head));
        condition_rows(app::below(list, i), items[i], 1);
    }
    add_row(list, "condition", app::new_rule_condition(), 0);
    notes(list, true);
}

void RuleFormRows::condition(const std::string& key) {
    rows_.push_back({.kind = RuleRowKind::key, .pointer = "#" + place(key), .label = field(key)});
    condition_rows(place(key), at(key), 1);
    notes(place(key), true);
}

void RuleFormRows::condition_rows(const std::string& pointer, const Tree& condition, int depth) {
    const auto place_of = [&](const char* key) { return app::below(pointer, key); };
    bool asks = false;
    for (const Tree::Member& member : condition.members()) {
        const std::string inner = app::below(pointer, member.key);
        if (member.key == "match") {
            patterns_at(inner, field("match"), depth);
        } else if (member.key == "acts" || member.key == "families") {
            names_at(inner, field(member.key), member.key == "acts" ? acts() : families(), depth);
        } else if (member.key == "complaint") {
            names_at(inner, field("complaint"), named("name.complaint.", {"service", "facility", "safety"}), depth);
        } else if (member.key == "steps") {
            names_at(inner, field("steps"), steps(), depth, false);
        } else if (member.key == "anger") {
            rows_.push_back({.kind = RuleRowKind::range, .pointer = inner, .label = field("anger"), .depth = depth});
        } else {
            continue;
        }
        asks = true;
    }
    if (!condition["not"].is_nothing())
        rows_.push_back({.kind = RuleRowKind::flag, .pointer = place_of("not"), .label = field("not")});
    if (!condition["in"].is_nothing())
        pick_at(place_of("in"), field("in"),
                named("desktop.rules.in.",
                      {"clause", "sentence", "next", "before", "after", "around", "reply", "owner", "earlier"}),
                true, depth);
    for (const char* key : {"within", "turns"})
        if (!condition[key].is_nothing()) {
            rows_.push_back(
                {.kind = RuleRowKind::number, .pointer = place_of(key), .label = field(key), .depth = depth});
            rows_.back().low = 1;
            rows_.back().high = 1000;
            rows_.back().optional = true;
        }
    if (!condition["which"].is_nothing())
        pick_at(place_of("which"), field("which"), named("desktop.rules.which.", {"any", "first", "last", "every"}),
                true, depth);
    add_key_row(pointer, condition, asks, depth);
}

void RuleFormRows::add_key_row(const std::string& pointer, const Tree& condition, bool asks, int depth) {
    FormRow add{.kind = RuleRowKind::add_key,
                .pointer = pointer,
                .label = speech_.words("desktop.rules.add.key"),
                .depth = depth};
    const auto texts = [](const char* text) { return Tree::of(Tree::List{Tree::of(std::string(text))}); };
    const auto offer = [&](const char* key, Tree fresh) {
        if (condition[key].is_nothing()) add.options.push_back({key, field(key), false, std::move(fresh)});
    };
    if (!asks) {
        offer("match", texts(""));
        offer("acts", texts("apologize"));
        offer("families", texts("deflect"));
        offer("complaint", texts("facility"));
        offer("steps", Tree::of(Tree::List{Tree::of(std::int64_t{1})}));
        offer("anger", Tree::of(Tree::Object{{"min", Tree::of(std::int64_t{60})}}));
    }
    offer("not", Tree::of_boolean(true));
    offer("in", Tree::of(std::string("reply")));
    offer("within", Tree::of(std::int64_t{12}));
    offer("turns", Tree::of(std::int64_t{2}));
    offer("which", Tree::of(std::string("any")));
    rows_.push_back(std::move(add));
}

// What the check says of a place; `only_here`: not of what lies within, which has rows of its own.
void RuleFormRows::notes(const std::string& pointer, bool only_here) {
    if (!desk_.report || desk_.report->revision != desk_.document.revision()) return;
    for (const app::RuleFinding& finding : desk_.report->findings) {
        if (only_here ? finding.pointer != pointer : !app::lies_in(finding.pointer, pointer)) continue;
        FormRow row{.kind = RuleRowKind::note, .pointer = finding.pointer};
        row.label = problem_words(finding.code, finding.text, speech_);
        row.low = finding.level == Level::error ? 2 : 1;
        rows_.push_back(std::move(row));
    }
}

void RuleFormRows::mark_on(std::vector<FormOption>& options, const Tree& value) {
    const auto is = [](const Tree& item, const std::string& id) {
        return item.kind() == Tree::Kind::integer ? std::to_string(item.integer()) == id
                                                  : !item.is_nothing() && item.text() == id && !id.empty();
    };
    for (FormOption& option : options)
        option.on = is(value, option.value) || std::any_of(value.items().begin(), value.items().end(),
                                                           [&](const Tree& item) { return is(item, option.value); });
}

std::vector<FormOption> RuleFormRows::named(std::string_view prefix, std::initializer_list<const char*> ids) const {
    std::vector<FormOption> options;
    for (const char* id : ids) options.push_back({id, speech_.words.name(prefix, id)});
    return options;
}

std::vector<FormOption> RuleFormRows::families() const {
    std::vector<FormOption> options;
    for (std::size_t i = 0; i < scoring::family_count; ++i) {
        const std::string id(name_of(static_cast<scoring::Family>(i)));
        options.push_back({id, speech_.words.name("name.family.", id)});
    }
    return options;
}

std::vector<FormOption> RuleFormRows::acts() const {
    std::vector<FormOption> options;
    for (std::size_t i = 0; i < scoring::act_count; ++i) {
        const std::string id(name_of(static_cast<scoring::Act>(i)));
        options.push_back({id, speech_.words.name("name.act.", id)});
    }
    return options;
}

std::vector<FormOption> RuleFormRows::steps() const {
    return named("name.step.", {"1", "2", "3", "4", "calm", "escalate", "close", "callback"});
}

std::vector<FormOption> RuleFormRows::contexts() const {
    std::vector<FormOption> options;
    for (const std::string& pointer : app::rule_pointers(root_)) {
        const Tree& rule = app::at(root_, pointer);
        if (rule["kind"].text() == "context") options.push_back({rule["id"].text(), rule["id"].text()});
    }
    return options;
}

}  // namespace huashu::desktop
