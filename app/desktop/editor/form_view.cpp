#include "desktop/editor/form_view.hpp"

#include "desktop/editor/form_builder.hpp"
#include "desktop/editor/form_help.hpp"

namespace huashu::desktop {
namespace {

using app::Tree;
using FormKind = FormRow::Kind;

class FormMaker : public FormBuilder {
public:
    FormMaker(const AuthorDesk& desk, const Speech& speech) : FormBuilder(desk.document.root(), speech), desk_(desk) {}

    void stage(const std::string& p) {
        heading("stage");
        text(p, "title");
        pick(p, "step",
             names_.named("name.step.", {"1", "2", "3", "4", "calm", "escalate", "close", "callback"},
                          step_text(at(p)["step"])));
        rows_.back().as_text = false;
        number(p, "turns", 1, 6);
        heading("enter");
        lines(app::below(p, "enter"), 0);
        heading("goal");
        conditions(app::below(p, "goal"));
        heading("choices");
        each(app::below(p, "choices"), [&](const std::string& choice) { this->choice(choice); });
        add(app::below(p, "choices"), "choice");
        heading("model");
        long_text(p, "model");
        heading("next");
        ways(p);
        heading("stuck");
        lines(app::below(p, "stuck"), 0);
        heading("reactions");
        rules(app::below(p, "reactions"), "reaction");
        heading("waiting");
        number(p, "seconds", 10, 600, true);
        number(p, "days_later", 1, 365, true);
    }

    void card() {
        heading("card");
        text("", "title");
        kinds();
        pick("", "persona", persona_options());
        pick("", "channel", names_.named("name.channel.", {"phone", "chat", "front_desk", "doorstep"}, at("/channel")));
        number("", "difficulty", 1, 5);
        pick("", "start", names_.of_list("stages", "title", at("/start")));
        patterns("", "teaches");
        heading("brief");
        long_text("", "brief");
        heading("owner");
        for (const char* key : {"name", "address", "home"}) text("/owner", key);
        number("/owner", "age", 18, 99);
        pick("/owner", "sex", names_.named("desktop.author.sex.", {"female", "male"}, at("/owner/sex")));
        long_text("/owner", "about");
        heading("mood");
        for (const char* key : {"anger", "trust", "patience"}) number("/mood", key, 0, 100);
    }

    void facts() {
        heading("facts");
        each("/facts", [&](const std::string& fact) {
            text(fact, "label");
            patterns(fact, "ask");
            label_row(fact, "tell");
            lines(app::below(fact, "tell"), 1);
            text(fact, "note");
        });
        add("/facts", "fact");
    }

    void whole_rules() {
        heading("scenario_reactions");
        rules("/reactions", "reaction");
        heading("events");
        rules("/events", "event");
    }

    void endings() {
        heading("endings");
        each("/endings", [&](const std::string& ending) {
            text(ending, "title");
            pick(ending, "rank",
                 names_.named("name.rank.", {"best", "good", "mixed", "bad", "worst"}, at(ending)["rank"]));
            pick(ending, "at", names_.named("desktop.author.at.", {"end", "any"}, at(ending)["at"]));
            label_row(ending, "when");
            add_condition_rows(rows_, names_, app::below(ending, "when"), 1);
            label_row(ending, "say");
            lines(app::below(ending, "say"), 1);
            long_text(ending, "note");
        });
        add("/endings", "ending");
    }

    void plays() {
        heading("plays");
        each("/plays", [&](const std::string& play) {
            text(play, "about");
            rows_.push_back(
                {.kind = FormKind::key, .pointer = app::below(play, "turns"), .label = turns_words(at(play))});
            pick(play, "ending", names_.of_list("endings", "title", at(play)["ending"]));
            range(play, "score");
        });
    }

