#include "run/holds.hpp"

namespace huashu::scenarios {
namespace {

struct NamedKey {
    Condition::Key key;
    const char* name;
};
constexpr NamedKey named_keys[] = {
    {Condition::key_acts, "acts"},
    {Condition::key_all_acts, "all_acts"},
    {Condition::key_families, "families"},
    {Condition::key_severity, "severity"},
    {Condition::key_clean, "clean"},
    {Condition::key_quality, "quality"},
    {Condition::key_choice, "choice"},
    {Condition::key_match, "match"},
    {Condition::key_input, "input"},
    {Condition::key_told, "told"},
    {Condition::key_untold, "untold"},
    {Condition::key_did, "did"},
    {Condition::key_turn, "turn"},
    {Condition::key_stage_turn, "stage_turn"},
    {Condition::key_var, "var"},
    {Condition::key_score, "score"},
    {Condition::key_any, "any"},
    {Condition::key_not, "not"},
    {Condition::key_remembers, "remembers"},
    {Condition::key_kept, "kept"},
    {Condition::key_broken, "broken"},
    {Condition::key_last, "last"},
    {Condition::key_ending, "ending"},
    {Condition::key_promised, "promised"},
};

// The condition with one of its keys only. Lists are asked whether their key is set or not, so they must go.
Condition only(const Condition& whole, Condition::Key key) {
    Condition one = whole;
    one.keys = key;
    if (key != Condition::key_remembers) one.remembers = 0;
    if (key != Condition::key_told) one.told.clear();
    if (key != Condition::key_untold) one.untold.clear();
    if (key != Condition::key_var) one.variables.clear();
    if (key != Condition::key_any) one.any.clear();
    if (key != Condition::key_not) one.negated.clear();
    if (key != Condition::key_promised) one.promised.clear();
    return one;
}

}  // namespace

std::vector<std::string> keys_against(const Condition& condition, const View& view) {
    std::vector<std::string> against;
    if (condition.has(Condition::key_mood)) {
        const Mood& mood = view.state.mood;
        if (!condition.anger.holds(mood.anger)) against.emplace_back("anger");
        if (!condition.trust.holds(mood.trust)) against.emplace_back("trust");
        if (!condition.patience.holds(mood.patience)) against.emplace_back("patience");
    }
    for (const NamedKey& named : named_keys)
        if (condition.has(named.key) && !holds(only(condition, named.key), view)) against.emplace_back(named.name);
    return against;
}

}  // namespace huashu::scenarios
