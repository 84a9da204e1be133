#include "scenarios/what_if.hpp"

#include <algorithm>

namespace huashu::scenarios {
namespace {

tl::unexpected<Error> refuse(std::string code, std::string text) {
    Diagnostic problem;
    problem.code = std::move(code);
    problem.text = std::move(text);
    return fail(Error::Cause::usage, std::move(problem));
}

// The same words under whatever letter, or what was typed.
std::optional<Input> again(const Session& session, const Turn& turn) {
    if (turn.input.kind != Input::Kind::choice) return turn.input;
    for (const Choice& choice : session.choices())
        if (choice.text == turn.text) return Input::choose(choice.id);
    return std::nullopt;
}

// As a walk of the static check picks: the quality, else better, else worse.
Input like(const Session& session, Quality quality) {
    const std::vector<Choice> offered = session.choices();
    const auto first_of = [&](Quality wanted) -> const Choice* {
        for (const Choice& choice : offered)
            if (choice.quality == wanted) return &choice;
        return nullptr;
    };
    for (int q = static_cast<int>(quality); q >= 0; --q)
        if (const Choice* found = first_of(static_cast<Quality>(q))) return Input::choose(found->id);
    for (int q = static_cast<int>(quality) + 1; q <= static_cast<int>(Quality::bad); ++q)
        if (const Choice* found = first_of(static_cast<Quality>(q))) return Input::choose(found->id);
    return Input::stay_silent();
}

TurnPair::Side side_of(const Turn& turn) {
    return {turn.stage, turn.input, turn.judgement->score, turn.after, turn.told};
}

TalkOutcome outcome_of(const Session& session) {
    TalkOutcome outcome;
    outcome.course.push_back(session.initial_mood());
    for (const Turn& turn : session.turns()) outcome.course.push_back(turn.after);
    const scoring::Scorecard card = session.scorecard();
    outcome.score = card.score;
    outcome.has_critical = card.has_critical;
    outcome.ending = session.ending();
    return outcome;
}

}  // namespace

Result<WhatIf> what_if(const Scenario& scenario, const scoring::Engine& engine, const SavedSession& saved,
                       std::size_t turn, const Input& input) {
    Result<Session> before = Session::restore(scenario, engine, saved);
    if (!before) return tl::unexpected(before.error());
    if (turn >= before->turns().size())
        return refuse("no-such-turn", "the talk has " + std::to_string(before->turns().size()) + " turns, not " +
                                          std::to_string(turn + 1));
    SavedSession start = saved;
    start.inputs.resize(turn);
    Result<Session> after = Session::restore(scenario, engine, start);
    if (!after) return tl::unexpected(after.error());
    if (const Result<void> taken = after->take(input); !taken) return tl::unexpected(taken.error());
    WhatIf result;
    result.turn = turn;
    std::vector<bool> replaced(saved.inputs.size(), false);
    std::size_t next = turn + 1;
    for (; next < saved.inputs.size() && after->waits_for() == Session::Waits::reply; ++next) {
        const Turn& was = before->turns()[next];
        const std::optional<Input> said = again(*after, was);
        replaced[next] = !said;
        ++(said ? result.kept : result.replaced);
        (void)after->take(said ? *said
                               : like(*after, was.quality.value_or(Quality::near)));  // what is offered is taken
    }
    result.unsaid = saved.inputs.size() - next;
    result.said = after->turns()[turn].text;
    result.answer = after->turns()[turn].owner;
    result.before = outcome_of(*before);
    result.after = outcome_of(*after);
    const std::size_t most = std::max(before->turns().size(), after->turns().size());
    for (std::size_t i = 0; i < most; ++i) {
        TurnPair pair;
        if (i < before->turns().size()) pair.before = side_of(before->turns()[i]);
        if (i < after->turns().size()) pair.after = side_of(after->turns()[i]);
        pair.replaced = i < replaced.size() && replaced[i];
        result.turns.push_back(std::move(pair));
    }
    return result;
}

Result<Rescue> rescue(const Scenario& scenario, const scoring::Engine& engine, const SavedSession& saved) {
    SavedSession none = saved;
    none.inputs.clear();
    Result<Session> session = Session::restore(scenario, engine, none);
    if (!session) return tl::unexpected(session.error());
    Rescue found{std::move(*session), 0, {}};
    for (std::size_t i = 0; i < saved.inputs.size(); ++i) {
        const Result<void> taken = found.session.take(saved.inputs[i]);
        if (taken) continue;
        found.lost = saved.inputs.size() - i;
        found.why = "at turn " + std::to_string(i + 1) + " " + taken.error().diagnostics.front().text;
        break;
    }
    return found;
}

}  // namespace huashu::scenarios
