// Which scenario could stand where in a form: the slots of a blueprint, the candidates that fit each, and one way to
// fill all of them with different ones (augmenting paths). Private to the draw.
#pragma once

#include <vector>

#include "assess/chance.hpp"
#include "assess/draw.hpp"

namespace huashu::assess {

struct Slot {
    std::size_t draw = 0;
    std::vector<std::size_t> fitting;  ///< candidates
};

[[nodiscard]] std::vector<Slot> slots_of(const Blueprint& blueprint, const std::vector<Candidate>& candidates);

inline constexpr std::size_t nobody = static_cast<std::size_t>(-1);

/// For each slot a candidate, no two the same; `nobody` where none is left. As many slots are filled as can be.
/// Candidates are tried in the order of `fitting`.
[[nodiscard]] std::vector<std::size_t> fill_slots(const std::vector<Slot>& slots, std::size_t candidate_count);

}  // namespace huashu::assess
