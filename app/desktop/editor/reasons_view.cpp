#include "desktop/editor/reasons_view.hpp"

#include "desktop/editor/form_view.hpp"

namespace huashu::desktop {
namespace {

using app::Tree;
using scenarios::AskedRule;

class ReasonsMaker {
public:
    ReasonsMaker(const AuthorDesk& desk, const Speech& speech) : root_(desk.document.root()), speech_(speech) {
        const auto& stages = root_["stages"].items();
        for (std::size_t i = 0; i < stages.size(); ++i) stages_.emplace_back(stages[i]["id"].text());
    }

    [[nodiscard]] ReasonRow row(const AskedRule& rule, const std::string& stage_id) const {
        ReasonRow row;
        row.held = rule.held;
        row.pointer = pointer_of(rule, stage_id);
        row.label = label_of(rule);
        const Tree& condition = condition_at(rule, row.pointer);
        row.condition = condition_words(condition, root_, speech_);
        if (rule.spent) row.against = speech_.words("desktop.author.spent");
        for (const std::string& key : rule.failed)
            row.against += (row.against.empty() ? "" : "、") + speech_.words.name("desktop.author.key.", key);
        return row;
    }

private:
    [[nodiscard]] std::string stage_pointer(const std::string& stage_id) const {
        for (std::size_t i = 0; i < stages_.size(); ++i)
            if (stages_[i] == stage_id) return app::below("/stages", i);
        return {};
    }

    [[nodiscard]] std::string pointer_of(const AskedRule& rule, const std::string& stage_id) const {
        const auto index = static_cast<std::size_t>(rule.index);
        if (rule.owner == AskedRule::Owner::persona) return {};
        switch (rule.what) {
            case AskedRule::What::event:
                return app::below("/events", index);
            case AskedRule::What::ending:
                return app::below("/endings", index);
            case AskedRule::What::goal:
                return app::below(stage_pointer(stage_id) + "/goal", index);
            case AskedRule::What::way:
                return app::below(stage_pointer(stage_id) + "/next", index);
            case AskedRule::What::reaction:
                break;
        }
        const bool own = rule.owner == AskedRule::Owner::stage;
        return app::below(own ? stage_pointer(stage_id) + "/reactions" : "/reactions", index);
    }

    [[nodiscard]] const Tree& condition_at(const AskedRule& rule, const std::string& pointer) const {
        const Tree& thing = app::at(root_, pointer);
        return rule.what == AskedRule::What::goal ? thing : thing["when"];
    }

    [[nodiscard]] std::string label_of(const AskedRule& rule) const {
        const char* kinds[] = {"reaction", "event", "ending", "goal", "way"};
        std::string label = speech_.words.name("desktop.author.asked.", kinds[static_cast<std::size_t>(rule.what)]);
        if (rule.owner == AskedRule::Owner::persona) label = speech_.words("desktop.author.asked.persona");
        if (rule.what == AskedRule::What::goal || rule.what == AskedRule::What::way)
            return label + " " + std::to_string(rule.index + 1);
        return label + " " + rule.id;
    }

    const Tree& root_;
    const Speech& speech_;
    std::vector<std::string> stages_;
};

TrialLine owner_line(const scenarios::OwnerLine& line) { return {TrialLine::Who::owner, line.text, line.from}; }

std::string signed_number(int value) { return (value > 0 ? "+" : "−") + std::to_string(std::abs(value)); }

std::string mood_words(const scenarios::Turn& turn, const Speech& speech) {
    std::string out;
    const auto add = [&](const char* name, int before, int after) {
        if (before == after) return;
        out += (out.empty() ? "" : "　") + speech.words(std::string("name.mood.") + name) + " " +
               std::to_string(after) + "（" + signed_number(after - before) + "）";
    };
    add("anger", turn.before.anger, turn.after.anger);
    add("trust", turn.before.trust, turn.after.trust);
    add("patience", turn.before.patience, turn.after.patience);
    return out;
}

TrialTurn trial_turn(const scenarios::Turn& turn, const scenarios::TurnTrace* trace, const ReasonsMaker& reasons,
                     const Speech& speech) {
    TrialTurn shown;
    TrialLine said{TrialLine::Who::staff, turn.text, {}, turn.judgement->score};
    if (turn.input.kind == scenarios::Input::Kind::silence) said.text = speech.words("desktop.author.silence");
    if (turn.quality)
        said.note = turn.input.value + "　" + speech.words.name("name.quality.", scenarios::name_of(*turn.quality));
    shown.lines.push_back(std::move(said));
    for (const scenarios::OwnerLine& line : turn.owner) shown.lines.push_back(owner_line(line));
    shown.mood = mood_words(turn, speech);
    if (trace == nullptr) return shown;
    for (const AskedRule& rule : trace->rules) {
        // The persona has a reaction to everything: those that did not fit say nothing about this scenario.
        if (!rule.held && rule.owner == AskedRule::Owner::persona) continue;
        (rule.held ? shown.fired : shown.others).push_back(reasons.row(rule, turn.stage));
    }
    return shown;
}

}  // namespace

void add_trial(SideView& view, const AuthorDesk& desk, const Speech& speech) {
    const AuthorTrial& trial = *desk.trial;
    const ReasonsMaker reasons(desk, speech);
    for (const scenarios::OwnerLine& line : trial.talk.opening) view.opening.push_back(owner_line(line));
    for (std::size_t i = 0; i < trial.talk.turns.size(); ++i)
        view.turns.push_back(
            trial_turn(trial.talk.turns[i], i < trial.traces.size() ? &trial.traces[i] : nullptr, reasons, speech));
    view.trial_stage = trial.talk.stage_title.empty() ? trial.talk.stage_id : trial.talk.stage_title;
    if (trial.talk.ending)
        view.trial_ending =
            speech.words("desktop.author.trial_ended",
                         {{"title", trial.talk.ending->title}, {"score", std::to_string(trial.talk.scorecard.score)}});
}

}  // namespace huashu::desktop
