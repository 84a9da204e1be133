// The bounds that keep every pattern linear in the text, whatever an author writes. Private to scoring.
#pragma once

#include <cstdint>

namespace huashu::scoring::match {

inline constexpr std::uint32_t max_pattern_chars = 400;  ///< as written
inline constexpr std::uint32_t max_group_depth = 8;
inline constexpr std::uint32_t max_list_depth = 32;   ///< lists that name lists
inline constexpr std::uint32_t max_class_count = 30;  ///< `<digit:1-30>`
inline constexpr std::uint32_t max_gap = 60;
inline constexpr std::uint32_t max_match_chars = 511;  ///< the longest text that one match may cover
inline constexpr std::uint32_t max_nodes = 20000;      ///< of one pattern with its lists
inline constexpr std::uint32_t max_list_entries = 200000;

}  // namespace huashu::scoring::match
