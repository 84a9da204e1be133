// How the judge names groups of patterns: a slot is one role of one rule (its match, its exceptions, …) and the id
// under which all patterns of that role go into a PatternSet.
#pragma once

#include <cstdint>
#include <limits>

namespace huashu::scoring {

using Slot = std::uint32_t;
inline constexpr Slot no_slot = std::numeric_limits<Slot>::max();  ///< the role has no patterns: never matched

}  // namespace huashu::scoring
