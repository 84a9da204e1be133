// limit: not too much and not too little (length, questions at once, repeats, pasted text).
#pragma once

#include "rules/guard.hpp"

namespace huashu::scoring {

/// What a limit counts.
enum class Count : std::uint8_t {
    chars,           ///< letters, digits and Han characters of the reply
    questions,       ///< clauses that end in a question mark
    sentence_chars,  ///< `chars` of the longest sentence
    repeats,         ///< clauses said before in the same reply
    copied_owner,    ///< per cent of the reply that repeats the owner's last line
    copied_model,    ///< per cent of the reply that repeats the model reply
    act_density,     ///< different acts beyond two, per 100 `chars`: a string of magic words has many
    match,           ///< matches of the rule's own patterns
};

struct LimitRule {
    Count count = Count::chars;
    std::optional<int> min, max;  ///< speaks up below min and above max
    Wording words;                ///< for Count::match
    /// The acts in what was counted do not count: all of the reply for chars, sentence_chars and act_density; the
    /// repeated clauses; the copied stretches.
    bool voids = false;
    Guard guard;
    Charge charge;
};
[[nodiscard]] LimitRule read_limit(const RuleInput& input);
[[nodiscard]] std::optional<Count> parse_count(std::string_view name);

}  // namespace huashu::scoring
