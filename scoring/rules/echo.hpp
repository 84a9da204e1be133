// echo: the reply must take up what the owner said.
#pragma once

#include "rules/guard.hpp"

namespace huashu::scoring {

struct EchoRule {
    PatternTexts owner;  ///< when the owner's last line holds any of these,
    PatternTexts match;  ///< the reply must hold any of these
    Guard guard;
    Charge charge;
};
[[nodiscard]] EchoRule read_echo(const RuleInput& input);

}  // namespace huashu::scoring
