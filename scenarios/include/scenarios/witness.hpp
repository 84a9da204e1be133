// For every part of a scenario (stage, choice, ending, fact, event, line) the shortest play that meets it, so that an
// author can go and look. Plays by choices and silence are searched turn by turn; what only typed words or a memory
// bring about is met by the scenario's golden plays or not at all.
//
//     const Witnesses found = find_witnesses(scenario, engine);
//     for (const Witness& each : found.parts)
//         if (each.by == Witness::By::nothing) …   // no play is known that meets it
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/analysis.hpp"

namespace huashu::scenarios {

struct Witness {
    enum class Sort : std::uint8_t { stage, choice, ending, fact, event, line };
    enum class By : std::uint8_t { search, golden_play, nothing };
    Sort sort = Sort::stage;
    std::string id;  ///< of a choice "stage/choice", of a line its first words
    Place place;
    By by = By::nothing;
    std::vector<Input> inputs;  ///< the play, up to and with the turn that meets it; none: met at the opening
    std::string golden_play;    ///< its id, where one was needed; it may begin with memories
};
[[nodiscard]] std::string_view name_of(Witness::Sort value);

struct Witnesses {
    bool exact = false;    ///< every state was looked at: what the search did not meet, no play by choices meets
    bool gave_up = false;  ///< at the limit of states, or stopped: what is not met may yet be met by choices
    std::size_t states = 0;
    std::vector<Witness> parts;  ///< sorted by sort, then in the order of the file
};

/// With fewer states allowed the plays are still the shortest, but parts may be missed. `wanted`: the search may end
/// when these are met; empty: all.
[[nodiscard]] Witnesses find_witnesses(const Scenario& scenario, const scoring::Engine& engine,
                                       const AnalysisLimits& limits = {.most_states = 300'000},
                                       const std::function<bool(const Witness&)>& wanted = {});

}  // namespace huashu::scenarios