    void past() {
        heading("past");
        text("", "household");
        patterns("", "after");
        heading("memories");
        each("/memories", [&](const std::string& memory) {
            pick(memory, "sort", names_.named("name.memory.", {"kept", "broken", "said"}, at(memory)["sort"]));
            label_row(memory, "when");
            add_condition_rows(rows_, names_, app::below(memory, "when"), 1);
            long_text(memory, "note");
        });
        add_fresh("/memories", "memory",
                  Tree::Object{{"id", fresh("/memories", "memory")},
                               {"sort", Tree::of(std::string("kept"))},
                               {"note", Tree::of(std::string{})}});
        heading("returning");
        each("/returning", [&](const std::string& way) {
            label_row(way, "when");
            add_condition_rows(rows_, names_, app::below(way, "when"), 1);
            moods(way);
            assign(way);
        });
        add_fresh(
            "/returning", "returning",
            Tree::Object{{"id", fresh("/returning", "returns")}, {"when", first_value_of_key("remembers.condition")}});
        heading("record");
        record();
    }

    void record() {
        if (at("/record").is_nothing()) {
            FormRow add{.kind = FormKind::add_key, .pointer = "", .label = names_.words("desktop.author.add.record")};
            add.options.push_back({"record", names_.words("desktop.author.add.record"), false, new_record()});
            rows_.push_back(std::move(add));
            return;
        }
        FormRow head{.kind = FormKind::key, .pointer = "/record", .label = names_.words("desktop.author.field.record")};
        head.optional = true;
        rows_.push_back(std::move(head));
        pick("/record", "urgency",
             names_.named("name.urgency.", {"normal", "urgent", "emergency"}, at("/record/urgency")));
        const auto departments = [&](const Tree& on) {
            return names_.named("name.department.",
                                {"service", "engineering", "order", "environment", "finance", "management"}, on);
        };
        pick("/record", "department", departments(at("/record/department")));
        FormRow helps{.kind = FormKind::names, .pointer = "/record/acceptable", .label = field("acceptable")};
        helps.options = departments(at("/record/acceptable"));
        rows_.push_back(std::move(helps));
        heading("record_facts");
        each("/record/facts", [&](const std::string& fact) {
            long_text(fact, "text");
            patterns(fact, "match");
            pick(fact, "fact", with_none(names_.of_list("facts", "label", at(fact)["fact"]), at(fact)["fact"]));
        });
        add_fresh("/record/facts", "record_fact", written_item("/record/facts", "fact"));
        heading("record_promises");
        each("/record/promises", [&](const std::string& promise) {
            long_text(promise, "text");
            text(promise, "by");
            patterns(promise, "match");
        });
        add_fresh("/record/promises", "promise", written_item("/record/promises", "promise"));
        patterns("/record", "private");
    }

private:
    static Tree step_text(const Tree& step) {
        return step.kind() == Tree::Kind::integer ? Tree::of(std::to_string(step.integer())) : step;
    }
    [[nodiscard]] Tree fresh(const std::string& list, const char* base) const {
        return Tree::of(app::fresh_id(at(list), base));
    }
    [[nodiscard]] Tree::Object written_item(const std::string& list, const char* base) const {
        return {{"id", fresh(list, base)},
                {"text", Tree::of(std::string{})},
                {"match", Tree::of(Tree::List{Tree::of(std::string{})})}};
    }
    static Tree new_record() {
        return Tree::of(Tree::Object{{"urgency", Tree::of(std::string("normal"))},
                                     {"department", Tree::of(std::string("service"))},
                                     {"facts", Tree::of(Tree::List{})},
                                     {"promises", Tree::of(Tree::List{})}});
    }
    void add_fresh(const std::string& list, const std::string& what, Tree::Object item) {
        add(list, what);
        rows_.back().fresh = Tree::of(std::move(item));
    }
    void pick_target(const std::string& p, const std::string& key, const Tree& on, bool may_be_none) {
        pick(p, key, names_.targets(on, may_be_none, false));
        rows_.back().is_target = true;
    }
    [[nodiscard]] std::vector<FormOption> with_none(std::vector<FormOption> options, const Tree& on) const {
        options.insert(options.begin(), {"", names_.words("desktop.author.none_chosen"), on.is_nothing()});
        return options;
    }

