// The parts of a scenario that a play can meet, numbered.
#pragma once

#include <unordered_map>
#include <vector>

#include "model/scenario_data.hpp"
#include "run/step.hpp"
#include "scenarios/witness.hpp"

namespace huashu::scenarios {

class Parts {
public:
    explicit Parts(const ScenarioData& data);

    [[nodiscard]] std::vector<Witness>& all() { return parts_; }
    /// Calls met(number) for each part that a turn meets: `stage` and `choice` (-1: silence or typed) as they were when
    /// it began, `state` as it is after. Speech without a wording says the first variant of everything.
    template <class Met>
    void of_turn(int stage, int choice, const State& state, const Outcome& outcome, Met met) const {
        met(stages_ + stage);
        if (choice >= 0) met(choices_[static_cast<std::size_t>(stage)] + choice);
        of_speech(outcome, met);
        if (state.ended == State::talking) met(stages_ + state.stage);
        if (state.ended >= 0) met(endings_ + state.ended);
    }
    template <class Met>
    void of_speech(const Outcome& outcome, Met met) const {
        for (const int fact : outcome.told) met(facts_ + fact);
        for (const Spoken& spoken : outcome.spoken)
            if (const auto line = lines_.find(spoken.text); line != lines_.end()) met(line->second);
        for (const Spoken& spoken : outcome.spoken)
            if (const auto event = events_.find(spoken.from); event != events_.end()) met(event->second);
    }

private:
    int add(Witness::Sort sort, std::string id, std::size_t offset);
    void add_lines(const Lines& lines);
    void add_lines(const Variants& variants);

    const ScenarioData& data_;
    std::vector<Witness> parts_;
    int stages_ = 0, endings_ = 0, facts_ = 0;            ///< numbers of the first of each
    std::vector<int> choices_;                            ///< by stage
    std::unordered_map<const std::string*, int> events_;  ///< by the address of their id
    std::unordered_map<const std::string*, int> lines_;   ///< by the address of their first variant
};

}  // namespace huashu::scenarios
