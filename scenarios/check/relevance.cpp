#include "check/relevance.hpp"

#include <algorithm>
#include <unordered_set>

#include "model/hash.hpp"

namespace huashu::scenarios {
namespace {

bool has_effect(const Rule& rule) {
    return !rule.mood.none() || !rule.set.empty() || !rule.tell.empty() || rule.to != no_jump || rule.once;
}

bool any_effect(const std::vector<Rule>& rules) { return std::any_of(rules.begin(), rules.end(), has_effect); }

std::uint64_t mix(std::uint64_t hash, std::uint64_t value) { return finish_hash(hash + value * 0x9e3779b97f4a7c15u); }

}  // namespace

Relevance::Relevance(const ScenarioData& data)
    : told_(data.facts.size(), false), variables_(data.variables.size(), false), in_cycle_(data.stages.size(), false) {
    take_rules(data);
    for (const StageData& stage : data.stages) {
        for (const Condition& goal : stage.goal) take(goal, true);
        for (const NextRule& next : stage.next)
            if (next.when) take(*next.when, false);
    }
    for (const EndingData& ending : data.endings)
        if (ending.when) take(*ending.when, false);
    take_told(data);
    for (std::size_t i = 0; i < scoring::act_count; ++i) moving_acts_[i] = !data.persona.act_effects[i].none();
    find_cycles(data);
    find_repeats(data);
}

// Reactions are asked in one chain: the stage's, the scenario's, the persona's. One without effects matters only
// while one with effects may come below it.
void Relevance::take_rules(const ScenarioData& data) {
    const bool persona = any_effect(data.persona.reactions);
    const bool scenario = any_effect(data.reactions);
    take_chain(data.persona.reactions, false);
    take_chain(data.reactions, persona);
    for (const StageData& stage : data.stages) take_chain(stage.reactions, scenario || persona);
    take_chain(data.events, false);
}

void Relevance::take_chain(const std::vector<Rule>& rules, bool effects_below) {
    for (auto rule = rules.rbegin(); rule != rules.rend(); ++rule) {
        effects_below = effects_below || has_effect(*rule);
        if (effects_below && rule->when) take(*rule->when, false);
    }
}

void Relevance::take(const Condition& condition, bool as_goal) {
    did_ |= condition.did;
    if (as_goal) did_ |= condition.acts | condition.all_acts;
    const Range open;
    trust_ = trust_ || condition.trust != open;
    turn_ = turn_ || condition.has(Condition::key_turn);
    by_score_ = by_score_ || condition.has(Condition::key_score);
    for (const int fact : condition.told) told_[fact] = true;
    for (const int fact : condition.untold) told_[fact] = true;
    for (const VariableTest& test : condition.variables) variables_[test.variable] = true;
    for (const Condition& inner : condition.any) take(inner, as_goal);
    for (const Condition& inner : condition.negated) take(inner, as_goal);
}

void Relevance::take_lines(const Lines& lines) {
    for (const Lines::Guarded& guarded : lines.guarded) take(guarded.when, false);
}

void Relevance::tell_lines_apart(const ScenarioData& data) {
    const auto take_all = [this](const std::vector<Rule>& rules) {
        take_chain(rules, true);
        for (const Rule& rule : rules) take_lines(rule.say);
    };
    for (const StageData& stage : data.stages) {
        take_lines(stage.enter);
        if (stage.stuck) take_lines(*stage.stuck);
        for (const ChoiceData& choice : stage.choices)
            if (choice.answer) take_lines(*choice.answer);
        take_all(stage.reactions);
    }
    take_all(data.reactions);
    take_all(data.events);
    for (const FactData& fact : data.facts) take_lines(fact.tell);
    for (const EndingData& ending : data.endings) take_lines(ending.say);
    std::fill(told_.begin(), told_.end(), true);  // a fact is told once
}

// Where telling a fact silences a catch-all that would do something, or crowds out one that matters, all facts matter.
void Relevance::take_told(const ScenarioData& data) {
    const std::vector<Rule>& reactions = data.persona.reactions;
    const bool catch_all_acts = !reactions.empty() && !reactions.back().when && has_effect(reactions.back());
    const bool some = std::find(told_.begin(), told_.end(), true) != told_.end();
    if (catch_all_acts || (some && data.facts.size() > most_asked_facts_a_turn))
        std::fill(told_.begin(), told_.end(), true);
}

// A stage is in a cycle when it can be reached from itself; jumps of reactions and events may come from anywhere.
void Relevance::find_cycles(const ScenarioData& data) {
    std::vector<std::vector<int>> ways(data.stages.size());
    const auto add = [](std::vector<int>& to, const std::vector<Rule>& rules) {
        for (const Rule& rule : rules)
            if (rule.to >= 0) to.push_back(rule.to);
    };
    for (std::size_t i = 0; i < data.stages.size(); ++i) {
        for (const NextRule& next : data.stages[i].next)
            if (next.to >= 0) ways[i].push_back(next.to);
        for (const ChoiceData& choice : data.stages[i].choices)
            if (choice.next >= 0) ways[i].push_back(choice.next);
        add(ways[i], data.stages[i].reactions);
        add(ways[i], data.reactions);
        add(ways[i], data.events);
        add(ways[i], data.persona.reactions);
    }
    // Strongly connected components would be linear; a flood from each stage that a jump leads backwards to is enough
    // here, because ways lead forward in the file but for few.
    for (std::size_t from = 0; from < ways.size(); ++from)
        for (const int to : ways[from]) {
            if (to > static_cast<int>(from)) continue;
            for (std::size_t i = static_cast<std::size_t>(to); i <= from; ++i) in_cycle_[i] = true;
        }
    for (std::size_t i = 0; i < in_cycle_.size(); ++i)
        if (in_cycle_[i]) cyclic_.push_back(static_cast<int>(i));
}

void Relevance::find_repeats(const ScenarioData& data) {
    std::unordered_set<std::string> texts;
    for (const StageData& stage : data.stages) {
        if (static_cast<int>(stage.choices.size()) < stage.turns) repeats_ = true;
        for (const ChoiceData& choice : stage.choices)
            if (!texts.insert(choice.card.text).second) repeats_ = true;
    }
    if (std::find(in_cycle_.begin(), in_cycle_.end(), true) != in_cycle_.end()) repeats_ = true;
}

std::uint64_t Relevance::key_of(const State& state) const { return key_of(state, 1); }

std::uint64_t Relevance::key_of(const State& state, int width) const {
    std::uint64_t hash = mix(hash_seed, static_cast<std::uint64_t>(state.stage) << 32 | state.used_choices);
    hash = mix(hash, static_cast<std::uint64_t>(state.stage_turn) << 32 | state.goals);
    hash = mix(hash, static_cast<std::uint64_t>(state.mood.anger / width) << 16 |
                         static_cast<std::uint64_t>(trust_ ? state.mood.trust / width : 0) << 8 |
                         static_cast<std::uint64_t>(state.mood.patience / width));
    hash = mix(hash, (state.did & did_).to_ullong());
    std::uint64_t acts = 0;
    for (std::size_t i = 0; i < scoring::act_count; ++i)
        if (moving_acts_[i]) acts |= static_cast<std::uint64_t>(state.stage_acts[i]) << (2 * i);
    hash = mix(hash, acts);
    for (std::size_t i = 0; i < told_.size(); ++i)
        if (told_[i]) hash = hash_byte(hash, static_cast<std::uint8_t>(state.told[i]));
    for (std::size_t i = 0; i < variables_.size(); ++i)
        if (variables_[i]) hash = hash_byte(hash, static_cast<std::uint8_t>(state.variables[i]));
    for (const std::int8_t fired : state.fired) hash = hash_byte(hash, static_cast<std::uint8_t>(fired));
    for (const int stage : cyclic_) hash = hash_byte(hash, static_cast<std::uint8_t>(state.visits[stage]));
    if (turn_) hash = mix(hash, static_cast<std::uint64_t>(state.turn));
    return finish_hash(hash);
}

}  // namespace huashu::scenarios
