#include "rules/memory.hpp"

namespace huashu::scoring {

MemoryRule read_memory(const RuleInput& input) {
    MemoryRule rule;
    rule.words = read_wording(input);
    rule.known = read_texts(input, "known");
    rule.earlier = read_texts(input, "earlier");
    rule.guard = read_guard(input);
    rule.charge = read_charge(input);
    if (rule.known.empty() && rule.earlier.empty())
        input.in.report("known", "missing-key", "a memory rule needs \"known\" or \"earlier\": remember what?");
    return rule;
}

}  // namespace huashu::scoring
