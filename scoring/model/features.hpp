// The features of a reply: of each clause its character 1-, 2- and 3-grams, how it stands in the reply; how long the
// reply is. Each hashed to one of a fixed number of buckets.
//
// Only letters, digits and Han characters count; every digit is the same; the clause's edges and a closing question
// mark are characters of their own. Two features in one bucket are one: rare, and the training sees it too.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "scoring/text.hpp"

namespace huashu::scoring {

inline constexpr std::uint32_t feature_buckets = 1u << 16;

/// A feature: its bucket and the characters of the canonical text that it covers (an edge or a length covers none).
struct Feature {
    std::uint32_t bucket = 0;
    CharSpan span;
};

/// Makes the features of a reply's clauses. Keeps references to both.
class FeatureMaker {
public:
    FeatureMaker(std::u32string_view canonical, const std::vector<Clause>& clauses);

    /// Appends those of a clause, in order; none for a clause without a word.
    void append(std::size_t clause, std::vector<Feature>& out) const;
    /// Appends those of all clauses.
    void append_all(std::vector<Feature>& out) const;
    [[nodiscard]] std::uint32_t words() const { return words_; }

private:
    std::u32string_view canonical_;
    const std::vector<Clause>& clauses_;
    std::size_t first_ = 0, last_ = 0, spoken_ = 0;  // clauses with words: the first, the last, how many
    std::uint32_t words_ = 0;                        // characters that count, of the whole reply
};

}  // namespace huashu::scoring
