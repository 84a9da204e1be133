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

bool is_offered(const Session& session, const Input& input) {
    if (input.kind != Input::Kind::choice) return true;
    const std::vector<Choice> offered = session.choices();
    return std::any_of(offered.begin(), offered.end(), [&](const Choice& choice) { return choice.id == input.value; });
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
    return {turn.stage, turn.input, turn.judgement.score, turn.after, turn.told};
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
    std::vector<bool> replaced(saved.inputs.size(), false);
    std::size_t next = turn + 1;
    for (; next < saved.inputs.size() && after->waits_for() == Session::Waits::reply; ++next) {
        Input said = saved.inputs[next];
        replaced[next] = !is_offered(*after, said);
        if (replaced[next]) said = like(*after, before->turns()[next].quality.value_or(Quality::near));
        (void)after->take(said);  // what is offered is taken
    }
    WhatIf result{std::move(*before), std::move(*after), turn, {}, saved.inputs.size() - next};
    const std::size_t most = std::max(result.before.turns().size(), result.after.turns().size());
    for (std::size_t i = 0; i < most; ++i) {
        TurnPair pair;
        if (i < result.before.turns().size()) pair.before = side_of(result.before.turns()[i]);
        if (i < result.after.turns().size()) pair.after = side_of(result.after.turns()[i]);
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
