#include "play/outlook.hpp"

#include <algorithm>

namespace huashu::app {
namespace {

using scenarios::Input;
using scenarios::SavedSession;
using scenarios::Session;

Result<Session> up_to(const scenarios::Scenario& scenario, const scoring::Engine& engine, SavedSession saved,
                      std::size_t turns) {
    saved.inputs.resize(std::min(turns, saved.inputs.size()));
    return Session::restore(scenario, engine, saved);
}

std::optional<Input> best_choice(const Session& talk) {
    for (const scenarios::Choice& choice : talk.choices())
        if (choice.quality == scenarios::Quality::best) return Input::choose(choice.id);
    return std::nullopt;
}

Input best_of(const Session& talk) { return best_choice(talk).value_or(Input::say(talk.model_reply())); }

// A pass needs the mark and no critical finding; a talk with one counts as nothing reached.
Result<int> best_from(Session talk) {
    for (int i = talk.turn_bound(); i > 0 && talk.waits_for() == Session::Waits::reply; --i)
        if (const auto done = talk.take(best_of(talk)); !done) return tl::unexpected(done.error());
    const scoring::Scorecard card = talk.scorecard();
    return card.has_critical ? 0 : card.score;
}

}  // namespace

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
