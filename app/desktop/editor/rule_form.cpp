// A rule as a form: what each kind may hold, its patterns and examples with what the check says below each.
#include <algorithm>

#include "desktop/editor/rules_view.hpp"
#include "scoring/types.hpp"

namespace huashu::desktop {
namespace {

using app::Tree;
using RowKind = FormRow::Kind;

class RuleFormMaker {
public:
    RuleFormMaker(const RulesDesk& desk, const Speech& speech)
        : desk_(desk), root_(desk.document.root()), speech_(speech), rule_(desk.selected), kind_(at("kind").text()) {}

    FormRows make() {
        heading("rule", speech_.words.name("desktop.rules.kind_about.", kind_));
        text("id");
        body();
        heading("words");
        if (kind_ == "context") patterns("markers");
        if (has_words()) patterns("match");
        if (kind_ == "echo") patterns("owner");
        if (kind_ == "memory") {
            patterns("known");
            patterns("earlier");
        }
        if (has_words() || kind_ == "context") patterns("except");
        if (kind_ == "prefer") text("say", true);
        if (kind_ == "order") {
            condition("first");
            condition("then");
        }
        if (kind_ == "pair") {
            condition("trigger");
            conditions("with");
        }
        if (kind_ == "require") conditions("any");
        if (kind_ != "context") scope();
        heading("why");
        text("source");
        text("reason", true);
        if (kind_ != "act" && kind_ != "context" && kind_ != "prefer") text("instead", true);
        text("note", true);
        examples("hits");
        examples("misses");
        return std::move(rows_);
    }

    FormRows pack() {
        rule_ = "/pack.json";
        heading("pack");
        text("title");
        number("pass_mark", 0, 100);
        number("critical_cap", 0, 100);
        heading("weights", speech_.words("desktop.rules.about.weights", {{"sum", std::to_string(weight_sum())}}));
        for (std::size_t i = 0; i < scoring::dimension_count; ++i) {
            const std::string id(name_of(static_cast<scoring::Dimension>(i)));
            number("weights/" + id, 0, 100, false, speech_.words.name("name.dimension.", id));
        }
        notes("/pack.json/weights");
        heading("severities");
        for (const char* severity : {"note", "minor", "major", "critical"})
            number(std::string("severity_points/") + severity, 0, 100, false,
                   speech_.words.name("name.severity.", severity));
        return std::move(rows_);
    }

private:
    [[nodiscard]] const Tree& at(const std::string& key) const { return app::at(root_, place(key)); }
    [[nodiscard]] std::string place(const std::string& key) const { return rule_ + "/" + key; }
    [[nodiscard]] std::string field(std::string_view key) const {
        return speech_.words.name("desktop.rules.field.", key);
    }
    [[nodiscard]] bool has_words() const {
        return kind_ == "forbid" || kind_ == "act" || kind_ == "prefer" || kind_ == "echo" || kind_ == "memory" ||
               (kind_ == "limit" && at("count").text() == "match");
    }
    [[nodiscard]] int weight_sum() const {
        std::int64_t sum = 0;
        for (const Tree::Member& weight : at("weights").members()) sum += weight.value.integer();
        return static_cast<int>(sum);
    }

