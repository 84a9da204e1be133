// What the skeleton makes of characters and of words that are written to get past a filter. The tables are made at
// build time (scoring/tools/make_skeleton_table.cpp) from the lists in scoring/text/tables. Private to scoring.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace huashu::scoring {

/// 32 bits: what the canonical character looks like (21; 0: itself) and flags.
struct SkeletonEntry {
    std::uint32_t bits = 0;

    static constexpr std::uint32_t begins_spelling_bit = 1u << 21;
    static constexpr std::uint32_t doubles_bit = 1u << 22;

    [[nodiscard]] constexpr char32_t looks_like() const { return bits & 0x1FFFFF; }
    /// Some spelling begins with this character (as folded).
    [[nodiscard]] constexpr bool begins_spelling() const { return (bits & begins_spelling_bit) != 0; }
    /// Doubled, it is a word of its own (媽媽).
    [[nodiscard]] constexpr bool doubles() const { return (bits & doubles_bit) != 0; }
};

/// A way to write a word, and what is meant; `meant` is never the longer one.
struct Spelling {
    std::u32string_view written;
    std::u32string_view meant;
    bool in_letters = false;  ///< Latin letters and digits only
};

namespace skeleton_table {
inline constexpr unsigned block_shift = 7;
inline constexpr std::uint32_t block_mask = (1u << block_shift) - 1;
extern const std::uint16_t entry_index[];
extern const std::uint32_t entry_blocks[];
extern const Spelling spellings[];  ///< by first character, then the longest first
extern const std::size_t spelling_count;
}  // namespace skeleton_table

[[nodiscard]] inline SkeletonEntry skeleton_entry(char32_t c) {
    using namespace skeleton_table;
    return {
        entry_blocks[(static_cast<std::uint32_t>(entry_index[c >> block_shift]) << block_shift) + (c & block_mask)]};
}

/// The longest spelling that stands at `at`, or null. Letters and digits at its ends must not be part of a longer word.
[[nodiscard]] const Spelling* find_spelling(std::u32string_view text, std::size_t at);

}  // namespace huashu::scoring
