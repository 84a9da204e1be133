#include <algorithm>

#include "desktop/editor/rules_intent.hpp"

namespace huashu::desktop {
namespace {

using app::Tree;

RulesOutcome tell_rules(std::string message) { return {{}, std::move(message)}; }

// Lists and words that a rule may leave out are left out when they hold nothing.
Tree tidied_rule(const Tree& root, const std::string& rule) {
    Tree out = root;
    for (const char* key : {"when", "unless", "except", "ignore", "complaint", "steps", "acts", "any", "pairs"}) {
        const Tree& value = app::at(root, rule)[key];
        if (value.kind() == Tree::Kind::list && value.items().empty()) out = app::without(out, app::below(rule, key));
    }
    for (const char* key : {"note", "dimension", "target"})
        if (app::at(root, rule)[key].kind() == Tree::Kind::text && app::at(root, rule)[key].text().empty())
            out = app::without(out, app::below(rule, key));
    const Tree& anger = app::at(root, rule)["anger"];
    if (anger.kind() == Tree::Kind::object && anger.members().empty())
        out = app::without(out, app::below(rule, "anger"));
    return out;
}

struct RulesUpdate {
    RulesState& s;

    RulesOutcome operator()(const rule_wish::Open& w) const { return {{rule_task::Open{w.folder}}}; }
    RulesOutcome operator()(const rule_wish::New& w) const { return {{rule_task::New{w.title}}}; }
    RulesOutcome operator()(const rule_wish::Opened& w) const {
        s.desk = w.desk;
        s.desk->opened = ++s.opened;
        s.desk->opened_root = s.desk->document.root();
        if (s.desk->selected.empty()) {
            const std::vector<std::string> rules = app::rule_pointers(s.desk->document.root());
            if (!rules.empty()) s.desk->selected = rules.front();
        }
        const std::vector<std::string> lists = app::word_list_pointers(s.desk->document.root());
        if (!lists.empty()) s.desk->list = lists.front();
        s.desk->example = std::exchange(s.waiting, std::nullopt);
        ++s.revision;
        return {{check()}, w.recovered ? "desktop.author.toast.recovered" : ""};
    }
    RulesOutcome operator()(const rule_wish::Close&) const {
        if (!s.desk) return {};
        if (s.desk->document.saved()) return leave();
        s.desk->leaving = true;
        return changed();
    }
    RulesOutcome operator()(const rule_wish::Stay&) const {
        if (!s.desk) return {};
        s.desk->leaving = false;
        return changed();
    }
    RulesOutcome operator()(const rule_wish::LeaveUnsaved&) const {
        if (!s.desk) return {};
        RulesOutcome out = leave();
        out.message = "desktop.author.toast.left_unsaved";
        return out;
    }