    void body() {
        if (kind_ == "forbid" || kind_ == "learned") {
            pick("family", families(), false);
            pick("severity", named("name.severity.", {"note", "minor", "major", "critical"}), false);
            if (kind_ == "learned" || !at("sure").is_nothing()) number("sure", 1, 99, kind_ == "forbid");
        } else if (kind_ == "act") {
            pick("act", acts(), false);
        } else if (kind_ == "require") {
            names("acts", acts());
            number("weight", 1, 100);
            range("anger");
        } else if (kind_ == "limit") {
            pick("count",
                 named("desktop.rules.count.", {"chars", "questions", "sentence_chars", "repeats", "copied_owner",
                                                "copied_model", "act_density", "match"}),
                 false);
            number("max", 0, 4000, true);
            number("min", 0, 4000, true);
            flag("voids");
        } else if (kind_ == "context") {
            pick("side", named("desktop.rules.side_of.", {"before", "after", "around", "inside"}), false);
            number("within", 0, 1000, true);
            pick("until", named("desktop.rules.until.", {"clause", "sentence", "reply"}), true);
            text("target");
        }
        if (kind_ == "order") pick("over", named("desktop.rules.over.", {"reply", "conversation"}), true);
        const bool is_advice =
            kind_ != "forbid" && kind_ != "learned" && kind_ != "act" && kind_ != "require" && kind_ != "context";
        if (is_advice) {
            pick("family", families(), true);
            pick("severity", named("name.severity.", {"note", "minor", "major", "critical"}), true);
        }
        if (kind_ == "act" || kind_ == "context") return;
        if (kind_ != "require") number("points", 1, 100, true);
        pick("dimension",
             named("name.dimension.", {"listening", "empathy", "ownership", "timing", "wording", "deescalation",
                                       "compliance", "forbidden"}),
             kind_ != "require");
        if (kind_ == "forbid") flag("evasion");
        if (kind_ != "require") flag("each");
    }

    void scope() {
        heading("scope");
        names("complaint", named("name.complaint.", {"service", "facility", "safety"}));
        names_at(place("steps"), field("steps"), steps(), 0, false);
        if (kind_ != "require") names("ignore", contexts());
        conditions("when");
        conditions("unless");
    }

    void heading(const std::string& key, std::string about = {}) {
        if (about.empty()) about = speech_.words.name("desktop.rules.about.", key);
        rows_.push_back({.kind = RowKind::heading,
                         .pointer = "#" + key,
                         .label = speech_.words.name("desktop.rules.section.", key),
                         .value = std::move(about)});
    }
    void text(const std::string& key, bool wrapped = false) {
        rows_.push_back({.kind = RowKind::text, .pointer = place(key), .label = field(key), .value = at(key).text()});
        rows_.back().wrapped = wrapped;
        notes(place(key));
    }
    void number(const std::string& key, int low, int high, bool optional = false, std::string label = {}) {
        FormRow row{.kind = RowKind::number, .pointer = place(key), .label = label.empty() ? field(key) : label};
        row.low = low;
        row.high = high;
        row.optional = optional;
        rows_.push_back(std::move(row));
        notes(place(key));
    }
    void range(const std::string& key) {
        rows_.push_back({.kind = RowKind::range, .pointer = place(key), .label = field(key)});
        notes(place(key));
    }
    void flag(const std::string& key) {
        rows_.push_back({.kind = RowKind::flag, .pointer = place(key), .label = field(key)});
        notes(place(key));
    }
    void pick(const std::string& key, std::vector<FormOption> options, bool may_be_none, int depth = 0) {
        pick_at(place(key), field(key), std::move(options), may_be_none, depth);
    }
    void pick_at(const std::string& pointer, std::string label, std::vector<FormOption> options, bool may_be_none,
                 int depth) {
        if (may_be_none) options.insert(options.begin(), {"", speech_.words("desktop.rules.as_usual"), false});
        mark_on(options, app::at(root_, pointer));
        if (may_be_none) options.front().on = app::at(root_, pointer).is_nothing();
        FormRow row{.kind = RowKind::pick, .pointer = pointer, .label = std::move(label), .depth = depth};
        row.options = std::move(options);
        rows_.push_back(std::move(row));
        notes(pointer);
    }
    void names(const std::string& key, std::vector<FormOption> options) {
        names_at(place(key), field(key), std::move(options), 0);
    }
    void names_at(const std::string& pointer, std::string label, std::vector<FormOption> options, int depth,
                  bool as_text = true) {
        mark_on(options, app::at(root_, pointer));
        FormRow row{.kind = RowKind::names, .pointer = pointer, .label = std::move(label), .depth = depth};
        row.options = std::move(options);
        row.as_text = as_text;
        rows_.push_back(std::move(row));
        notes(pointer);
    }

