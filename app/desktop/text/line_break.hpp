// Where a line of mixed Chinese and Latin text may break.
//
// The rules of Chinese typesetting (避頭尾, kinsoku) in their usual form: a break may fall on either side of a wide
// character, after a blank and after a hyphen; never before closing punctuation, never after opening punctuation,
// never inside a run of Latin letters or figures, nor between a figure and its unit sign (50%, §4.2, ¥30).
// The whole of UAX #14 would need its tables; these rules cover what people write here and are tested row by row.
#pragma once

#include <cstdint>

namespace huashu::desktop {

enum class BreakClass : std::uint8_t {
    wide,      ///< Han, kana, Hangul, full-width forms, emoji: breaks on both sides
    opening,   ///< （「『《“ …: nothing may break after it
    closing,   ///< ，。！？）」…: nothing may break before it
    glue,      ///< — … and their like inside a pair: never split from their own kind
    blank,     ///< break after, hangs at the end of a row
    hyphen,    ///< break after, unless it stands before a figure
    joiner,    ///< combining marks, variation selectors, ZWJ, no-break spaces: breaks on neither side
    newline,   ///< a break that must be taken
    ordinary,  ///< letters, figures and their signs
};

[[nodiscard]] BreakClass break_class(char32_t c);

/// True when a row may end after `before` and the next one start with `after`.
[[nodiscard]] bool may_break_between(char32_t before, char32_t after);

}  // namespace huashu::desktop
