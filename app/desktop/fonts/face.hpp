// FreeType, as far as we need it: open a face, measure and draw one character at a size.
//
// The file is read piece by piece. Mapped into memory, as FreeType opens a file by itself, each character drags a
// neighbourhood of pages with it: 19 MB of a Chinese family's three faces for what needs three.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "desktop/fonts/find_fonts.hpp"

struct FT_LibraryRec_;
struct FT_FaceRec_;
struct FT_StreamRec_;

namespace huashu::desktop {

/// A drawn character: coverage, one byte a pixel, rows `pitch` apart. Valid until the face draws the next one.
struct Drawn {
    int width = 0, height = 0, pitch = 0;
    int left = 0;  ///< from the pen to the first column
    int top = 0;   ///< from the baseline up to the first row
    float advance = 0;
    const std::uint8_t* pixels = nullptr;
};

class Face {
public:
    /// Error (system): the file can't be read or is no font.
    [[nodiscard]] static Result<std::unique_ptr<Face>> open(const FontFile& file);

    [[nodiscard]] bool has(char32_t character) const;
    /// `em_px`: height of the em square, which for Chinese is the size of a character. Empty: no such character.
    [[nodiscard]] std::optional<Drawn> draw(char32_t character, int em_px);
    /// Of this size, in pixels: how far a line's letters reach above and below the baseline.
    [[nodiscard]] float ascent(int em_px) const;
    [[nodiscard]] float descent(int em_px) const;

    Face(const Face&) = delete;
    Face& operator=(const Face&) = delete;
    ~Face();

private:
    Face();
    FT_LibraryRec_* library_ = nullptr;
    FT_FaceRec_* face_ = nullptr;
    std::unique_ptr<FT_StreamRec_> stream_;  ///< the face reads from it as long as it lives
    int current_px_ = 0;
};

}  // namespace huashu::desktop
