// A text as the matcher asks about it: where clauses and sentences end, where words begin. Private to scoring.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "match/node.hpp"
#include "scoring/text.hpp"

namespace huashu::scoring::match {

/// Positions count characters; `size()` stands for "none further on". Filled when first needed: most texts hold no
/// literal of any pattern that asks.
class MatchText {
public:
    explicit MatchText(const FoldedText& text) : chars_(text.chars) {}

    [[nodiscard]] std::u32string_view chars() const { return chars_; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(chars_.size()); }

    /// The furthest end of a gap that begins at `at` and may cross clauses or not.
    [[nodiscard]] std::uint32_t gap_end(std::uint32_t at, bool crosses_clauses) const {
        return crosses_clauses ? next_sentence_[at] : next_clause_[at];
    }
    /// The furthest beginning of a gap that ends at `at`.
    [[nodiscard]] std::uint32_t gap_begin(std::uint32_t at, bool crosses_clauses) const {
        return crosses_clauses ? sentence_begin_[at] : clause_begin_[at];
    }
    [[nodiscard]] bool holds(Anchor anchor, std::uint32_t at) const;
    [[nodiscard]] bool is_in(ClassName name, std::uint32_t at) const;

    void fill();

private:
    std::u32string_view chars_;
    std::vector<std::uint32_t> next_clause_;  ///< the next character at or after a position that ends a clause
    std::vector<std::uint32_t> next_sentence_;
    std::vector<std::uint32_t> clause_begin_;  ///< behind the last character before a position that ends a clause
    std::vector<std::uint32_t> sentence_begin_;
    std::vector<std::uint32_t> next_word_;  ///< the next character at or after a position that is part of a word
};

}  // namespace huashu::scoring::match
