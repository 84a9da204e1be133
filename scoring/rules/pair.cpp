#include "rules/pair.hpp"

#include "rules/order.hpp"

namespace huashu::scoring {

PairRule read_pair(const RuleInput& input) {
    PairRule rule;
    rule.trigger = read_required_condition(input, "trigger", Scope::reply);
    rule.with = read_conditions(input, "with", Scope::reply, true);
    rule.guard = read_guard(input);
    rule.charge = read_charge(input);
    check_has_place(input, "trigger", rule.trigger);
    return rule;
}

}  // namespace huashu::scoring
