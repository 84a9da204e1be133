// forbid: words that must not be said.
#pragma once

#include "rules/guard.hpp"

namespace huashu::scoring {

struct ForbidRule {
    Wording words;
    Guard guard;
    Charge charge;  ///< its family is always set
};
[[nodiscard]] ForbidRule read_forbid(const RuleInput& input);

}  // namespace huashu::scoring
