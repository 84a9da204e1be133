#include "rules/guard.hpp"

namespace huashu::scoring {

Wording read_wording(const RuleInput& input) {
    Wording words;
    words.match = read_texts(input, "match", true);
    words.except = read_texts(input, "except");
    words.evasion = input.in.optional_boolean("evasion", false);
    return words;
}

Guard read_guard(const RuleInput& input, Scope fallback) {
    Guard guard;
    guard.ignore = read_texts(input, "ignore");
    guard.when = read_conditions(input, "when", fallback);
    guard.unless = read_conditions(input, "unless", fallback);
    guard.complaints = read_complaints(input, "complaint");
    guard.steps = read_steps(input, "steps");
    return guard;
}

Charge read_charge(const RuleInput& input) {
    ObjectReader& in = input.in;
    Charge charge;
    charge.family = in.optional_name<Family>("family", parse_family, "a forbidden family");
    charge.severity =
        in.optional_name<Severity>("severity", parse_severity, "a severity (note, minor, major, critical)")
            .value_or(Severity::note);
    const Dimension usual = charge.family ? Dimension::forbidden : Dimension::wording;
    charge.dimension =
        in.optional_name<Dimension>("dimension", parse_dimension, "a dimension of the rubric").value_or(usual);
    if (const auto points = in.optional_integer("points", 1, 100)) charge.points = static_cast<int>(*points);
    charge.each = in.optional_boolean("each", false);
    return charge;
}

}  // namespace huashu::scoring
