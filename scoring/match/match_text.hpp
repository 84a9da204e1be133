// A text as the verifier asks about it: where clauses and sentences end, where they begin. Private to scoring.
//
// All as bits, one for each position, so that a question about the next sixty characters is one instruction.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <string_view>
#include <vector>

#include "match/node.hpp"
#include "match/text_hashes.hpp"

namespace huashu::scoring::match {

/// What `<num>` takes.
inline constexpr std::u32string_view number_chars = U"0123456789〇零一二两三四五六七八九十百千半";

/// Bits for the positions of a text, its end included, with room to read 64 from any of them.
class PositionBits {
public:
    void reset(std::size_t size) { words_.assign(size / 64 + 3, 0); }
    void set(std::uint32_t at) { words_[at / 64 + 1] |= std::uint64_t{1} << at % 64; }
    void set_range(std::uint32_t begin, std::uint32_t end) {
        for (std::uint32_t at = begin; at < end; ++at) set(at);
    }
    [[nodiscard]] bool test(std::uint32_t at) const { return (words_[at / 64 + 1] >> at % 64 & 1) != 0; }
    /// How far the first set bit is from `at` on, at most 64.
    [[nodiscard]] std::uint32_t free_after(std::uint32_t at) const {
        const std::uint64_t* word = &words_[at / 64 + 1];
        const std::uint32_t shift = at % 64;
        const std::uint64_t bits = shift == 0 ? word[0] : word[0] >> shift | word[1] << (64 - shift);
        return static_cast<std::uint32_t>(std::countr_zero(bits));
    }
    /// How many bits right before `at` are not set, at most 64.
    [[nodiscard]] std::uint32_t free_before(std::uint32_t at) const {
        const std::uint64_t* word = &words_[at / 64 + 1];
        const std::uint32_t shift = at % 64;
        const std::uint64_t bits = shift == 0 ? word[-1] : word[0] << (64 - shift) | word[-1] >> shift;
        return static_cast<std::uint32_t>(std::countl_zero(bits));
    }

private:
    std::vector<std::uint64_t> words_;  ///< one idle word at each end
};

class MatchText {
public:
    /// Looks at another text from now on; it must outlive the questions.
    void begin(std::u32string_view chars) {
        chars_ = chars;
        filled_ = false;
    }

    [[nodiscard]] std::u32string_view chars() const { return chars_; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(chars_.size()); }

    /// Must have been called before what follows; it is left until a literal was found that asks for it.
    void fill() {
        if (!filled_) fill_now();
    }

    /// How wide a gap can be that begins at `at`, at most 64 characters.
    [[nodiscard]] std::uint32_t room_after(std::uint32_t at, bool crosses_clauses) const {
        return std::min(size() - at, (crosses_clauses ? sentence_ends_ : clause_ends_).free_after(at));
    }
    /// How wide a gap can be that ends at `at`.
    [[nodiscard]] std::uint32_t room_before(std::uint32_t at, bool crosses_clauses) const {
        return std::min(at, (crosses_clauses ? sentence_ends_ : clause_ends_).free_before(at));
    }
    [[nodiscard]] const TextHashes& hashes() const { return hashes_; }
    [[nodiscard]] bool holds(Anchor anchor, std::uint32_t at) const;
    /// How many characters of the class stand one after the other from `at` on, at most 64.
    [[nodiscard]] std::uint32_t run_after(ClassName name, std::uint32_t at) const {
        return std::min(size() - at, outside(name).free_after(at));
    }
    /// … right before `at`.
    [[nodiscard]] std::uint32_t run_before(ClassName name, std::uint32_t at) const {
        return std::min(at, outside(name).free_before(at));
    }

private:
    [[nodiscard]] const PositionBits& outside(ClassName name) const {
        return name == ClassName::any ? clause_ends_ : outside_[static_cast<std::size_t>(name)];
    }
    void fill_now();
    void note_classes(std::uint32_t at, bool is_han);

    std::u32string_view chars_;
    bool filled_ = false;
    TextHashes hashes_;
    std::uint32_t first_word_ = 0;  ///< the first character that is part of a word; the text's size when there is none
    std::uint32_t words_end_ = 0;   ///< behind the last one
    PositionBits clause_ends_;
    PositionBits sentence_ends_;
    PositionBits clause_starts_;           ///< between the last end of a clause and this position stands no word
    PositionBits clause_stops_;            ///< between this position and the next end of a clause stands no word
    std::array<PositionBits, 4> outside_;  ///< by class but `any`: the characters that are not in it
};

}  // namespace huashu::scoring::match
