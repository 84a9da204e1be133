#include "check/implies.hpp"

#include <algorithm>

namespace huashu::scenarios {
namespace {

bool lies_within(const Range& inner, const Range& outer) { return outer.min <= inner.min && inner.max <= outer.max; }

template <std::size_t N>
bool only_of(const std::bitset<N>& some, const std::bitset<N>& all) {
    return (some & ~all).none();
}

bool all_in(const std::vector<int>& some, const std::vector<int>& all) {
    return std::all_of(some.begin(), some.end(),
                       [&](int one) { return std::find(all.begin(), all.end(), one) != all.end(); });
}

bool speech_implied(const Condition& narrow, const Condition& wide) {
    const bool some_act =
        (narrow.has(Condition::key_acts) && only_of(narrow.acts, wide.acts)) || (narrow.all_acts & wide.acts).any();
    if (wide.has(Condition::key_acts) && !some_act) return false;
    if (!only_of(wide.all_acts, narrow.all_acts)) return false;
    if (!only_of(wide.did, narrow.did | narrow.all_acts)) return false;
    if (wide.has(Condition::key_match) && narrow.group != wide.group) return false;
    return !wide.has(Condition::key_input) || (narrow.has(Condition::key_input) && (narrow.inputs & ~wide.inputs) == 0);
}

bool findings_implied(const Condition& narrow, const Condition& wide) {
    if (wide.has(Condition::key_families) &&
        !(narrow.has(Condition::key_families) && only_of(narrow.families, wide.families)))
        return false;
    if (wide.has(Condition::key_severity) && !(narrow.has(Condition::key_severity) && narrow.severity >= wide.severity))
        return false;
    return !wide.has(Condition::key_clean) || narrow.has(Condition::key_clean);
}

bool choice_implied(const Condition& narrow, const Condition& wide) {
    if (wide.has(Condition::key_quality) &&
        !(narrow.has(Condition::key_quality) && (narrow.qualities & ~wide.qualities) == 0))
        return false;
    return !wide.has(Condition::key_choice) ||
           (narrow.has(Condition::key_choice) && all_in(narrow.choices, wide.choices));
}

bool variables_implied(const Condition& narrow, const Condition& wide) {
    return std::all_of(wide.variables.begin(), wide.variables.end(), [&](const VariableTest& wanted) {
        return std::any_of(narrow.variables.begin(), narrow.variables.end(), [&](const VariableTest& given) {
            return given.variable == wanted.variable && lies_within(given.range, wanted.range);
        });
    });
}

bool state_implied(const Condition& narrow, const Condition& wide) {
    return lies_within(narrow.anger, wide.anger) && lies_within(narrow.trust, wide.trust) &&
           lies_within(narrow.patience, wide.patience) && lies_within(narrow.turn, wide.turn) &&
           lies_within(narrow.stage_turn, wide.stage_turn) && lies_within(narrow.score, wide.score) &&
           all_in(wide.told, narrow.told) && all_in(wide.untold, narrow.untold) && variables_implied(narrow, wide);
}

bool past_implied(const Condition& narrow, const Condition& wide) {
    if ((wide.remembers & ~narrow.remembers) != 0) return false;
    if (!lies_within(narrow.kept, wide.kept) || !lies_within(narrow.broken, wide.broken)) return false;
    return !wide.has(Condition::key_last) || (narrow.has(Condition::key_last) && (narrow.last & ~wide.last) == 0);
}

bool alternatives_implied(const Condition& narrow, const Condition& wide) {
    if (!wide.has(Condition::key_any)) return true;
    const auto suffices = [&](const Condition& condition) {
        return std::any_of(wide.any.begin(), wide.any.end(),
                           [&](const Condition& one) { return implies(condition, one); });
    };
    return suffices(narrow) || (!narrow.any.empty() && std::all_of(narrow.any.begin(), narrow.any.end(), suffices));
}

// Not W follows from not N where N holds whenever W does.
bool negations_implied(const Condition& narrow, const Condition& wide) {
    return std::all_of(wide.negated.begin(), wide.negated.end(), [&](const Condition& unwanted) {
        return std::any_of(narrow.negated.begin(), narrow.negated.end(),
                           [&](const Condition& absent) { return implies(unwanted, absent); });
    });
}

constexpr std::uint32_t of_typing = Condition::key_acts | Condition::key_all_acts | Condition::key_families |
                                    Condition::key_severity | Condition::key_clean | Condition::key_match |
                                    Condition::key_input | Condition::key_quality | Condition::key_choice |
                                    Condition::key_told;

}  // namespace

bool asks_for_typing(const Condition& condition) {
    return (condition.keys & of_typing) != 0 || std::ranges::any_of(condition.any, asks_for_typing) ||
           std::ranges::any_of(condition.negated, asks_for_typing);
}

bool implies(const Condition& narrow, const Condition& wide) {
    if (wide.has(Condition::key_ending) || wide.has(Condition::key_promised)) return false;
    return speech_implied(narrow, wide) && findings_implied(narrow, wide) && choice_implied(narrow, wide) &&
           state_implied(narrow, wide) && past_implied(narrow, wide) && alternatives_implied(narrow, wide) &&
           negations_implied(narrow, wide);
}

}  // namespace huashu::scenarios