    // A line each, what is wrong with it below it.
    void patterns(const std::string& key) { patterns_at(place(key), field(key), 0); }
    void patterns_at(const std::string& list, const std::string& label, int depth) {
        rows_.push_back({.kind = RowKind::key, .pointer = "#" + list, .label = label, .depth = depth});
        const auto& items = app::at(root_, list).items();
        for (std::size_t i = 0; i < items.size(); ++i) wrapped_row(app::below(list, i), items[i].text(), depth);
        add_row(list, "pattern", Tree::of(std::string{}), depth);
        notes(list, true);
    }
    void wrapped_row(const std::string& pointer, const std::string& value, int depth, bool optional = true) {
        FormRow row{.kind = RowKind::text, .pointer = pointer, .label = {}, .value = value, .depth = depth};
        row.wrapped = true;
        row.optional = optional;
        rows_.push_back(std::move(row));
        notes(pointer);
    }
    void add_row(const std::string& list, const std::string& what, Tree fresh, int depth) {
        FormRow row{.kind = RowKind::add,
                    .pointer = list,
                    .label = speech_.words.name("desktop.rules.add.", what),
                    .depth = depth};
        row.fresh = std::move(fresh);
        rows_.push_back(std::move(row));
    }

    void examples(const std::string& key) {
        heading(key);
        const std::string list = place(key);
        const auto& items = app::at(root_, list).items();
        for (std::size_t i = 0; i < items.size(); ++i) {
            const std::string pointer = app::below(list, i);
            if (items[i].kind() == Tree::Kind::text) {
                wrapped_row(pointer, items[i].text(), 0);
                continue;
            }
            wrapped_row(app::below(pointer, "text"), items[i]["text"].text(), 0, false);
            around_rows(pointer, items[i]);
            notes(pointer, true);
        }
        add_row(list, "example", Tree::of(std::string{}), 0);
        notes(list, true);
    }
    // What stands around an example: the owner's line, the complaint, the step.
    void around_rows(const std::string& pointer, const Tree& example) {
        for (const Tree::Member& member : example.members()) {
            if (member.key == "text") continue;
            std::string value = member.value.text();
            if (member.value.kind() == Tree::Kind::integer) value = std::to_string(member.value.integer());
            for (const Tree& line : member.value.items()) value += (value.empty() ? "" : "／") + line.text();
            if (member.key == "complaint") value = speech_.words.name("name.complaint.", value);
            if (member.key == "step") value = speech_.words.name("name.step.", value);
            FormRow row{.kind = RowKind::note, .pointer = app::below(pointer, member.key)};
            row.label = field(member.key) + "：" + value;
            row.depth = 1;
            row.low = 0;
            rows_.push_back(std::move(row));
        }
    }

