// The two halves of a draw that draw.cpp puts together: the search for near-equal forms, and the words for what is
// missing. Private to the draw.
#pragma once

#include "assess/slots.hpp"

namespace huashu::assess {

/// For each form, for each slot, a candidate. The slots can all be filled.
using Arrangement = std::vector<std::vector<std::size_t>>;
[[nodiscard]] Arrangement search_forms(const Blueprint& blueprint, const std::vector<Candidate>& candidates, int forms,
                                       std::uint64_t seed);

[[nodiscard]] Diagnostic not_parallel(const Blueprint& blueprint, const Drawn& drawn);

}  // namespace huashu::assess
