// Which font files to draw with: asked of fontconfig, the same on every desktop.
//
// Noto Sans CJK is wanted (fonts-noto-cjk); any font that holds both scripts' characters will do. The face follows the
// script, because the two draw the same character and its punctuation differently.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "scoring/diagnostic.hpp"

namespace huashu::desktop {

enum class HanScript : std::uint8_t { traditional, simplified };

struct FontFile {
    std::string path;
    int index = 0;  ///< of the face in a collection
    bool operator==(const FontFile&) const = default;
};

struct FontFiles {
    FontFile regular;
    FontFile bold;
    FontFile display;  ///< a serif for headings; the bold face when there is none
};

/// Error (system): no font with Han characters; the remedy names the package.
[[nodiscard]] Result<FontFiles> find_fonts(HanScript script);

/// Any outline font that has this character, for the rare one that the main fonts lack (emoji, symbols).
[[nodiscard]] std::optional<FontFile> find_font_with(char32_t character);

}  // namespace huashu::desktop