    RulesOutcome operator()(const rule_wish::Edit& w) const {
        if (!s.desk) return {};
        Tree root = w.root;
        const std::string rule = app::rule_at(w.place);
        if (!rule.empty() && w.place == app::below(rule, "id"))  // what names a context follows it
            root = app::with_rule_id(s.desk->document.root(), rule, app::at(w.root, w.place).text());
        if (!rule.empty()) root = tidied_rule(root, rule);
        s.desk->document.apply(std::move(root), w.place, w.typing);
        return document_changed();
    }
    RulesOutcome operator()(const rule_wish::Undo&) const {
        if (!s.desk || !s.desk->document.undo()) return {};
        show(s.desk->document.place());
        return document_changed();
    }
    RulesOutcome operator()(const rule_wish::Redo&) const {
        if (!s.desk || !s.desk->document.redo()) return {};
        show(s.desk->document.place());
        return document_changed();
    }
    RulesOutcome operator()(const rule_wish::SelectRule& w) const {
        if (!s.desk || s.desk->selected == w.pointer) return {};
        s.desk->selected = w.pointer;
        (void)changed();
        return {{check()}};  // which of its words stand within others
    }
    RulesOutcome operator()(const rule_wish::SelectList& w) const {
        if (!s.desk) return {};
        s.desk->list = w.pointer;
        return changed();
    }
    RulesOutcome operator()(const rule_wish::Reveal& w) const {
        if (!s.desk) return {};
        const std::string before = s.desk->selected;
        show(w.pointer);
        (void)changed();
        return before == s.desk->selected ? RulesOutcome{} : RulesOutcome{{check()}};
    }
    RulesOutcome operator()(const rule_wish::ShowSheet& w) const {
        if (!s.desk) return {};
        s.desk->sheet = w.sheet;
        return changed();
    }
    RulesOutcome operator()(const rule_wish::ShowSide& w) const {
        if (!s.desk) return {};
        s.desk->side = w.side;
        return changed();
    }
    RulesOutcome operator()(const rule_wish::SetFilter& w) const {
        if (!s.desk || s.desk->filter == w.filter) return {};
        s.desk->filter = w.filter;
        return changed();
    }
    RulesOutcome operator()(const rule_wish::AddRule& w) const {
        if (!s.desk) return {};
        s.desk->filter = {};
        return place(app::with_new_rule(s.desk->document.root(), w.kind, w.of));
    }
    RulesOutcome operator()(const rule_wish::CopyRule&) const {
        if (!rule_is_open()) return {};
        return place(app::with_rule_copy(s.desk->document.root(), s.desk->selected));
    }
    RulesOutcome operator()(const rule_wish::RemoveRule&) const {
        if (!rule_is_open()) return {};
        s.desk->document.apply(app::without(s.desk->document.root(), s.desk->selected), s.desk->selected);
        keep_selection();
        return document_changed();
    }
    RulesOutcome operator()(const rule_wish::RevertRule&) const {
        if (!rule_is_open()) return {};
        const std::string id = app::at(s.desk->document.root(), s.desk->selected)["id"].text();
        const std::string was = app::rule_pointer_of(s.desk->shipped, id);
        if (was.empty()) return tell_rules("desktop.rules.toast.not_shipped");
        s.desk->document.apply(app::with(s.desk->document.root(), s.desk->selected, app::at(s.desk->shipped, was)),
                               s.desk->selected);
        return document_changed();
    }
    RulesOutcome operator()(const rule_wish::AddException& w) const {
        if (!rule_is_open()) return {};
        const std::string list = app::below(s.desk->selected, "except");
        const Tree& root = s.desk->document.root();
        const std::size_t end = app::at(root, list).items().size();
        const std::string pattern = app::literal_pattern(w.word);
        s.desk->document.apply(app::with_inserted(root, list, end, Tree::of(pattern)), app::below(list, end));
        reveal(app::below(list, end));
        return document_changed();
    }
    RulesOutcome operator()(const rule_wish::AddList& w) const {
        if (!s.desk || w.name.empty()) return {};
        for (const std::string& list : app::word_list_pointers(s.desk->document.root()))
            if (app::last_of(list) == w.name) return tell_rules("desktop.rules.toast.list_exists");
        const app::Placed made = app::with_new_word_list(s.desk->document.root(), w.name);
        s.desk->document.apply(made.root, made.pointer);
        s.desk->list = made.pointer;
        return document_changed();
    }

    RulesOutcome operator()(const rule_wish::Publish&) const {
        if (!s.desk) return {};
        const RulesDesk& d = *s.desk;
        PublishItem item{true, d.id, d.document.root()["pack.json"]["title"].text(), d.folder};
        item.is_saved = d.document.saved();
        item.is_sound = d.report && d.report->complete && d.report->revision == d.document.revision() &&
                        std::none_of(d.report->findings.begin(), d.report->findings.end(),
                                     [](const app::RuleFinding& f) { return f.level == Level::error; });
        RulesOutcome out;
        out.publish = std::move(item);
        return out;
    }
    RulesOutcome operator()(const rule_wish::Save&) const { return save(false); }
    RulesOutcome operator()(const rule_wish::KeepMine&) const { return save(true); }
    RulesOutcome operator()(const rule_wish::Saved& w) const {
        if (!s.desk) return {};
        s.desk->document.mark_saved(w.root);
        s.desk->changed_outside = false;
        ++s.desk->view;
        return tell_rules("desktop.author.toast.saved");
    }
    RulesOutcome operator()(const rule_wish::Recover&) const {
        if (!s.desk || s.desk->document.saved()) return {};
        return {{rule_task::Recover{s.desk->folder, s.desk->document.saved_root(), s.desk->document.root()}}};
    }
    RulesOutcome operator()(const rule_wish::Check&) const {
        if (!s.desk) return {};
        return {{check()}};
    }
    RulesOutcome operator()(const rule_wish::Poll&) const { return {{rule_task::Poll{}}}; }
    RulesOutcome operator()(const rule_wish::Reported& w) const {
        if (!s.desk || w.report.revision != s.desk->document.revision()) return {};
        s.desk->report = w.report;
        return changed();
    }
    RulesOutcome operator()(const rule_wish::Watch&) const {
        if (!s.desk || s.desk->changed_outside) return {};
        return {{rule_task::Watch{s.desk->folder}}};
    }
    RulesOutcome operator()(const rule_wish::ChangedOutside&) const {
        if (!s.desk) return {};
        s.desk->changed_outside = true;
        return changed();
    }
    RulesOutcome operator()(const rule_wish::TakeTheirs&) const {
        if (!s.desk) return {};
        s.desk->changed_outside = false;
        return {{rule_task::ReadTheirs{s.desk->folder}}, "desktop.author.toast.theirs"};
    }

