// The static check for whoever may change his mind: an editor checks what was written while the author writes on, and
// lets go of a check as soon as its text is out of date.
#pragma once

#include <atomic>

#include "scenarios/analysis.hpp"
#include "scenarios/library.hpp"

namespace huashu::scenarios {

/// check_scenario(), but it ends soon after `stop` becomes true. What it returns then is incomplete: throw it away.
[[nodiscard]] Diagnostics check_scenario(const Scenario& scenario, const scoring::Engine& engine,
                                         const std::atomic<bool>& stop);

}  // namespace huashu::scenarios
