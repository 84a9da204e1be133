#include "desktop/views/play_view.hpp"

#include <algorithm>

#include "desktop/views/home_view.hpp"

namespace huashu::desktop {
namespace {

using scoring::Step;

std::vector<StepView> make_steps(const Talk& talk, const Speech& speech) {
    Step farthest = talk.step <= Step::four ? talk.step : Step::unknown;
    for (const scenarios::Turn& turn : talk.turns)
        if (turn.step <= Step::four) farthest = std::max(farthest, turn.step);
    const bool past_the_steps = talk.step == Step::close || talk.step == Step::callback;
    std::vector<StepView> steps;
    for (int i = 1; i <= 4; ++i) {
        const auto step = static_cast<Step>(i);
        StepView view;
        view.number = i;
        view.label = speech.words.name("desktop.step.", name_of(step));
        if (step == talk.step && !talk.ending)
            view.state = StepState::now;
        else if (step <= farthest || past_the_steps)
            view.state = StepState::done;
        steps.push_back(std::move(view));
    }
    if (talk.step > Step::four && !talk.ending)  // calming, bringing somebody in …: beside the four
        steps.push_back({speech.words.name("name.step.", name_of(talk.step)), 0, StepState::now});
    return steps;
}

}  // namespace

EndingView make_ending_view(const Talk& talk, const Speech& speech) {
    EndingView out;
    if (!talk.ending) return out;
    out.title = speech.content(talk.ending->title);
    out.note = speech.content(talk.ending->note);
    out.rank = speech.words.name("name.rank.", name_of(talk.ending->rank));
    out.score = score_of(talk);
    out.has_critical = talk.scorecard.has_critical;
    out.passed = out.score >= talk.pass_mark && !out.has_critical;
    return out;
}

PlayView make_play_view(const Talk& talk, const Speech& speech) {
    PlayView out;
    out.title = speech.content(talk.card.title);
    out.owner = speech.content(talk.card.owner.name);
    out.owner_line = speech.words("desktop.owner.line", {{"age", std::to_string(talk.card.owner.age)},
                                                         {"home", speech.content(talk.card.owner.home)}});
    out.persona = speech.content(talk.card.persona_name);
    out.channel = speech.words.name("name.channel.", name_of(talk.card.channel));
    out.setting = talk.card.channel;
    out.channel_icon = icon_of(talk.card.channel);
    out.brief = speech.content(talk.card.brief);
    out.likeness = likeness_of(talk.card.owner, talk.card.persona_id);
    out.initial = talk.initial;
    out.mood = talk.mood;
    out.change = last_change(talk);
    out.face = speech.words(word_key(countenance_of(talk.mood)));
    out.course.push_back(talk.initial);
    for (const scenarios::Turn& turn : talk.turns) out.course.push_back(turn.after);
    out.steps = make_steps(talk, speech);
    out.stage_title = speech.content(talk.stage_title);
    for (const scenarios::FactNote& fact : talk.facts) {
        out.facts.push_back({speech.content(fact.label), speech.content(fact.note), fact.told});
        out.facts_told += fact.told ? 1 : 0;
    }
    for (const scenarios::OwnerLine& line : talk.opening) out.opening.push_back(make_owner_bubble(line, speech));
    for (std::size_t i = 0; i < talk.turns.size(); ++i)
        out.turns.push_back(make_turn_view(talk.turns[i], static_cast<int>(i), speech));
    for (const scenarios::Choice& choice : talk.choices)
        out.choices.push_back({choice.id, speech.content(choice.text)});
    if (talk.ending) out.ending = make_ending_view(talk, speech);
    out.pass_mark = talk.pass_mark;
    out.hint_points = app::hint_points(talk.hints);
    return out;
}

namespace {

// What this stage asks for and the draft lacks, each once.
std::vector<std::string> missing_acts(const scoring::Judgement& j, const Speech& speech) {
    std::vector<std::string> out;
    for (const scoring::MissingAct& m : j.missing) {
        if (m.acts.empty()) continue;
        std::string label = speech.words.name("name.act.", name_of(m.acts.front()));
        if (std::find(out.begin(), out.end(), label) == out.end()) out.push_back(std::move(label));
    }
    return out;
}

void climb(const PlayState& play, const Speech& speech, CoachView& out) {
    const scoring::Judgement& j = play.draft_judgement;
    if (play.hint >= 1) {
        out.nudge = speech.words("desktop.hint.nudge", {{"stage", speech.content(play.talk->stage_title)}});
        if (!j.missing.empty()) out.nudge += speech.content(j.missing.front().reason);
    }
    if (play.hint >= 2) out.elements = missing_acts(j, speech);
    if (play.hint >= 3) out.model = speech.content(play.talk->model_reply);
    for (int rung = 1; rung <= app::hint_rungs; ++rung)
        out.rungs.push_back({speech.words.name("desktop.hint.rung.", std::to_string(rung)),
                             speech.words("desktop.hint.price", {{"points", std::to_string(app::hint_cost(rung))}}),
                             rung <= play.hint});
}

}  // namespace

CoachView make_coach_view(const PlayState& play, const Speech& speech) {
    CoachView out;
    if (!play.talk) return out;
    const scoring::Judgement& j = play.draft_judgement;
    if (play.coach && !play.draft.empty()) {
        out.findings = make_findings(j, speech);
        int number = 0;
        for (const scoring::Finding& f : j.findings) out.marks.push_back({MarkKind::finding, number++, f.span});
        for (const scoring::Finding& f : j.advice) out.marks.push_back({MarkKind::advice, number++, f.span});
        for (const scoring::EarnedAct& a : j.acts) {
            std::string label = speech.words.name("name.act.", name_of(a.act));
            if (std::find(out.acts.begin(), out.acts.end(), label) == out.acts.end())
                out.acts.push_back(std::move(label));
        }
        for (const scoring::MissingAct& m : j.missing) out.missing.push_back(speech.content(m.reason));
    }
    climb(play, speech, out);
    return out;
}

}  // namespace huashu::desktop
