// The plan of a scenario: the stages that no talk can go around on its way from the start to the end, in order.
//
// It is the denominator of the score (scoring/scorecard.hpp), so it must not depend on the path taken, nor hold stages
// that only some talks visit: a calming stage for those who made the owner angry must not cost those who
// did not. Only `next` counts; jumps by choices and reactions are shortcuts, and a shortcut has missed what it skips.
#pragma once

#include <vector>

#include "model/scenario_data.hpp"

namespace huashu::scenarios {

[[nodiscard]] std::vector<int> plan_of(const std::vector<StageData>& stages, int start);

}  // namespace huashu::scenarios
