// Applies changes of mood and writes down each with its cause, so that they add up.
#pragma once

#include "run/step.hpp"

namespace huashu::scenarios {

/// What the acts, findings and sort of a reply do by the persona's temperament, bounded to ±mood_bound in sum.
/// Counts the acts of the stage: a second time counts half, a third not at all.
void apply_effects(const PersonaData& persona, const Reply& reply, State& state, std::vector<Change>& changes);

/// Moves the mood; what would leave 0..100 is taken back as a change of cause `range`.
void apply_change(const Change& change, State& state, std::vector<Change>& changes);

}  // namespace huashu::scenarios
