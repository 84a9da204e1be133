// What can never come about, whatever is chosen or typed: reactions, lines and ways below one that always goes first,
// reactions to choices that have answers of their own, and conditions that ask for what nothing brings about. Proved
// from the conditions alone, so nothing is reported that could happen; reach.cpp looks for the rest by playing.
#include <algorithm>
#include <set>

#include "check/implies.hpp"
#include "check/report.hpp"
#include "run/step.hpp"

namespace huashu::scenarios {
namespace {

/// The first of the `count` conditions above that holds whenever `when` does, or none.
template <class Above>
const Above* covering(const std::vector<Above>& all, std::size_t count, const Condition& when,
                      const Condition* (*condition_of)(const Above&)) {
    for (std::size_t i = 0; i < count; ++i)
        if (const Condition* above = condition_of(all[i]); above != nullptr && implies(when, *above)) return &all[i];
    return nullptr;
}

class DeadRules {
public:
    explicit DeadRules(const Check& check) : check_(check), data_(check.data), values_(data_.variables.size(), {0}) {
        for (const Returning& returning : data_.household.returning) note(returning.set);
        for (const auto* rules : {&data_.reactions, &data_.events, &data_.persona.reactions}) note(*rules);
        for (const StageData& stage : data_.stages) {
            note(stage.reactions);
            for (const ChoiceData& choice : stage.choices) note(choice.set);
            most_turns_ = std::max(most_turns_, stage.turns);
        }
        bound_ = turn_bound(data_);
    }

    void run() {
        for (const StageData& stage : data_.stages) look_at(stage);
        look_at(data_.reactions, most_turns_);
        look_at(data_.events, most_turns_);
        for (const Rule& rule : data_.reactions) look_for_answers(rule, nullptr);
        for (const FactData& fact : data_.facts) look_at(fact.tell, most_turns_);
        for (const EndingData& ending : data_.endings) {
            if (ending.when) look_at(*ending.when, most_turns_);
            look_at(ending.say, most_turns_);
        }
    }

private:
    void note(const std::vector<Assignment>& set) {
        for (const Assignment& assignment : set)
            values_[static_cast<std::size_t>(assignment.variable)].insert(assignment.value);
    }
    void note(const std::vector<Rule>& rules) {
        for (const Rule& rule : rules) note(rule.set);
    }

    void look_at(const StageData& stage) {
        look_at(stage.enter, 0);
        for (const Condition& goal : stage.goal) look_at(goal, stage.turns);
        for (const ChoiceData& choice : stage.choices)
            if (choice.answer) look_at(*choice.answer, stage.turns);
        look_at(stage.reactions, stage.turns);
        for (const Rule& rule : stage.reactions) look_for_answers(rule, &stage);
        if (stage.stuck) look_at(*stage.stuck, stage.turns);
        look_at(stage.next, stage.turns);
    }

    void look_at(const std::vector<Rule>& rules, int turns) {
        for (std::size_t i = 0; i < rules.size(); ++i) {
            if (!rules[i].when) continue;
            look_at(*rules[i].when, turns);
            look_at(rules[i].say, turns);
            const Rule* above = covering<Rule>(rules, i, *rules[i].when, [](const Rule& rule) {
                return rule.when && !rule.once ? &*rule.when : nullptr;
            });
            if (above != nullptr)
                report(rules[i].offset, "reaction-shadowed",
                       "\"" + rules[i].id + "\" can never speak: \"" + above->id + "\" above it fits whenever it does",
                       "put it above, or let the other ask for more");
        }
    }

    // The answer of a choice comes before any reaction.
    void look_for_answers(const Rule& rule, const StageData* only) {
        if (!rule.when || !rule.when->has(Condition::key_choice)) return;
        bool unanswered = false, named = false;
        for (const StageData& stage : data_.stages) {
            if (only != nullptr && &stage != only) continue;
            for (const ChoiceData& choice : stage.choices) {
                const auto& wanted = rule.when->choices;
                if (std::find(wanted.begin(), wanted.end(), choice.name) == wanted.end()) continue;
                named = true;
                unanswered = unanswered || !choice.answer;
            }
        }
        if (named && !unanswered)
            report(rule.offset, "reaction-shadowed",
                   "\"" + rule.id + "\" can never speak: each choice that it asks for has an answer of its own",
                   "say it in those answers, or leave one of them out");
    }

    void look_at(const Lines& lines, int turns) {
        for (std::size_t i = 0; i < lines.guarded.size(); ++i) {
            look_at(lines.guarded[i].when, turns);
            const Lines::Guarded* above = covering<Lines::Guarded>(
                lines.guarded, i, lines.guarded[i].when, [](const Lines::Guarded& guarded) { return &guarded.when; });
            if (above != nullptr)
                report(lines.guarded[i].variants.offset, "line-shadowed",
                       "he can never say this: the condition of a line above it holds whenever this one does",
                       "put the more special line first");
        }
    }

    void look_at(const std::vector<NextRule>& ways, int turns) {
        for (std::size_t i = 0; i < ways.size(); ++i) {
            if (!ways[i].when) continue;
            look_at(*ways[i].when, turns);
            const NextRule* above = covering<NextRule>(
                ways, i, *ways[i].when, [](const NextRule& way) { return way.when ? &*way.when : nullptr; });
            if (above != nullptr)
                report(ways[i].offset, "way-shadowed",
                       "this way is never taken: the condition of one above it holds whenever this one does",
                       "put the more special way first");
        }
    }

    /// `turns`: the most that a stage can have lasted where it is asked.
    void look_at(const Condition& condition, int turns) {
        if (const std::string why = why_it_never_happens(condition, turns); !why.empty())
            report(condition.offset, "never-happens", "this can never happen: " + why,
                   "ask for what can be, or take it out");
        for (const Condition& inner : condition.any) look_at(inner, turns);
    }

    [[nodiscard]] std::string why_it_never_happens(const Condition& condition, int turns) const {
        for (const VariableTest& test : condition.variables) {
            const auto& values = values_[static_cast<std::size_t>(test.variable)];
            if (std::none_of(values.begin(), values.end(), [&](int value) { return test.range.holds(value); }))
                return "nothing sets \"" + data_.variables[static_cast<std::size_t>(test.variable)] +
                       "\" to such a value";
        }
        if (condition.has(Condition::key_stage_turn) && condition.stage_turn.min > turns)
            return "no stage in which it is asked lasts so many turns";
        if (condition.has(Condition::key_turn) && condition.turn.min > bound_)
            return "no talk has more than " + std::to_string(bound_) + " turns";
        if (condition.has(Condition::key_input) && condition.inputs == bit(InputSort::too_long) &&
            data_.persona.hears == 0)
            return "the persona \"" + data_.persona.id + "\" hears everybody out";
        return {};
    }

    void report(std::size_t offset, std::string code, std::string text, std::string remedy) const {
        check_.report(offset, std::move(code), std::move(text), std::move(remedy), Level::warning);
    }

    const Check& check_;
    const ScenarioData& data_;
    std::vector<std::set<int>> values_;  ///< by variable: all that it can be
    int most_turns_ = 1;
    int bound_ = 0;
};

}  // namespace

void check_dead_rules(const Check& check) { DeadRules(check).run(); }

}  // namespace huashu::scenarios