    void conditions(const std::string& key) {
        const std::string list = place(key);
        rows_.push_back({.kind = RowKind::key, .pointer = "#" + list, .label = field(key)});
        const auto& items = app::at(root_, list).items();
        for (std::size_t i = 0; i < items.size(); ++i) {
            FormRow head{.kind = RowKind::item, .pointer = app::below(list, i)};
            head.label = speech_.words("desktop.rules.condition_number", {{"number", std::to_string(i + 1)}});
            rows_.push_back(std::move(head));
            condition_rows(app::below(list, i), items[i], 1);
        }
        add_row(list, "condition", app::new_rule_condition(), 0);
        notes(list, true);
    }
    void condition(const std::string& key) {
        rows_.push_back({.kind = RowKind::key, .pointer = "#" + place(key), .label = field(key)});
        condition_rows(place(key), at(key), 1);
        notes(place(key), true);
    }
    void condition_rows(const std::string& pointer, const Tree& condition, int depth) {
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
                rows_.push_back({.kind = RowKind::range, .pointer = inner, .label = field("anger"), .depth = depth});
            } else {
                continue;
            }
            asks = true;
        }
        if (!condition["not"].is_nothing())
            rows_.push_back({.kind = RowKind::flag, .pointer = place_of("not"), .label = field("not")});
        if (!condition["in"].is_nothing())
            pick_at(place_of("in"), field("in"),
                    named("desktop.rules.in.",
                          {"clause", "sentence", "next", "before", "after", "around", "reply", "owner", "earlier"}),
                    true, depth);
        for (const char* key : {"within", "turns"})
            if (!condition[key].is_nothing()) {
                rows_.push_back(
                    {.kind = RowKind::number, .pointer = place_of(key), .label = field(key), .depth = depth});
                rows_.back().low = 1;
                rows_.back().high = 1000;
                rows_.back().optional = true;
            }
        if (!condition["which"].is_nothing())
            pick_at(place_of("which"), field("which"), named("desktop.rules.which.", {"any", "first", "last", "every"}),
                    true, depth);
        add_key_row(pointer, condition, asks, depth);
    }
    void add_key_row(const std::string& pointer, const Tree& condition, bool asks, int depth) {
        FormRow add{.kind = RowKind::add_key,
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
    void notes(const std::string& pointer, bool only_here = false) {
        if (!desk_.report || desk_.report->revision != desk_.document.revision()) return;
        for (const app::RuleFinding& finding : desk_.report->findings) {
            if (only_here ? finding.pointer != pointer : !app::lies_in(finding.pointer, pointer)) continue;
            FormRow row{.kind = RowKind::note, .pointer = finding.pointer};
            row.label = rule_code_words(finding.code, finding.text, speech_);
            row.low = finding.level == Level::error ? 2 : 1;
            rows_.push_back(std::move(row));
        }
    }

    static void mark_on(std::vector<FormOption>& options, const Tree& value) {
        const auto is = [](const Tree& item, const std::string& id) {
            return item.kind() == Tree::Kind::integer ? std::to_string(item.integer()) == id
                                                      : !item.is_nothing() && item.text() == id && !id.empty();
        };
        for (FormOption& option : options)
            option.on =
                is(value, option.value) || std::any_of(value.items().begin(), value.items().end(),
                                                       [&](const Tree& item) { return is(item, option.value); });
    }
    [[nodiscard]] std::vector<FormOption> named(std::string_view prefix, std::initializer_list<const char*> ids) const {
        std::vector<FormOption> options;
        for (const char* id : ids) options.push_back({id, speech_.words.name(prefix, id)});
        return options;
    }
    [[nodiscard]] std::vector<FormOption> families() const {
        std::vector<FormOption> options;
        for (std::size_t i = 0; i < scoring::family_count; ++i) {
            const std::string id(name_of(static_cast<scoring::Family>(i)));
            options.push_back({id, speech_.words.name("name.family.", id)});
        }
        return options;
    }
    [[nodiscard]] std::vector<FormOption> acts() const {
        std::vector<FormOption> options;
        for (std::size_t i = 0; i < scoring::act_count; ++i) {
            const std::string id(name_of(static_cast<scoring::Act>(i)));
            options.push_back({id, speech_.words.name("name.act.", id)});
        }
        return options;
    }
    [[nodiscard]] std::vector<FormOption> steps() const {
        return named("name.step.", {"1", "2", "3", "4", "calm", "escalate", "close", "callback"});
    }
    [[nodiscard]] std::vector<FormOption> contexts() const {
        std::vector<FormOption> options;
        for (const std::string& pointer : app::rule_pointers(root_)) {
            const Tree& rule = app::at(root_, pointer);
            if (rule["kind"].text() == "context") options.push_back({rule["id"].text(), rule["id"].text()});
        }
        return options;
    }

    const RulesDesk& desk_;
    const Tree& root_;
    const Speech& speech_;
    std::string rule_;
    std::string kind_;
    FormRows rows_;
};

}  // namespace

FormRows make_rule_form(const RulesDesk& desk, const Speech& speech) {
    if (app::at(desk.document.root(), desk.selected).is_nothing()) return {};
    return RuleFormMaker(desk, speech).make();
}

FormRows make_pack_form(const RulesDesk& desk, const Speech& speech) { return RuleFormMaker(desk, speech).pack(); }

}  // namespace huashu::desktop
