// The one function that changes the state.
#pragma once

#include "desktop/state/intent.hpp"

namespace huashu::desktop {

/// Pure: the same state and intent give the same state and effects. An intent that makes no sense in the present state
/// (a choice when no talk runs) changes nothing.
[[nodiscard]] Effects update(State& state, const Intent& intent);
/// The part of it that is about the page of analysis.
[[nodiscard]] Effects update_analysis(State& state, const AnalysisIntent& intent);

}  // namespace huashu::desktop