    RulesOutcome operator()(const rule_wish::TakeExample& w) const {
        if (!s.desk) {
            s.waiting = w.reply;
            return {};
        }
        s.desk->example = w.reply;
        s.desk->sheet = RulesSheet::rules;
        s.desk->side = RulesSide::bench;
        return changed();
    }
    RulesOutcome operator()(const rule_wish::DropExample&) const {
        s.waiting.reset();
        if (!s.desk) return {};
        s.desk->example.reset();
        return changed();
    }
    RulesOutcome operator()(const rule_wish::PutExample& w) const {
        if (!rule_is_open() || !s.desk->example) return {};
        const app::ReplyExample& reply = *s.desk->example;
        const auto [begin, end] = span_found(reply.text);
        const Tree root = app::with_example(s.desk->document.root(), s.desk->selected, w.is_hit, reply, begin, end);
        const std::string list = app::below(s.desk->selected, w.is_hit ? "hits" : "misses");
        const std::string place = app::below(list, app::at(root, list).items().size() - 1);
        s.desk->document.apply(root, place);
        s.desk->example.reset();
        s.desk->sheet = RulesSheet::rules;
        reveal(place);
        RulesOutcome out = document_changed();
        out.tasks.push_back(check());
        out.message = "desktop.rules.toast.example_added";
        return out;
    }

    RulesOutcome operator()(const rule_wish::ReadWords& w) const {
        if (!s.desk) return {};
        return {{rule_task::ReadWords{w.file, w.list, s.desk->document.root()}}};
    }
    RulesOutcome operator()(const rule_wish::WordsRead& w) const {
        if (!s.desk) return {};
        s.desk->import = w.import;
        return changed();
    }
    RulesOutcome operator()(const rule_wish::DropWords&) const {
        if (!s.desk) return {};
        s.desk->import.reset();
        return changed();
    }
    RulesOutcome operator()(const rule_wish::TakeWords&) const {
        if (!s.desk || !s.desk->import) return {};
        Tree root = s.desk->document.root();
        std::string last = s.desk->list;
        for (const app::WordEntry& entry : s.desk->import->words.entries) {
            last = list_named(root, entry.list);
            if (last.empty()) {
                const app::Placed made = app::with_new_word_list(root, entry.list);
                root = made.root;
                last = made.pointer;
            }
            root = app::with_words(root, last, {entry.pattern});
        }
        s.desk->document.apply(root, last);
        s.desk->list = last;
        s.desk->import.reset();
        RulesOutcome out = document_changed();
        out.message = "desktop.rules.toast.words_taken";
        return out;
    }
    RulesOutcome operator()(const rule_wish::WriteWords& w) const {
        if (!s.desk) return {};
        return {{rule_task::WriteWords{s.desk->document.root(), w.name, w.is_template}}};
    }
    RulesOutcome operator()(const rule_wish::WordsWritten& w) const {
        return {{}, "desktop.rules.toast.words_written", {}, w.file};
    }

