// order: one thing must come before another (understanding before the solution).
#pragma once

#include "rules/guard.hpp"

namespace huashu::scoring {

struct OrderRule {
    Condition first;                 ///< must have come, before
    Condition then;                  ///< this comes; its place is the finding's
    bool over_conversation = false;  ///< staff's earlier replies count for `first`
    Guard guard;
    Charge charge;
};
[[nodiscard]] OrderRule read_order(const RuleInput& input);

/// For conditions whose occurrences are what a rule is about: reports one that has no place in the reply.
void check_has_place(const RuleInput& input, std::string_view key, const Condition& condition);

}  // namespace huashu::scoring
