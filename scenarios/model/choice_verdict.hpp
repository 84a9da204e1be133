// The verdict on a choice: what it is worth by itself, whatever was said before.
#pragma once

#include "model/scenario_data.hpp"
#include "scoring/engine.hpp"

namespace huashu::scenarios {

/// The moment in which a choice of that stage is judged.
[[nodiscard]] scoring::Moment choice_moment(const ScenarioData& data, const StageData& stage);

/// Judged when first asked for; ask with the engine that the scenario was loaded with.
[[nodiscard]] const Verdict& verdict_of(const ScenarioData& data, const StageData& stage, const ChoiceData& choice,
                                        const scoring::Engine& engine);

}  // namespace huashu::scenarios
