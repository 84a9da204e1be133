// prefer: say this instead of that.
#pragma once

#include "rules/guard.hpp"

namespace huashu::scoring {

struct PreferRule {
    Wording words;
    std::string say;  ///< the better words
    Guard guard;
    Charge charge;
};
[[nodiscard]] PreferRule read_prefer(const RuleInput& input);

}  // namespace huashu::scoring
