// pair: one thing needs another (a promise needs a time, a refusal an alternative).
#pragma once

#include "rules/guard.hpp"

namespace huashu::scoring {

struct PairRule {
    Condition trigger;            ///< its place is the finding's
    std::vector<Condition> with;  ///< any of these satisfies it
    Guard guard;
    Charge charge;
};
[[nodiscard]] PairRule read_pair(const RuleInput& input);

}  // namespace huashu::scoring
