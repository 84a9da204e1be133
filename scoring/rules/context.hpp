// context: a declared circumstance in which other rules' words mean something else (negated, quoted, …).
// Rules name it in `ignore`. What it is lies in its markers, not in code.
#pragma once

#include <utility>

#include "rules/parts.hpp"

namespace huashu::scoring {

struct ContextRule {
    enum class Side : std::uint8_t { before, after, around, inside };  ///< where the marker stands, seen from the match
    enum class Until : std::uint8_t { clause, sentence, reply };
    PatternTexts markers;
    PatternTexts except;  ///< a marker inside one of these does not count
    Side side = Side::before;
    int within = 12;  ///< the most characters between marker and match
    Until until = Until::clause;
    std::vector<WrittenText> pairs;  ///< two characters each, "「」": what stands between them is in the context too
};
[[nodiscard]] ContextRule read_context(const RuleInput& input);

[[nodiscard]] std::optional<ContextRule::Side> parse_side(std::string_view name);
[[nodiscard]] std::optional<ContextRule::Until> parse_until(std::string_view name);

}  // namespace huashu::scoring
