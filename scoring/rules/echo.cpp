#include "rules/echo.hpp"

namespace huashu::scoring {

EchoRule read_echo(const RuleInput& input) {
    EchoRule rule;
    rule.owner = read_texts(input, "owner", true);
    rule.match = read_texts(input, "match", true);
    rule.guard = read_guard(input, Scope::reply);
    rule.charge = read_charge(input);
    return rule;
}

}  // namespace huashu::scoring
