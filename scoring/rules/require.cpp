#include "rules/require.hpp"

namespace huashu::scoring {

RequireRule read_require(const RuleInput& input) {
    ObjectReader& in = input.in;
    RequireRule rule;
    rule.complaints = read_complaints(input, "complaint");
    rule.steps = read_steps(input, "steps");
    rule.acts = read_acts(input, "acts");
    rule.any = read_conditions(input, "any", Scope::reply);
    rule.weight = static_cast<int>(in.required_integer("weight", 1, 100));
    rule.dimension =
        in.required_name<Dimension>("dimension", parse_dimension, "a dimension of the rubric", Dimension::listening);
    rule.anger = read_range(input, "anger", {0, 100});
    rule.when = read_conditions(input, "when", Scope::reply);
    rule.unless = read_conditions(input, "unless", Scope::reply);
    if (rule.acts.none() && rule.any.empty())
        in.report("acts", "missing-key", "a requirement needs \"acts\" or \"any\": what meets it?");
    return rule;
}

}  // namespace huashu::scoring
