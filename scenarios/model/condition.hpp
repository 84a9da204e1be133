// A CONDITION of docs/scenarios.md in memory: names resolved to numbers, ready to be asked many times a turn.
//
// `keys` says which tests are present; a test that is absent holds. Names of facts, variables and choices are
// indices into the scenario's tables; `group` numbers the patterns of one `match`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "scoring/types.hpp"

namespace huashu::scenarios {

/// Inclusive at both ends.
struct Range {
    int min = std::numeric_limits<int>::min();
    int max = std::numeric_limits<int>::max();
    [[nodiscard]] bool holds(int value) const { return min <= value && value <= max; }
    bool operator==(const Range&) const = default;
};

/// What a reply can be besides what it says; several may be true of one reply.
enum class InputSort : std::uint8_t { empty, silent, repeat, off_topic, copied, too_long };
inline constexpr std::size_t input_sort_count = 6;
using InputSorts = std::uint8_t;  ///< a bit per InputSort
[[nodiscard]] constexpr InputSorts bit(InputSort sort) {
    return static_cast<InputSorts>(1u << static_cast<unsigned>(sort));
}

struct VariableTest {
    int variable = 0;
    Range range;
};

struct Condition {
    enum Key : std::uint32_t {
        key_acts = 1u << 0,
        key_all_acts = 1u << 1,
        key_families = 1u << 2,
        key_severity = 1u << 3,
        key_clean = 1u << 4,
        key_quality = 1u << 5,
        key_choice = 1u << 6,
        key_match = 1u << 7,
        key_input = 1u << 8,
        key_mood = 1u << 9,
        key_told = 1u << 10,
        key_untold = 1u << 11,
        key_did = 1u << 12,
        key_turn = 1u << 13,
        key_stage_turn = 1u << 14,
        key_var = 1u << 15,
        key_score = 1u << 16,
        key_any = 1u << 17,
        key_not = 1u << 18,
        key_remembers = 1u << 19,
        key_kept = 1u << 20,
        key_broken = 1u << 21,
        key_last = 1u << 22,
        key_ending = 1u << 23,
        key_promised = 1u << 24,
    };
    std::uint32_t keys = 0;
    scoring::ActSet acts, all_acts, did;
    scoring::FamilySet families;
    scoring::Severity severity = scoring::Severity::note;
    std::uint8_t qualities = 0;  ///< a bit per Quality
    InputSorts inputs = 0;
    int group = -1;  ///< of the patterns of `match`
    Range anger, trust, patience, turn, stage_turn, score;
    Range kept, broken;           ///< how many promises he remembers as such
    std::uint64_t remembers = 0;  ///< a bit per memory name
    std::uint8_t last = 0;        ///< a bit per Rank of the last talk's ending
    std::vector<int> endings;     ///< indices; only when the talk is over
    std::vector<int> promised;    ///< indices of the record's promises; only when the talk is over
    std::vector<int> choices;     ///< numbers of choice names
    std::vector<int> told, untold;
    std::vector<VariableTest> variables;
    std::vector<Condition> any;
    std::vector<Condition> negated;  ///< the one condition of `not`
    std::size_t offset = 0;          ///< in the source

    [[nodiscard]] bool has(Key key) const { return (keys & key) != 0; }
};

}  // namespace huashu::scenarios
