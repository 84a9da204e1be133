#include "run/session_state.hpp"

#include "model/choice_verdict.hpp"
#include "model/hear.hpp"
#include "run/recognise.hpp"

namespace huashu::scenarios {

Session::Impl::Impl(const Scenario& of, const scoring::Engine& judge, std::uint64_t seed_given,
                    const History& remembered)
    : scenario(of),
      data(scenario.data()),
      engine(&judge),
      seed(seed_given),
      history(remembered),
      state(initial_state(data, history)),
      wording(data, seed),
      trail(data, judge) {
    moment.complaint = data.card.complaint;
    open_talk(data, state, &wording, *this, outcome);
    note_opening();
}

void Session::Impl::note_opening() {
    std::string lines;
    for (const Spoken& spoken : outcome.spoken) {
        opening.push_back(written_line(spoken));
        lines += (lines.empty() ? "" : "\n") + *spoken.text;
    }
    hear_owner(std::move(lines));
    for (const Change& change : outcome.changes) opening_changes.push_back(written_change(change));
    opened = outcome.after;
}

Result<void> Session::Impl::take_choice(const Input& input) {
    const StageData& at = stage();
    for (std::size_t i = 0; i < at.choices.size(); ++i) {
        const ChoiceData& choice = at.choices[i];
        if (choice.card.id != input.value || !is_offered(at, state, i)) continue;
        const Verdict& verdict = verdict_of(data, at, choice, *engine);
        trail.begin_choice(state, static_cast<int>(i));
        Reply reply{&verdict.heard, verdict.heard.inputs, &choice, static_cast<int>(i)};
        if (state.said.contains(verdict.heard.words_hash)) reply.inputs |= bit(InputSort::repeat);
        play(reply);
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
    std::string text = repair_utf8(input.value);
    scoring::SharedJudgement judgement = engine->judge(text, moment);
    const Heard heard = hearer.hear(data, text, *judgement);
    trail.begin_typed(state, std::move(text), std::move(judgement));
    Reply reply{&heard, heard.inputs, nullptr, -1};
    if (state.said.contains(heard.words_hash)) reply.inputs |= bit(InputSort::repeat);
    if (is_copied(hearer.words(), moment.owner_line)) reply.inputs |= bit(InputSort::copied);
    play(reply);
}

void Session::Impl::take_silence() {
    refresh_moment();
    trail.begin_silence(state, engine->judge({}, moment));
    const Heard heard = hear_silence();
    play({&heard, heard.inputs, nullptr, -1});
}

// The turn is filed before the step, so that a condition on the score counts it.
void Session::Impl::play(const Reply& reply) {
    scenarios::step(data, state, &wording, reply, *this, outcome);
    trail.note_outcome(outcome);
    note_ending();
}

void Session::Impl::note_ending() {
    if (state.ended >= 0) ending = data.endings[state.ended].card;
    if (state.ended == State::left)
        ending =
            Ending{left_id, "不歡而散",
                   state.mood.anger >= 100 ? "業主的怒氣到了頂點，談話就此中斷。" : "業主的耐心用完了，談話就此中斷。",
                   Rank::worst};
}

void Session::Impl::hear_owner(std::string lines) {
    if (!moment.owner_line.empty()) moment.owner_earlier.push_back(std::move(moment.owner_line));
    moment.owner_line = std::move(lines);
}

// Choices are judged for themselves, so what was said before is gathered only when a typed reply needs it.
void Session::Impl::catch_up() {
    for (; caught_up_ < trail.size(); ++caught_up_) {
        if (!trail.is_silence(caught_up_)) moment.earlier.push_back(trail.text_of(caught_up_));
        hear_owner(trail.owner_text_of(caught_up_));
    }
}

void Session::Impl::refresh_moment() {
    catch_up();
    moment.step = stage().step;
    moment.model_reply = stage().model;
    moment.anger = state.mood.anger;
}

const std::string& Session::Impl::last_owner_line() {
    catch_up();
    return moment.owner_line;
}

const std::vector<Turn>& Session::Impl::written_turns() {
    while (written_.size() < trail.size()) written_.push_back(trail.written(written_.size()));
    return written_;
}

scoring::Scorecard Session::Impl::score(std::size_t planned) const {
    std::vector<SaidTurn> said;
    said.reserve(trail.size());
    for (std::size_t i = 0; i < trail.size(); ++i) said.push_back(trail.said(i));
    return scorecard_of(data, *engine, said, planned);
}

int Session::Impl::per_cent() { return score(planned_so_far(data, state)).score; }

}  // namespace huashu::scenarios
