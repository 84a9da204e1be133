#include "run/holds.hpp"

#include <algorithm>

namespace huashu::scenarios {
namespace {

template <std::size_t N>
bool includes(const std::bitset<N>& all, const std::bitset<N>& wanted) {
    return (all & wanted) == wanted;
}

bool speech_holds(const Condition& c, const View& view) {
    const Heard& heard = *view.reply.heard;
    const scoring::ActSet done = view.as_goal ? heard.acts | view.state.did : heard.acts;
    if (c.has(Condition::key_acts) && (done & c.acts).none()) return false;
    if (c.has(Condition::key_all_acts) && !includes(done, c.all_acts)) return false;
    if (c.has(Condition::key_did) && !includes(view.state.did, c.did)) return false;
    if (c.has(Condition::key_input) && (view.reply.inputs & c.inputs) == 0) return false;
    if (c.has(Condition::key_match) && !std::binary_search(heard.groups.begin(), heard.groups.end(), c.group))
        return false;
    return true;
}

bool finding_holds(const Condition& c, const View& view) {
    const Heard& heard = *view.reply.heard;
    if (c.has(Condition::key_families) && (heard.families & c.families).none()) return false;
    if (c.has(Condition::key_severity) && heard.worst < static_cast<int>(c.severity)) return false;
    if (c.has(Condition::key_clean) && heard.worst >= static_cast<int>(scoring::Severity::minor)) return false;
    return true;
}

bool choice_holds(const Condition& c, const View& view) {
    const ChoiceData* choice = view.reply.choice;
    if (c.has(Condition::key_quality) &&
        (choice == nullptr || (c.qualities >> static_cast<unsigned>(choice->card.quality) & 1u) == 0))
        return false;
    if (!c.has(Condition::key_choice)) return true;
    return choice != nullptr && std::find(c.choices.begin(), c.choices.end(), choice->name) != c.choices.end();
}

bool memory_holds(const Condition& c, const View& view) {
    const State& state = view.state;
    const auto told = [&](int fact) { return state.told[fact] != 0; };
    if (c.has(Condition::key_mood) &&
        !(c.anger.holds(state.mood.anger) && c.trust.holds(state.mood.trust) && c.patience.holds(state.mood.patience)))
        return false;
    if (!std::all_of(c.told.begin(), c.told.end(), told)) return false;
    if (std::any_of(c.untold.begin(), c.untold.end(), told)) return false;
    for (const VariableTest& test : c.variables)
        if (!test.range.holds(state.variables[test.variable])) return false;
    if (c.has(Condition::key_turn) && !c.turn.holds(state.turn)) return false;
    return !c.has(Condition::key_stage_turn) || c.stage_turn.holds(state.stage_turn);
}

bool past_holds(const Condition& c, const Remembered& past) {
    if ((past.ids & c.remembers) != c.remembers) return false;
    if (c.has(Condition::key_kept) && !c.kept.holds(past.kept)) return false;
    if (c.has(Condition::key_broken) && !c.broken.holds(past.broken)) return false;
    return !c.has(Condition::key_last) || (past.last >= 0 && (c.last >> past.last & 1u) != 0);
}

bool outcome_holds(const Condition& c, const View& view) {
    if (c.has(Condition::key_ending) &&
        std::find(c.endings.begin(), c.endings.end(), view.state.ended) == c.endings.end())
        return false;
    const auto given = [&](int promise) { return view.promised != nullptr && (*view.promised)[promise]; };
    return std::all_of(c.promised.begin(), c.promised.end(), given);
}

constexpr std::uint32_t of_the_past =
    Condition::key_remembers | Condition::key_kept | Condition::key_broken | Condition::key_last;
constexpr std::uint32_t of_the_outcome = Condition::key_ending | Condition::key_promised;

bool nested_holds(const Condition& c, const View& view) {
    const auto one_holds = [&](const Condition& inner) { return holds(inner, view); };
    if (c.has(Condition::key_any) && std::none_of(c.any.begin(), c.any.end(), one_holds)) return false;
    return std::none_of(c.negated.begin(), c.negated.end(), one_holds);
}

}  // namespace

// Cheap tests first; the score is reckoned only when all else holds.
bool holds(const Condition& condition, const View& view) {
    return speech_holds(condition, view) && finding_holds(condition, view) && choice_holds(condition, view) &&
           memory_holds(condition, view) &&
           ((condition.keys & of_the_past) == 0 || past_holds(condition, view.state.past)) &&
           ((condition.keys & of_the_outcome) == 0 || outcome_holds(condition, view)) &&
           nested_holds(condition, view) &&
           (!condition.has(Condition::key_score) || condition.score.holds(view.score.per_cent()));
}

}  // namespace huashu::scenarios
