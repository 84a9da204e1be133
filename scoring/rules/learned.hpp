// learned: what the model has learned to see as a fault of one family, where the rules found none (docs/scoring.md).
#pragma once

#include "rules/guard.hpp"

namespace huashu::scoring {

struct LearnedRule {
    int sure = 95;  ///< per cent: how sure the model must be that there is a fault at all
    Guard guard;
    Charge charge;  ///< its family is always set; never critical
};
[[nodiscard]] LearnedRule read_learned(const RuleInput& input);

}  // namespace huashu::scoring
