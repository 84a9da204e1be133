// A rule as a form: what each kind may hold, its patterns and examples with what the check says below each.
#include "desktop/editor/form_help.hpp"
#include "desktop/editor/rule_form_rows.hpp"
#include "scoring/types.hpp"

namespace huashu::desktop {
namespace {

using app::Tree;
using RuleRowKind = FormRow::Kind;

class RuleFormMaker : public RuleFormRows {
public:
    using RuleFormRows::RuleFormRows;

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
        rows_.push_back({.kind = RuleRowKind::heading,
                         .pointer = "#" + key,
                         .label = speech_.words.name("desktop.rules.section.", key),
                         .value = std::move(about)});
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
            FormRow row{.kind = RuleRowKind::note, .pointer = app::below(pointer, member.key)};
            row.label = field(member.key) + "：" + value;
            row.depth = 1;
            row.low = 0;
            rows_.push_back(std::move(row));
        }
    }
};

}  // namespace

FormRows make_rule_form(const RulesDesk& desk, const Speech& speech) {
    if (app::at(desk.document.root(), desk.selected).is_nothing()) return {};
    FormRows rows = RuleFormMaker(desk, speech).make();
    add_field_help(rows, "desktop.rules.help.", speech);
    return rows;
}

FormRows make_pack_form(const RulesDesk& desk, const Speech& speech) {
    FormRows rows = RuleFormMaker(desk, speech).pack();
    add_field_help(rows, "desktop.rules.help.", speech);
    return rows;
}

}  // namespace huashu::desktop
