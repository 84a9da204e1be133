// What could still have come of a conversation that was played, had the best been said from some turn on. Plays the
// recorded inputs again and changes nothing on record.
//
//     Outlook outlook = make_outlook(scenario, engine, session.save(), pass_mark);
#pragma once

#include <optional>
#include <vector>

#include "scenarios/session.hpp"

namespace huashu::app {

/// What could still be reached before each reply and after the last.
struct Outlook {
    std::vector<int> reachable;  ///< best score seen from there, 0..100; one more than turns, never rising
    std::vector<std::vector<scenarios::Choice>> offered;  ///< what could be chosen for each reply
    std::optional<int> no_return;  ///< the reply after which a pass was out of reach; none: it never was
};

/// Follows the best curated choice from each point on (the model reply where nothing can be chosen), so it is a lower
/// bound of what is possible. Error (content): as Session::restore.
[[nodiscard]] Result<Outlook> make_outlook(const scenarios::Scenario& scenario, const scoring::Engine& engine,
                                           const scenarios::SavedSession& saved, int pass_mark);

}  // namespace huashu::app
