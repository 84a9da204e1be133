// The turns of a talk as facts: played again from its inputs, to see what was offered and said each time.
#pragma once

#include "reports/facts.hpp"
#include "scenarios/session.hpp"

namespace huashu::app {

/// Adds the turns to `to` and returns the talk as it then stands; nothing, and no turns: the scenario no longer takes
/// these replies.
[[nodiscard]] std::optional<scenarios::Session> play_again(const scenarios::Scenario& scenario,
                                                           const scoring::Engine& engine,
                                                           const scenarios::SavedSession& saved, AttemptFacts& to);

}  // namespace huashu::app
