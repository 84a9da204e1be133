// Where a talk stands: a plain value. Together with the scenario and the next reply it decides everything that follows.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "model/scenario_data.hpp"
#include "run/random.hpp"
#include "run/small_bytes.hpp"
#include "run/words_seen.hpp"

namespace huashu::scenarios {

/// What the owner remembers of earlier talks, as conditions ask for it. Never changes in a talk.
struct Remembered {
    std::uint64_t ids = 0;  ///< a bit per ScenarioData::memory_names
    std::uint8_t kept = 0, broken = 0;
    std::int8_t last = -1;  ///< the Rank of the last talk's ending, or -1
    bool operator==(const Remembered&) const = default;
};

struct State {
    static constexpr int talking = -1;  ///< `ended`: not yet
    static constexpr int left = -2;     ///< `ended`: the owner broke off, by no ending of the scenario

    Mood mood;
    int stage = 0;
    int turn = 0;         ///< replies so far
    int stage_turn = 0;   ///< replies since the stage was entered
    int ended = talking;  ///< or the index of the ending
    scoring::ActSet did;
    std::array<std::uint8_t, scoring::act_count> stage_acts{};  ///< how often each was done since the stage was entered
    std::uint32_t used_choices = 0;                             ///< since the stage was entered, a bit each
    std::uint32_t goals = 0;                                    ///< of the stage, met since it was entered, a bit each
    SmallBytes told;                                            ///< by fact: 1 when told
    SmallBytes variables;                                       ///< -99 to 99
    SmallBytes fired;                                           ///< by once slot: 1 when that rule has spoken
    SmallBytes visits;                                          ///< by stage
    Remembered past;
    WordsSeen said;  ///< the words of replies so far

    bool operator==(const State&) const = default;
};

[[nodiscard]] Remembered recall(const ScenarioData& data, const History& history);
[[nodiscard]] State initial_state(const ScenarioData& data, const History& history = {});

/// Which words the owner picks. It decides nothing else: two talks that differ in it differ in wording alone.
struct Wording {
    Wording(const ScenarioData& data, std::uint64_t seed)
        : used(static_cast<std::size_t>(data.slot_count)), random(seed) {}

    std::vector<std::uint32_t> used;  ///< by slot of variants, a bit each
    Random random;
};

/// No talk has more turns: each stage is entered at most twice, and each visit lasts at most its turns.
[[nodiscard]] int turn_bound(const ScenarioData& data);

/// The indices of the choices offered now. One that was said is not offered again in the same visit, until all were.
[[nodiscard]] bool is_offered(const StageData& stage, const State& state, std::size_t choice);

}  // namespace huashu::scenarios
