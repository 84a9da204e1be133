// Why a turn went as it did: every condition that was asked in it, whether it held, and if not, which of its keys were
// against it. For authors who play what they write; a talk itself never needs it.
//
//     for (const TurnTrace& turn : trace_of(session, engine))
//         for (const AskedRule& rule : turn.rules) …
#pragma once

#include <string>
#include <vector>

#include "scenarios/session.hpp"

namespace huashu::scenarios {

struct AskedRule {
    enum class What : std::uint8_t {
        reaction,  ///< of the stage, the scenario or the persona
        event,
        ending,
        goal,  ///< `index` in the stage's list
        way,   ///< an entry of the stage's `next`, `index` in its list
    };
    enum class Owner : std::uint8_t { stage, scenario, persona };
    What what = What::reaction;
    Owner owner = Owner::stage;
    std::string id;  ///< empty for goals and ways
    int index = 0;   ///< in its list
    bool held = false;
    bool spent = false;               ///< it speaks once, and has spoken
    std::vector<std::string> failed;  ///< the keys of its condition that did not hold, as the format spells them
    bool operator==(const AskedRule&) const = default;
};

/// In the order in which they were asked. A goal that was met in an earlier turn of its visit is not asked again.
struct TurnTrace {
    std::vector<AskedRule> rules;
    bool stuck = false;  ///< the turns were used up with the goal unmet
    bool operator==(const TurnTrace&) const = default;
};

/// One for each of the session's turns. `engine`: the one that it was played with.
[[nodiscard]] std::vector<TurnTrace> trace_of(const Session& session, const scoring::Engine& engine);

}  // namespace huashu::scenarios
