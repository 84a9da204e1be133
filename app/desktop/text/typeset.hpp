// Text ready to draw: characters placed in rows by width, weight and size, with the way back to its bytes.
//
// Laying out costs some microseconds, drawing little more than its pixels, so layouts are kept: ask for the same text
// in the same style and width in the next frame and the same Layout comes back.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "desktop/fonts/glyphs.hpp"
#include "desktop/text/wrap.hpp"
#include "desktop/theme/theme.hpp"

namespace huashu::desktop {

struct TextStyle {
    Weight weight = Weight::regular;
    int em_px = 18;
    float leading_px = 28;  ///< from row to row
    bool operator==(const TextStyle&) const = default;
};

[[nodiscard]] TextStyle style_of(Type type, const Scale& scale);

/// A box inside a Layout, pixels from its top left.
struct TextBox {
    float x0 = 0, y0 = 0, x1 = 0, y1 = 0;
};

struct Layout {
    std::u32string characters;
    std::vector<std::uint32_t> byte_of;  ///< per character, and the end
    std::vector<const Glyph*> glyphs;    ///< per character
    std::vector<float> x_of;             ///< pen of each character in its row
    std::vector<Row> rows;
    TextStyle style;
    float width = 0;     ///< of the widest row
    float height = 0;    ///< rows × leading
    float baseline = 0;  ///< of the first row, from the top

    /// The boxes that cover the bytes [begin, end), one for each row they touch. Out of range is cut.
    [[nodiscard]] std::vector<TextBox> boxes_of(std::uint32_t begin_byte, std::uint32_t end_byte) const;
    /// Of characters.
    [[nodiscard]] std::vector<TextBox> boxes_of_characters(std::size_t begin, std::size_t end) const;
};

class Typesetter {
public:
    explicit Typesetter(Glyphs& glyphs) : glyphs_(glyphs) {}

    /// `width_px` ≤ 0: one row unless the text holds newlines. The reference is good until the frame after next.
    const Layout& layout(std::string_view text, const TextStyle& style, float width_px = 0);
    /// The same, made afresh and kept by the caller (the editor). `void` after a change of glyphs' generation.
    [[nodiscard]] Layout make(std::u32string_view characters, const TextStyle& style, float width_px);
    /// The advance of a text in one row.
    [[nodiscard]] float width_of(std::string_view text, const TextStyle& style);
    /// The text, cut at the end with … so that it fits. The same text when it fits.
    [[nodiscard]] std::string fitted(std::string_view text, const TextStyle& style, float width_px, bool& cut);

    /// Call before each frame: forgets what was not drawn for a while, and everything when the glyphs started over.
    void begin_frame();
    [[nodiscard]] Glyphs& glyphs() { return glyphs_; }
    [[nodiscard]] std::size_t kept() const { return kept_.size(); }

private:
    struct Kept {
        std::string text;
        TextStyle style;
        float width = 0;
        Layout layout;
        unsigned last_used = 0;
    };
    Glyphs& glyphs_;
    std::unordered_multimap<std::size_t, std::unique_ptr<Kept>> kept_;
    unsigned frame_ = 0;
    unsigned generation_ = 0;
};

}  // namespace huashu::desktop
