// What becomes of one character when text is made canonical: one look-up in a table that is made at build time
// (scoring/tools/make_fold_table.cpp) from ICU's and OpenCC's data. Private to scoring.
#pragma once

#include <cstdint>

namespace huashu::scoring {

enum class FoldKind : std::uint8_t {
    single,    ///< becomes one character
    sequence,  ///< becomes several
    dropped,   ///< says nothing: zero-width and control characters
    blank,
    newline,
};

/// 32 bits: the character or the place of the sequence (21), the steps taken (6, FoldStep compatibility…blanks),
/// the kind (3), and whether it may combine with what stands before it (1). All zero: the character stays as it is.
struct FoldEntry {
    std::uint32_t bits = 0;

    static constexpr unsigned step_shift = 21;
    static constexpr unsigned kind_shift = 27;
    static constexpr std::uint32_t joins_bit = 1u << 30;

    [[nodiscard]] constexpr bool is_identity() const { return bits == 0; }
    [[nodiscard]] constexpr std::uint32_t value() const { return bits & 0x1FFFFF; }
    /// As FoldSteps: the bits of FoldStep::compatibility to FoldStep::blanks.
    [[nodiscard]] constexpr std::uint16_t steps() const {
        return static_cast<std::uint16_t>((bits >> step_shift & 0x3F) << 1);
    }
    [[nodiscard]] constexpr FoldKind kind() const { return static_cast<FoldKind>(bits >> kind_shift & 7); }
    [[nodiscard]] constexpr bool joins_backwards() const { return (bits & joins_bit) != 0; }
};

/// What a canonical character is, for clauses, classes of the pattern language and the skeleton.
enum class CharClass : std::uint8_t {
    other,  ///< letters of scripts that the language has no class for, marks, unassigned
    han,
    digit,   ///< 0-9
    letter,  ///< Latin, canonical: a-z and their accented forms
    blank,
    newline,
    punctuation,
    symbol,  ///< emoji, arrows, currency: says nothing by itself
};

namespace fold_table {
inline constexpr unsigned block_shift = 7;
inline constexpr std::uint32_t block_mask = (1u << block_shift) - 1;
extern const std::uint16_t fold_index[];
extern const std::uint32_t fold_blocks[];
extern const std::uint32_t sequences[];  ///< at FoldEntry::value(): the length, then the characters
/// The characters that nearly all text is made of, U+4E00 to U+9FFF, without a detour: what each becomes, which is
/// never more than a change of script. 0: ask fold_entry().
inline constexpr char32_t han_first = 0x4E00;
inline constexpr char32_t han_count = 0x5200;
extern const std::uint16_t han_direct[];
extern const std::uint16_t class_index[];
extern const std::uint8_t class_blocks[];
}  // namespace fold_table

/// `c` must be at most U+10FFFF.
[[nodiscard]] inline FoldEntry fold_entry(char32_t c) {
    using namespace fold_table;
    return {fold_blocks[(static_cast<std::uint32_t>(fold_index[c >> block_shift]) << block_shift) + (c & block_mask)]};
}

[[nodiscard]] inline CharClass class_of(char32_t c) {
    using namespace fold_table;
    return static_cast<CharClass>(
        class_blocks[(static_cast<std::uint32_t>(class_index[c >> block_shift]) << block_shift) + (c & block_mask)]);
}

}  // namespace huashu::scoring
