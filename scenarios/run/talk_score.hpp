// The scorecard of what was said so far, against the first stages of the plan.
#pragma once

#include <vector>

#include "model/scenario_data.hpp"
#include "run/state.hpp"
#include "scoring/engine.hpp"
#include "scoring/scorecard.hpp"

namespace huashu::scenarios {

/// What the scorecard needs to know of a turn.
struct SaidTurn {
    int stage = 0;  ///< index into the scenario's stages
    scoring::SharedJudgement judgement;
    int anger_before = 0;
};

[[nodiscard]] scoring::Scorecard scorecard_of(const ScenarioData& data, const scoring::Engine& engine,
                                              const std::vector<SaidTurn>& turns, std::size_t planned);
/// How much of the plan the points possible so far come from: up to the last planned stage that was entered.
[[nodiscard]] std::size_t planned_so_far(const ScenarioData& data, const State& state);

}  // namespace huashu::scenarios
