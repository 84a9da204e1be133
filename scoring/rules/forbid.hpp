// forbid: words that must not be said.
#pragma once

#include "rules/guard.hpp"

namespace huashu::scoring {

struct ForbidRule {
    Wording words;
    Guard guard;
    Charge charge;  ///< its family is always set
    int sure = 0;   ///< per cent: how sure the model must be that there is a fault, for weak words; 0: as the pack says
};
[[nodiscard]] ForbidRule read_forbid(const RuleInput& input);

}  // namespace huashu::scoring
