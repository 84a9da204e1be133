// memory: asking again what the owner has told, or contradicting what staff said before.
#pragma once

#include "rules/guard.hpp"

namespace huashu::scoring {

struct MemoryRule {
    Wording words;         ///< asks or claims something
    PatternTexts known;    ///< that the owner's lines show to be known,
    PatternTexts earlier;  ///< or that staff's earlier replies said (otherwise)
    Guard guard;
    Charge charge;
};
[[nodiscard]] MemoryRule read_memory(const RuleInput& input);

}  // namespace huashu::scoring