    RulesOutcome operator()(const rule_wish::Label& w) const {
        if (!s.desk || w.reply.text.empty()) return {};
        std::vector<LabelledReply> replies = s.desk->labelled;
        std::erase_if(replies, [&](const LabelledReply& other) { return other.text == w.reply.text; });
        replies.push_back(w.reply);
        return {{rule_task::Relabel{s.desk->folder, std::move(replies)}}};
    }
    RulesOutcome operator()(const rule_wish::Unlabel& w) const {
        if (!s.desk || w.index >= s.desk->labelled.size()) return {};
        std::vector<LabelledReply> replies = s.desk->labelled;
        replies.erase(replies.begin() + static_cast<std::ptrdiff_t>(w.index));
        return {{rule_task::Relabel{s.desk->folder, std::move(replies)}}};
    }
    RulesOutcome operator()(const rule_wish::Labelled& w) const {
        if (!s.desk) return {};
        s.desk->labelled = w.replies;
        s.desk->learned.reset();
        return changed();
    }
    RulesOutcome operator()(const rule_wish::Learn&) const {
        if (!s.desk || s.desk->learning) return {};
        s.desk->learning = true;
        (void)changed();
        return {{rule_task::Learn{s.desk->folder}}};
    }
    RulesOutcome operator()(const rule_wish::Learned& w) const {
        if (!s.desk) return {};
        s.desk->learning = false;
        s.desk->learned = w.report;
        return changed();
    }
    RulesOutcome operator()(const rule_wish::Failed& w) const {
        if (s.desk) {
            s.desk->learning = false;
            ++s.desk->view;
        }
        return {{}, {}, w.error.diagnostics};
    }

private:
    RulesOutcome changed() const {
        ++s.revision;
        if (s.desk) ++s.desk->view;
        return {};
    }
    [[nodiscard]] RuleTask check() const {
        const RulesDesk& d = *s.desk;
        return rule_task::Check{
            {d.document.root(), d.document.saved_root(), d.folder, d.document.revision(), d.selected}};
    }
    [[nodiscard]] bool rule_is_open() const {
        return s.desk && !app::at(s.desk->document.root(), s.desk->selected).is_nothing();
    }
    RulesOutcome place(const app::Placed& made) const {
        s.desk->document.apply(made.root, made.pointer);
        s.desk->selected = made.pointer;
        s.desk->sheet = RulesSheet::rules;
        reveal(app::below(made.pointer, "id"));
        return document_changed();
    }
    RulesOutcome save(bool even_if_changed) const {
        if (!s.desk) return {};
        if (s.desk->document.saved() && !even_if_changed) return tell_rules("desktop.author.toast.saved");
        s.desk->document.separate();
        return {
            {rule_task::Save{s.desk->folder, s.desk->document.saved_root(), s.desk->document.root(), even_if_changed}}};
    }
    RulesOutcome leave() const {
        RulesOutcome out;
        if (!s.desk->document.saved())
            out.tasks.emplace_back(
                rule_task::Recover{s.desk->folder, s.desk->document.saved_root(), s.desk->document.root()});
        s.desk.reset();
        ++s.revision;
        return out;
    }
    void reveal(const std::string& pointer) const {
        s.desk->reveal = pointer;
        ++s.desk->reveals;
    }
    void show(const std::string& pointer) const {
        const std::string rule = app::rule_at(pointer);
        if (!rule.empty()) {
            s.desk->sheet = RulesSheet::rules;
            s.desk->selected = rule;
        } else if (pointer.find("/lists/") != std::string::npos) {
            s.desk->sheet = RulesSheet::words;
            s.desk->list = pointer.substr(0, pointer.find('/', pointer.find("/lists/") + 7));
        } else if (pointer.starts_with("/pack.json")) {
            s.desk->sheet = RulesSheet::pack;
        }
        reveal(pointer);
    }
    RulesOutcome document_changed() const {
        keep_selection();
        return changed();
    }
    void keep_selection() const {
        const Tree& root = s.desk->document.root();
        const auto gone = [&](const std::string& pointer) { return app::at(root, pointer).is_nothing(); };
        if (gone(s.desk->selected)) {
            const auto index = static_cast<std::size_t>(std::max(0, app::index_of(s.desk->selected)));
            const std::string list(app::parent_of(s.desk->selected));
            s.desk->selected = index > 0 ? app::below(list, index - 1) : "";
            const std::vector<std::string> rules = app::rule_pointers(root);
            if (gone(s.desk->selected) || index == 0) s.desk->selected = rules.empty() ? "" : rules.front();
        }
        if (gone(s.desk->list)) {
            const std::vector<std::string> lists = app::word_list_pointers(root);
            s.desk->list = lists.empty() ? "" : lists.front();
        }
    }
    static std::string list_named(const Tree& root, const std::string& name) {
        for (const std::string& list : app::word_list_pointers(root))
            if (app::last_of(list) == name) return list;
        return {};
    }
    // The words that the open rule finds in a text, as the engine by the draft sees them.
    [[nodiscard]] std::pair<std::size_t, std::size_t> span_found(const std::string& text) const {
        if (!s.desk->report || !s.desk->report->engine) return {0, 0};
        const std::string id = app::at(s.desk->document.root(), s.desk->selected)["id"].text();
        const scoring::Judgement judged = s.desk->report->engine->judge(text);
        for (const auto* findings : {&judged.findings, &judged.advice})
            for (const scoring::Finding& finding : *findings)
                if (finding.rule == id) return {finding.span.begin, finding.span.end};
        for (const scoring::EarnedAct& act : judged.acts)
            if (act.rule == id) return {act.span.begin, act.span.end};
        return {0, 0};
    }
};

}  // namespace

RulesOutcome update_rules(RulesState& state, const RuleWish& wish) { return std::visit(RulesUpdate{state}, wish); }

}  // namespace huashu::desktop
