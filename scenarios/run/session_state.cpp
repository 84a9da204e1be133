#include "run/session_state.hpp"

#include "model/choice_verdict.hpp"
#include "model/hear.hpp"
#include "run/recognise.hpp"
#include "run/talk_score.hpp"

namespace huashu::scenarios {

Session::Impl::Impl(const Scenario& of, const scoring::Engine& judge, std::uint64_t seed_given,
                    const History& remembered)
    : scenario(of),
      data(scenario.data()),
      engine(&judge),
      seed(seed_given),
      history(remembered),
      state(initial_state(data, history)),
      wording(data, seed) {
    moment.complaint = data.card.complaint;
    open_talk(data, state, &wording, *this, outcome);
    take_lines(opening);
    take_changes(opening_changes);
    opened = outcome.after;
}

Result<void> Session::Impl::take_choice(const Input& input) {
    const StageData& at = stage();
    for (std::size_t i = 0; i < at.choices.size(); ++i) {
        const ChoiceData& choice = at.choices[i];
        if (choice.card.id != input.value || !is_offered(at, state, i)) continue;
        Turn turn = begin_turn(input, choice.card.text);
        const Verdict& verdict = verdict_of(data, at, choice, *engine);
        turn.judgement = verdict.judgement;
        turn.quality = choice.card.quality;
        Reply reply{&verdict.heard, verdict.heard.inputs, &choice, static_cast<int>(i)};
        if (state.said.contains(verdict.heard.words_hash)) reply.inputs |= bit(InputSort::repeat);
        play(std::move(turn), reply);
        return {};
    }
    Diagnostic problem;
    problem.code = "choice-not-offered";
    problem.text = "the stage \"" + at.id + "\" does not offer the choice \"" + input.value + "\"";
    for (std::size_t i = 0; i < at.choices.size(); ++i)
        if (is_offered(at, state, i))
            problem.remedy += (problem.remedy.empty() ? "offered: " : ", ") + at.choices[i].card.id;
    return fail(Error::Cause::usage, std::move(problem));
}

void Session::Impl::take_typed(const Input& input) {
    refresh_moment();
    const Input sound = Input::say(repair_utf8(input.value));
    Turn turn = begin_turn(sound, sound.value);
    turn.judgement = engine->judge(turn.text, moment);
    const Heard heard = hearer.hear(data, turn.text, turn.judgement);
    Reply reply{&heard, heard.inputs, nullptr, -1};
    if (state.said.contains(heard.words_hash)) reply.inputs |= bit(InputSort::repeat);
    if (is_copied(hearer.words(), moment.owner_line)) reply.inputs |= bit(InputSort::copied);
    play(std::move(turn), reply);
}

void Session::Impl::take_silence() {
    refresh_moment();
    Turn turn = begin_turn(Input::stay_silent(), {});
    turn.judgement = engine->judge({}, moment);
    const Heard heard = hear_silence();
    play(std::move(turn), {&heard, heard.inputs, nullptr, -1});
}

Turn Session::Impl::begin_turn(const Input& input, std::string text) const {
    Turn turn;
    turn.input = input;
    turn.text = std::move(text);
    turn.stage = stage().id;
    turn.step = stage().step;
    turn.model_reply = stage().model;
    return turn;
}

// The turn is filed before the step, so that a condition on the score counts it.
void Session::Impl::play(Turn turn, const Reply& reply) {
    turn.before = state.mood;
    turns.push_back(std::move(turn));
    scenarios::step(data, state, &wording, reply, *this, outcome);
    Turn& filed = turns.back();
    filed.after = outcome.after;
    take_changes(filed.changes);
    for (const int fact : outcome.told) filed.told.push_back(data.facts[fact].id);
    if (filed.input.kind != Input::Kind::silence) moment.earlier.push_back(filed.text);
    take_lines(filed.owner);
    note_ending();
}

void Session::Impl::take_changes(std::vector<MoodChange>& changes) const {
    changes.reserve(outcome.changes.size());
    for (const Change& change : outcome.changes)
        changes.push_back({name_of_cause(change), change.delta.anger, change.delta.trust, change.delta.patience});
}

void Session::Impl::take_lines(std::vector<OwnerLine>& lines) {
    if (!moment.owner_line.empty()) moment.owner_earlier.push_back(std::move(moment.owner_line));
    moment.owner_line.clear();
    lines.reserve(outcome.spoken.size());
    for (const Spoken& spoken : outcome.spoken) {
        lines.push_back({spoken.why, *spoken.text, *spoken.from});
        if (!moment.owner_line.empty()) moment.owner_line += '\n';
        moment.owner_line += *spoken.text;
    }
}

void Session::Impl::note_ending() {
    if (state.ended >= 0) ending = data.endings[state.ended].card;
    if (state.ended == State::left)
        ending =
            Ending{left_id, "不歡而散",
                   state.mood.anger >= 100 ? "業主的怒氣到了頂點，談話就此中斷。" : "業主的耐心用完了，談話就此中斷。",
                   Rank::worst};
}

void Session::Impl::refresh_moment() {
    moment.step = stage().step;
    moment.model_reply = stage().model;
    moment.anger = state.mood.anger;
}

scoring::Scorecard Session::Impl::score(std::size_t planned) const {
    return scorecard_of(data, *engine, turns, planned);
}

int Session::Impl::per_cent() { return score(planned_so_far(data, state)).score; }

}  // namespace huashu::scenarios
