// What most kinds of rule share: the words they look for, when these count, and what a finding costs.
#pragma once

#include "rules/condition.hpp"

namespace huashu::scoring {

/// The words that a rule looks for.
struct Wording {
    PatternTexts match;
    PatternTexts except;   ///< longer phrases: a match inside one of their matches does not count
    bool evasion = false;  ///< look in the skeleton too
};

/// In which circumstances a match counts.
struct Guard {
    std::vector<WrittenText> ignore;  ///< ids of contexts
    std::vector<Condition> when;      ///< all must hold
    std::vector<Condition> unless;    ///< any excuses
    ComplaintSet complaints;          ///< empty: whatever the complaint
    StepSet steps;                    ///< empty: whatever the step
};

/// What a finding of the rule is and costs.
struct Charge {
    std::optional<Family> family;  ///< none: advice
    Severity severity = Severity::note;
    Dimension dimension = Dimension::wording;
    std::optional<int> points;  ///< 1..100, instead of what the severity costs
    bool each = false;          ///< every occurrence, not only the first
};

[[nodiscard]] Wording read_wording(const RuleInput& input);
[[nodiscard]] Guard read_guard(const RuleInput& input, Scope fallback = Scope::clause);
/// For kinds that may be findings or advice: `family` and `severity` are optional.
[[nodiscard]] Charge read_charge(const RuleInput& input);

}  // namespace huashu::scoring
