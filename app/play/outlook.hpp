// What else could have come of a conversation that was played: one reply said differently, or the best from some turn
// on. Both play the recorded inputs again and change nothing on record.
//
//     Result<WhatIf> other = say_instead(scenario, engine, session.save(), 2, Input::choose("a"));
//     Outlook outlook = make_outlook(scenario, engine, session.save(), pass_mark);
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scenarios/session.hpp"

namespace huashu::app {

struct WhatIf {
    int turn = 0;                              ///< the reply that was changed, from 0
    std::string said;                          ///< what is said there instead
    int reply_score = 0;                       ///< of that reply
    std::vector<scenarios::Mood> course;       ///< at the start and after each turn
    std::vector<scenarios::OwnerLine> answer;  ///< what the owner says to it
    int kept = 0;                              ///< later replies that could be said as they were
    int replaced = 0;  ///< choices that were no longer offered: another of the same quality stood in
    int score = 0;     ///< of the whole conversation, 0..100
    bool has_critical = false;
    std::optional<scenarios::Ending> ending;  ///< none: the replies ran out before it was over
};

/// The same conversation with reply `turn` said differently and all later replies as they were, as far as it still
/// asks for any: scenarios::what_if() in the words that a debrief needs. Error (usage): no such turn. Errors as there.
[[nodiscard]] Result<WhatIf> say_instead(const scenarios::Scenario& scenario, const scoring::Engine& engine,
                                         const scenarios::SavedSession& saved, int turn,
                                         const scenarios::Input& instead);

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
