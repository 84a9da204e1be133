// Breaking a text into rows of a given width. Pure arithmetic over advances: knows no font and no screen, so that the
// same code lays out what is shown and what is edited, and tests need neither.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace huashu::desktop {

struct Row {
    std::uint32_t begin = 0;  ///< characters; half open
    std::uint32_t end = 0;    ///< includes the blanks and the newline that end the row
    float width = 0;          ///< pixels, without those blanks
    bool hard = false;        ///< ended by a newline
    [[nodiscard]] std::uint32_t size() const { return end - begin; }
};

/// `advances` holds the width of each character, in pixels. A `width` of 0 or less means: no limit.
/// Every character is in exactly one row; there is always at least one row; a text that ends with a newline has an
/// empty row after it. A word wider than the row is cut where the row is full; a row holds at least one character.
/// Linear in the length of the text.
[[nodiscard]] std::vector<Row> wrap(std::u32string_view text, std::span<const float> advances, float width);

}  // namespace huashu::desktop
