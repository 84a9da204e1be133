#include "desktop/editor/rules_update.hpp"

namespace huashu::desktop {

using app::Tree;

RulesOutcome RulesUpdate::operator()(const rule_wish::AddException& w) const {
    if (!rule_is_open()) return {};
    const std::string list = app::below(s.desk->selected, "except");
    const Tree& root = s.desk->document.root();
    const std::size_t end = app::at(root, list).items().size();
    const std::string pattern = app::literal_pattern(w.word);
    s.desk->document.apply(app::with_inserted(root, list, end, Tree::of(pattern)), app::below(list, end));
    reveal(app::below(list, end));
    return document_changed();
}

RulesOutcome RulesUpdate::operator()(const rule_wish::AddList& w) const {
    if (!s.desk || w.name.empty()) return {};
    for (const std::string& list : app::word_list_pointers(s.desk->document.root()))
        if (app::last_of(list) == w.name) return RulesOutcome{{}, "desktop.rules.toast.list_exists"};
    const app::Placed made = app::with_new_word_list(s.desk->document.root(), w.name);
    s.desk->document.apply(made.root, made.pointer);
    s.desk->list = made.pointer;
    return document_changed();
}

RulesOutcome RulesUpdate::operator()(const rule_wish::TakeExample& w) const {
    if (!s.desk) {
        s.waiting = w.reply;
        return {};
    }
    s.desk->example = w.reply;
    s.desk->sheet = RulesSheet::rules;
    s.desk->side = RulesSide::bench;
    return changed();
}

RulesOutcome RulesUpdate::operator()(const rule_wish::DropExample&) const {
    s.waiting.reset();
    if (!s.desk) return {};
    s.desk->example.reset();
    return changed();
}

RulesOutcome RulesUpdate::operator()(const rule_wish::PutExample& w) const {
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

RulesOutcome RulesUpdate::operator()(const rule_wish::ReadWords& w) const {
    if (!s.desk) return {};
    return {{rule_task::ReadWords{w.file, w.list, s.desk->document.root()}}};
}

RulesOutcome RulesUpdate::operator()(const rule_wish::WordsRead& w) const {
    if (!s.desk) return {};
    s.desk->import = w.import;
    return changed();
}

RulesOutcome RulesUpdate::operator()(const rule_wish::DropWords&) const {
    if (!s.desk) return {};
    s.desk->import.reset();
    return changed();
}

RulesOutcome RulesUpdate::operator()(const rule_wish::TakeWords&) const {
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

RulesOutcome RulesUpdate::operator()(const rule_wish::WriteWords& w) const {
    if (!s.desk) return {};
    return {{rule_task::WriteWords{s.desk->document.root(), w.name, w.is_template}}};
}

RulesOutcome RulesUpdate::operator()(const rule_wish::WordsWritten& w) const {
    return {{}, "desktop.rules.toast.words_written", {}, w.file};
}

RulesOutcome RulesUpdate::operator()(const rule_wish::Label& w) const {
    if (!s.desk || w.reply.text.empty()) return {};
    std::vector<LabelledReply> replies = s.desk->labelled;
    std::erase_if(replies, [&](const LabelledReply& other) { return other.text == w.reply.text; });
    replies.push_back(w.reply);
    return {{rule_task::Relabel{s.desk->folder, std::move(replies)}}};
}

RulesOutcome RulesUpdate::operator()(const rule_wish::Unlabel& w) const {
    if (!s.desk || w.index >= s.desk->labelled.size()) return {};
    std::vector<LabelledReply> replies = s.desk->labelled;
    replies.erase(replies.begin() + static_cast<std::ptrdiff_t>(w.index));
    return {{rule_task::Relabel{s.desk->folder, std::move(replies)}}};
}

RulesOutcome RulesUpdate::operator()(const rule_wish::Labelled& w) const {
    if (!s.desk) return {};
    s.desk->labelled = w.replies;
    s.desk->learned.reset();
    return changed();
}

RulesOutcome RulesUpdate::operator()(const rule_wish::Learn&) const {
    if (!s.desk || s.desk->learning) return {};
    s.desk->learning = true;
    s.desk->learning_step = 0;
    (void)changed();
    return {{rule_task::Learn{s.desk->folder}}};
}

RulesOutcome RulesUpdate::operator()(const rule_wish::StopLearning&) const {
    if (!s.desk || !s.desk->learning) return {};
    s.desk->learning = false;
    (void)changed();
    return {{rule_task::StopLearning{}}, "desktop.rules.training_stopped"};
}

RulesOutcome RulesUpdate::operator()(const rule_wish::Learning& w) const {
    if (!s.desk || s.desk->learning_step == w.step) return {};
    s.desk->learning_step = w.step;
    return changed();
}

RulesOutcome RulesUpdate::operator()(const rule_wish::Learned& w) const {
    if (!s.desk || !s.desk->learning) return {};
    s.desk->learning = false;
    s.desk->learned = w.report;
    return changed();
}

std::string RulesUpdate::list_named(const Tree& root, const std::string& name) {
    for (const std::string& list : app::word_list_pointers(root))
        if (app::last_of(list) == name) return list;
    return {};
}

// The words that the open rule finds in a text, as the engine by the draft sees them.
std::pair<std::size_t, std::size_t> RulesUpdate::span_found(const std::string& text) const {
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

}  // namespace huashu::desktop
