#include "rules/prefer.hpp"

namespace huashu::scoring {

PreferRule read_prefer(const RuleInput& input) {
    PreferRule rule;
    rule.words = read_wording(input);
    rule.say = input.in.required_string("say");
    rule.guard = read_guard(input);
    rule.charge = read_charge(input);
    return rule;
}

}  // namespace huashu::scoring
