#include "desktop/fonts/face.hpp"

#include <ft2build.h>
#include FT_FREETYPE_H

#include <cstdio>

#include "desktop/errors.hpp"

namespace huashu::desktop {
namespace {

// The outer box of a CJK face is far taller than its characters; these parts of the em square hold every Han
// character and every Latin letter with its accents, and centre Chinese text in its row.
constexpr float ascent_of_em = 0.92f;
constexpr float descent_of_em = 0.16f;

std::FILE* file_of(FT_Stream stream) { return static_cast<std::FILE*>(stream->descriptor.pointer); }

// FreeType's contract: bytes read; asked for none, only whether one can go there (0: yes).
unsigned long read_font(FT_Stream stream, unsigned long offset, unsigned char* to, unsigned long count) {
    if (std::fseek(file_of(stream), static_cast<long>(offset), SEEK_SET) != 0) return count == 0 ? 1 : 0;
    return count == 0 ? 0 : std::fread(to, 1, count, file_of(stream));
}

void close_font(FT_Stream stream) { std::fclose(file_of(stream)); }

std::unique_ptr<FT_StreamRec> open_stream(const std::string& path) {
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (file == nullptr) return nullptr;
    auto stream = std::make_unique<FT_StreamRec>();
    stream->descriptor.pointer = file;
    if (std::fseek(file, 0, SEEK_END) == 0) stream->size = static_cast<unsigned long>(std::ftell(file));
    stream->read = read_font;
    stream->close = close_font;
    return stream;
}

}  // namespace

Result<std::unique_ptr<Face>> Face::open(const FontFile& file) {
    std::unique_ptr<Face> made{new Face};
    made->stream_ = open_stream(file.path);
    FT_Open_Args from{};
    from.flags = FT_OPEN_STREAM;
    from.stream = made->stream_.get();
    // FreeType closes the stream itself, also when it refuses the file.
    if (!made->stream_ || FT_Init_FreeType(&made->library_) != 0 ||
        FT_Open_Face(made->library_, &from, file.index, &made->face_) != 0) {
        return system_error("font-unreadable", "The font " + file.path + " can't be read.",
                            "Reinstall it: sudo apt install --reinstall fonts-noto-cjk");
    }
    return made;
}

Face::Face() = default;

Face::~Face() {
    if (face_ != nullptr) FT_Done_Face(face_);
    if (library_ != nullptr) FT_Done_FreeType(library_);
}

bool Face::has(char32_t character) const { return FT_Get_Char_Index(face_, character) != 0; }

std::optional<Drawn> Face::draw(char32_t character, int em_px) {
    const FT_UInt glyph = FT_Get_Char_Index(face_, character);
    if (glyph == 0) return std::nullopt;
    if (current_px_ != em_px) {
        if (FT_Set_Pixel_Sizes(face_, 0, static_cast<FT_UInt>(em_px)) != 0) return std::nullopt;
        current_px_ = em_px;
    }
    if (FT_Load_Glyph(face_, glyph, FT_LOAD_RENDER) != 0) return std::nullopt;
    const FT_GlyphSlot slot = face_->glyph;
    if (slot->bitmap.pixel_mode != FT_PIXEL_MODE_GRAY) return std::nullopt;
    return Drawn{static_cast<int>(slot->bitmap.width),
                 static_cast<int>(slot->bitmap.rows),
                 slot->bitmap.pitch,
                 slot->bitmap_left,
                 slot->bitmap_top,
                 static_cast<float>((slot->advance.x + 32) >> 6),
                 slot->bitmap.buffer};
}

float Face::ascent(int em_px) const { return ascent_of_em * static_cast<float>(em_px); }
float Face::descent(int em_px) const { return descent_of_em * static_cast<float>(em_px); }

}  // namespace huashu::desktop