    void choice(const std::string& p) {
        pick(p, "quality", names_.named("name.quality.", {"best", "near", "bad"}, at(p)["quality"]));
        long_text(p, "text");
        label_row(p, "answer");
        lines(app::below(p, "answer"), 1);
        moods(p);
        assign(p);
        pick_target(p, "next", at(p)["next"], true);
    }

    void rules(const std::string& list, const std::string& what) {
        each(list, [&](const std::string& rule) {
            label_row(rule, "when");
            add_condition_rows(rows_, names_, app::below(rule, "when"), 1);
            label_row(rule, "say");
            lines(app::below(rule, "say"), 1);
            moods(rule);
            assign(rule);
            FormRow tell{.kind = FormKind::names, .pointer = app::below(rule, "tell"), .label = field("tells")};
            tell.options = names_.of_list("facts", "label", at(rule)["tell"]);
            rows_.push_back(std::move(tell));
            pick_target(rule, "to", at(rule)["to"], true);
            rows_.push_back({.kind = FormKind::flag, .pointer = app::below(rule, "once"), .label = field("once")});
        });
        add(list, what);
    }

    void ways(const std::string& p) {
        const std::string list = app::below(p, "next");
        const Tree& next = at(list);
        if (next.kind() != Tree::Kind::list) {
            pick_target(p, "next", next, false);
        } else {
            for (std::size_t i = 0; i < next.items().size(); ++i) {
                const std::string way = app::below(list, i);
                const bool plain = next.items()[i]["when"].is_nothing();
                FormRow head{.kind = FormKind::item, .pointer = way};
                head.label = names_.words(plain ? "desktop.author.otherwise" : "desktop.author.way_if");
                head.movable = !plain;
                rows_.push_back(std::move(head));
                if (!plain) add_condition_rows(rows_, names_, app::below(way, "when"), 1);
                pick_target(way, "to", next.items()[i]["to"], false);
                rows_.back().depth = 1;
            }
        }
        add(list, "way");
    }

    void kinds() {
        std::vector<FormOption> options;
        for (const char* number :
             {"1.1", "1.2", "1.3", "1.4", "2.1", "2.2", "2.3", "2.4", "3.1", "3.2", "3.3", "3.4"}) {
            const std::string kind = std::string("§2.") + number;
            options.push_back(
                {kind, kind + "  " + names_.speech().words.name("name.kind.", kind), at("/kind").text() == kind});
        }
        pick("", "kind", std::move(options));
    }

    // The temperaments that there are; another one that the file names stays.
    std::vector<FormOption> persona_options() {
        const std::string& now = at("/persona").text();
        std::vector<FormOption> options;
        bool known = now.empty();
        for (const PersonaName& persona : desk_.personas) {
            known = known || persona.id == now;
            options.push_back({persona.id, persona.name, persona.id == now});
        }
        if (!known) options.push_back({now, now, true});
        return options;
    }

    [[nodiscard]] std::string turns_words(const Tree& play) const {
        std::string out;
        for (const Tree& turn : play["turns"].items()) {
            const Tree& choice = turn["choice"];
            const Tree& say = turn["say"];
            out += out.empty() ? "" : "  →  ";
            out += !choice.is_nothing()             ? choice.text()
                   : say.kind() == Tree::Kind::text ? "「" + say.text() + "」"
                                                    : names_.words("desktop.author.silence");
        }
        return out;
    }

    const AuthorDesk& desk_;
};

}  // namespace

FormRows make_form(const AuthorDesk& desk, const Speech& speech) {
    FormMaker maker(desk, speech);
    switch (desk.sheet) {
        case AuthorSheet::stage:
            maker.stage(desk.selected);
            break;
        case AuthorSheet::card:
            maker.card();
            break;
        case AuthorSheet::facts:
            maker.facts();
            break;
        case AuthorSheet::rules:
            maker.whole_rules();
            break;
        case AuthorSheet::endings:
            maker.endings();
            break;
        case AuthorSheet::plays:
            maker.plays();
            break;
        case AuthorSheet::past:
            maker.past();
            break;
        case AuthorSheet::script:
            break;
    }
    FormRows rows = maker.take();
    add_field_help(rows, "desktop.author.help.", speech);
    return rows;
}

}  // namespace huashu::desktop
