// Results of an invented team, the same every time: for the gallery, and for tests of reports and analysis.
#pragma once

#include "desktop/state/analysis_state.hpp"

namespace huashu::desktop {

/// Of the first so many people (at most twelve), in the order in which the talks ended; each has played the six sample
/// scenarios once and some of them twice. The first is the best, the last the weakest.
[[nodiscard]] std::vector<app::AttemptFacts> sample_facts(int people);

/// For the first person: one measure done, one overdue, one open. `today` of the samples is "2026-06-20".
[[nodiscard]] Plans sample_plans();

}  // namespace huashu::desktop
