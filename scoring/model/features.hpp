// The features of a reply: of each clause its character 1-, 2- and 3-grams, the word lists that it draws on and the 2-
// and 3-grams in which such words are read as the name of their list, how it stands in the reply; how long the reply
// is.
//
// Only letters, digits and Han characters count; every digit is the same; the clause's edges and a closing question
// mark are characters of their own. A feature is known by a hash of 32 bits: that two features share one is rarer than
// one in ten thousand, and the training sees it too.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "model/concepts.hpp"
#include "scoring/text.hpp"

namespace huashu::scoring {

/// A feature: its hash and the characters of the canonical text that it covers (an edge or a length covers none).
struct Feature {
    static constexpr std::uint32_t unknown = 0xFFFFFFFF;

    std::uint32_t key = 0;
    CharSpan span;
    std::uint32_t row = unknown;  ///< of the model's weights, once it was asked
};

/// Makes the features of a reply's clauses. All three must outlive it.
class FeatureMaker {
public:
    FeatureMaker(std::u32string_view canonical, std::span<const Clause> clauses, const Concepts& concepts);

    /// Appends those of a clause, in order; none for a clause without a word. First what its words say, which is the
    /// same wherever the clause stands, then how it stands in the reply.
    void append(std::size_t clause, std::vector<Feature>& out) {
        append_words(clause, out);
        append_place(clause, out);
    }
    void append_words(std::size_t clause, std::vector<Feature>& out);
    void append_place(std::size_t clause, std::vector<Feature>& out);
    /// Appends those of all clauses.
    void append_all(std::vector<Feature>& out);
    [[nodiscard]] std::uint32_t words() const { return words_; }

private:
    void append_grams(const Clause& clause, std::vector<Feature>& out) const;
    void append_concepts(const Clause& clause, std::vector<Feature>& out) const;
    void take(std::size_t clause);

    std::u32string_view canonical_;
    std::span<const Clause> clauses_;
    const Concepts& concepts_;
    std::size_t taken_;                              // the clause at hand; as many as there are: none yet
    std::u32string chars_;                           // of the clause at hand: those that count
    std::vector<std::uint32_t> places_;              // … and where they stand
    std::size_t first_ = 0, last_ = 0, spoken_ = 0;  // clauses with words: the first, the last, how many
    std::uint32_t words_ = 0;                        // characters that count, of the whole reply
};

}  // namespace huashu::scoring
