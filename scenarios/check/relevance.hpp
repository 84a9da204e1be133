// What of a state can still make a difference. Two states that differ only in the rest have the same future, so a
// search needs to look at one of them; that is what makes an exact search of a real scenario small enough.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "run/state.hpp"

namespace huashu::scenarios {

class Relevance {
public:
    explicit Relevance(const ScenarioData& data);

    /// Equal for states with the same future (a 64-bit hash; two different ones of a million states meet with a
    /// probability of one in ten million).
    [[nodiscard]] std::uint64_t key_of(const State& state) const;
    /// The same, with moods in steps of `width` taken as one: for searches that need not be exact.
    [[nodiscard]] std::uint64_t key_of(const State& state, int width) const;

    [[nodiscard]] const scoring::ActSet& acts() const { return did_; }
    void add_acts(const scoring::ActSet& acts) { did_ |= acts; }
    /// What only decides which words are spoken makes a difference too.
    void tell_lines_apart(const ScenarioData& data);
    /// The stage can be entered more than once.
    [[nodiscard]] bool in_cycle(int stage) const { return in_cycle_[stage]; }
    /// Some choice can be said twice in one talk, so what was said matters.
    [[nodiscard]] bool repeats() const { return repeats_; }
    /// A condition asks for the points so far, so the way to a state matters.
    [[nodiscard]] bool by_score() const { return by_score_; }

private:
    void take_lines(const Lines& lines);
    void take_rules(const ScenarioData& data);
    void take_chain(const std::vector<Rule>& rules, bool effects_below);
    void take(const Condition& condition, bool as_goal);
    void take_told(const ScenarioData& data);
    void find_cycles(const ScenarioData& data);
    void find_repeats(const ScenarioData& data);

    scoring::ActSet did_;
    std::array<bool, scoring::act_count> moving_acts_{};  ///< acts whose second time differs from the first
    bool trust_ = false, turn_ = false, by_score_ = false, repeats_ = false;
    std::vector<bool> told_, variables_, in_cycle_;
    std::vector<int> cyclic_;  ///< the stages in a cycle: few of thousands
};

}  // namespace huashu::scenarios
