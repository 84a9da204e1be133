#include "rules/act.hpp"

namespace huashu::scoring {

ActRule read_act(const RuleInput& input) {
    ActRule rule;
    rule.act = input.in.required_name<Act>("act", parse_act, "a speech act", Act::greet);
    rule.words = read_wording(input);
    rule.guard = read_guard(input);
    return rule;
}

}  // namespace huashu::scoring
