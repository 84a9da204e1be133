// Judges every choice of a scenario once, so that a turn by choice costs no judging.
#pragma once

#include "model/scenario_data.hpp"
#include "scoring/engine.hpp"

namespace huashu::scenarios {

/// The moment in which a choice of that stage is judged: what it is worth by itself, whatever was said before.
[[nodiscard]] scoring::Moment choice_moment(const ScenarioData& data, const StageData& stage);

void judge_choices(ScenarioData& data, const scoring::Engine& engine);

}  // namespace huashu::scenarios
