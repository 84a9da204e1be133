#include "play/what_if.hpp"

#include <algorithm>

namespace huashu::app {
namespace {

using scenarios::Choice;
using scenarios::Input;
using scenarios::Quality;
using scenarios::SavedSession;
using scenarios::Session;

Result<Session> up_to(const scenarios::Scenario& scenario, const scoring::Engine& engine, SavedSession saved,
                      std::size_t turns) {
    saved.inputs.resize(std::min(turns, saved.inputs.size()));
    return Session::restore(scenario, engine, saved);
}

std::optional<Input> of_quality(const std::vector<Choice>& choices, Quality quality) {
    for (const Choice& choice : choices)
        if (choice.quality == quality) return Input::choose(choice.id);
    return std::nullopt;
}

bool offered(const std::vector<Choice>& choices, const std::string& id) {
    return std::any_of(choices.begin(), choices.end(), [&](const Choice& c) { return c.id == id; });
}

// A later reply as it was; a choice that is not offered any more gives way to one of the same quality.
Input again(const Session& talk, const scenarios::Turn& before, WhatIf& out) {
    const std::vector<Choice> choices = talk.choices();
    if (before.input.kind != Input::Kind::choice) return ++out.kept, before.input;
    // Ids are a stage's own: the same letter in another stage is another sentence.
    if (talk.stage_id() == before.stage && offered(choices, before.input.value)) return ++out.kept, before.input;
    ++out.replaced;
    return of_quality(choices, before.quality.value_or(Quality::best)).value_or(Input::say(before.text));
}

Input best_of(const Session& talk) {
    return of_quality(talk.choices(), Quality::best).value_or(Input::say(talk.model_reply()));
}

// A pass needs the mark and no critical finding; a talk with one counts as nothing reached.
Result<int> best_from(Session talk) {
    for (int i = talk.turn_bound(); i > 0 && talk.waits_for() == Session::Waits::reply; --i)
        if (const auto done = talk.take(best_of(talk)); !done) return tl::unexpected(done.error());
    const scoring::Scorecard card = talk.scorecard();
    return card.has_critical ? 0 : card.score;
}

}  // namespace

Result<WhatIf> what_if(const scenarios::Scenario& scenario, const scoring::Engine& engine, const SavedSession& saved,
                       int turn, const Input& instead) {
    auto was = Session::restore(scenario, engine, saved);
    if (!was) return tl::unexpected(was.error());
    if (turn < 0 || static_cast<std::size_t>(turn) >= was->turns().size())
        return fail(Error::Cause::usage, {.code = "no-such-turn",
                                          .text = "this conversation has no reply " + std::to_string(turn + 1),
                                          .remedy = "",
                                          .place = {},
                                          .excerpt = {}});
    auto talk = up_to(scenario, engine, saved, static_cast<std::size_t>(turn));
    if (!talk) return tl::unexpected(talk.error());
    WhatIf out;
    out.turn = turn;
    const auto changed = talk->answer(instead);
    if (!changed) return tl::unexpected(changed.error());
    out.said = changed->text;
    out.reply_score = changed->judgement.score;
    out.answer = changed->owner;
    for (std::size_t i = static_cast<std::size_t>(turn) + 1;
         i < was->turns().size() && talk->waits_for() == Session::Waits::reply; ++i)
        if (const auto done = talk->take(again(*talk, was->turns()[i], out)); !done)
            return tl::unexpected(done.error());
    out.course.push_back(talk->initial_mood());
    for (const scenarios::Turn& t : talk->turns()) out.course.push_back(t.after);
    const scoring::Scorecard card = talk->scorecard();
    out.score = card.score;
    out.has_critical = card.has_critical;
    out.ending = talk->ending();
    return out;
}

Result<Outlook> make_outlook(const scenarios::Scenario& scenario, const scoring::Engine& engine,
                             const SavedSession& saved, int pass_mark) {
    Outlook out;
    const std::size_t turns = saved.inputs.size();
    for (std::size_t k = 0; k <= turns; ++k) {
        auto talk = up_to(scenario, engine, saved, k);
        if (!talk) return tl::unexpected(talk.error());
        if (k < turns) out.offered.push_back(talk->choices());
        const auto best = best_from(std::move(*talk));
        if (!best) return tl::unexpected(best.error());
        out.reachable.push_back(*best);
    }
    // What can be reached later could be reached before.
    for (std::size_t k = turns; k-- > 0;) out.reachable[k] = std::max(out.reachable[k], out.reachable[k + 1]);
    for (std::size_t k = 0; k < turns; ++k)
        if (out.reachable[k] >= pass_mark && out.reachable[k + 1] < pass_mark) out.no_return = static_cast<int>(k);
    return out;
}

}  // namespace huashu::app
