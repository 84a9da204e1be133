// require: what a reply in a step of a complaint must do; it earns points when it is done.
#pragma once

#include "rules/condition.hpp"

namespace huashu::scoring {

struct RequireRule {
    ComplaintSet complaints;     ///< empty: whatever the complaint
    StepSet steps;               ///< empty: whatever the step
    ActSet acts;                 ///< any of these meets it,
    std::vector<Condition> any;  ///< or any of these
    int weight = 1;              ///< 1..100, its share within the step
    Dimension dimension = Dimension::listening;
    std::optional<Range> anger;     ///< applies only while the owner's anger is known and inside
    std::vector<Condition> when;    ///< applies only when all hold
    std::vector<Condition> unless;  ///< does not apply when any holds

    /// Applies whenever the step is unknown, and only then.
    [[nodiscard]] bool general() const { return complaints.none() && steps.none(); }
    /// Whether it applies depends on more than complaint and step.
    [[nodiscard]] bool conditional() const { return anger || !when.empty() || !unless.empty(); }
};
[[nodiscard]] RequireRule read_require(const RuleInput& input);

}  // namespace huashu::scoring
