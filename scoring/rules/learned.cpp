#include "rules/learned.hpp"

namespace huashu::scoring {

LearnedRule read_learned(const RuleInput& input) {
    ObjectReader& in = input.in;
    LearnedRule rule;
    rule.sure = static_cast<int>(in.required_integer("sure", 50, 99));
    rule.guard = read_guard(input);
    rule.charge = read_charge(input);
    for (const std::string_view key : {"family", "severity"})
        if (in.member(key) == nullptr)
            in.report(key, "missing-key", "a learned rule needs \"" + std::string(key) + "\"");
    if (rule.charge.severity == Severity::critical)
        in.report("severity", "learned-critical", "what was only learned can't fail an assessment by itself",
                  "make it major at most, or write a forbidding rule");
    return rule;
}

}  // namespace huashu::scoring
