// The features of a clause: its character 1-, 2- and 3-grams, each hashed to one of a fixed number of buckets.
//
// Only letters, digits and Han characters count; every digit is the same; the clause's edges and a closing question
// mark are characters of their own. Two grams in one bucket are one feature: rare, and the training sees it too.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "scoring/text.hpp"

namespace huashu::scoring {

inline constexpr std::uint32_t gram_buckets = 1u << 15;

/// A gram: its bucket and the characters of the canonical text that it covers (an edge covers none).
struct Gram {
    std::uint32_t bucket = 0;
    CharSpan span;
};

/// Appends the grams of a clause, in order.
void append_grams(std::u32string_view canonical, const Clause& clause, std::vector<Gram>& out);

}  // namespace huashu::scoring
