// act: words that do something for the owner.
#pragma once

#include "rules/guard.hpp"

namespace huashu::scoring {

struct ActRule {
    Act act = Act::greet;
    Wording words;
    Guard guard;
};
[[nodiscard]] ActRule read_act(const RuleInput& input);

}  // namespace huashu::scoring
