#include "rules/order.hpp"

namespace huashu::scoring {

void check_has_place(const RuleInput& input, std::string_view key, const Condition& condition) {
    using Asks = Condition::Asks;
    const bool placed =
        condition.asks == Asks::match || condition.asks == Asks::acts || condition.asks == Asks::families;
    const bool here = condition.scope != Scope::owner && condition.scope != Scope::earlier;
    if (!placed || !here || condition.negated)
        input.in.report(key, "no-place", "\"" + std::string(key) + "\" must be something that stands in the reply",
                        "ask with \"match\", \"acts\" or \"families\", without \"not\", \"in\": \"owner\" or "
                        "\"in\": \"earlier\"");
}

OrderRule read_order(const RuleInput& input) {
    OrderRule rule;
    rule.first = read_required_condition(input, "first", Scope::before);
    rule.then = read_required_condition(input, "then", Scope::reply);
    const std::string over = input.in.optional_string("over", "reply");
    rule.over_conversation = over == "conversation";
    if (over != "conversation" && over != "reply")
        input.in.report("over", "unknown-name", "\"over\" is \"reply\" or \"conversation\"");
    rule.guard = read_guard(input);
    rule.charge = read_charge(input);
    check_has_place(input, "first", rule.first);
    check_has_place(input, "then", rule.then);
    return rule;
}

}  // namespace huashu::scoring
