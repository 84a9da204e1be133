#include "rules/forbid.hpp"

namespace huashu::scoring {

ForbidRule read_forbid(const RuleInput& input) {
    ForbidRule rule{read_wording(input), read_guard(input), read_charge(input), 0};
    rule.sure = static_cast<int>(input.in.optional_integer("sure", 1, 99).value_or(0));
    for (const std::string_view key : {"family", "severity"})
        if (input.in.member(key) == nullptr)
            input.in.report(key, "missing-key", "a forbidding rule needs \"" + std::string(key) + "\"");
    return rule;
}

}  // namespace huashu::scoring
