#include "desktop/fonts/glyphs.hpp"

#include <imgui.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace huashu::desktop {
namespace {

constexpr char32_t missing_marks[] = {0x25A1, U'?'};  // an empty box, in any Chinese font

int key_of(Weight weight, int em_px) { return em_px * 4 + static_cast<int>(weight); }

bool is_invisible(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F) ||
           (c >= 0xE0000 && c <= 0xE01EF);
}

// ImGui wipes the whole texture with its own hand, and each page of it is taken from the system. Nearly all of it stays
// empty for long: memory that the system hands out wiped is only taken where characters come to stand.
void take_pages_when_needed(ImFontAtlas& atlas, int own_row) {
    const auto width = static_cast<std::size_t>(atlas.TexWidth);
    const std::size_t before = static_cast<std::size_t>(own_row) * width;
    const std::size_t size = static_cast<std::size_t>(atlas.TexHeight) * width;
    auto* pixels = static_cast<unsigned char*>(std::calloc(size, 1));  // ImGui frees it with std::free
    if (pixels == nullptr) return;
    std::memcpy(pixels + before, atlas.TexPixelsAlpha8 + before, size - before);
    ImGui::MemFree(std::exchange(atlas.TexPixelsAlpha8, pixels));
}

}  // namespace

Glyphs::Glyphs(ImFontAtlas& atlas, int side) : atlas_(atlas), packer_(0, 0) {
    atlas.Flags |= ImFontAtlasFlags_NoPowerOfTwoHeight;
    atlas.TexDesiredWidth = side;
    // ImGui insists on a font of its own; nothing is written with it.
    static constexpr ImWchar fewest[] = {U' ', U' ', U'?', U'?', 0};
    ImFontConfig little;
    little.GlyphRanges = fewest;
    atlas.AddFontDefault(&little);
    const int room = atlas.AddCustomRectRegular(side - 2, side - 128);  // ImGui's own pixels go into the rest
    atlas.Build();
    const ImFontAtlasCustomRect* rect = atlas.GetCustomRectByIndex(room);
    left_ = rect->X;
    top_ = rect->Y;
    width_ = rect->Width;
    height_ = rect->Height;
    packer_ = ShelfPacker(rect->Width, rect->Height);
    take_pages_when_needed(atlas, top_ + height_);
}

Result<std::unique_ptr<Glyphs>> Glyphs::make(ImFontAtlas& atlas, HanScript script, int side) {
    std::unique_ptr<Glyphs> made{new Glyphs(atlas, side)};
    if (Result<void> opened = made->open_faces(script); !opened) return tl::unexpected(opened.error());
    return made;
}

Result<void> Glyphs::open_faces(HanScript script) {
    const Result<FontFiles> files = find_fonts(script);
    if (!files) return tl::unexpected(files.error());
    const FontFile* wanted[] = {&files->regular, &files->bold, &files->display};
    script_ = script;
    for (int i = 0; i < 3; ++i) {
        Result<std::unique_ptr<Face>> face = Face::open(*wanted[i]);
        if (!face) return tl::unexpected(face.error());
        faces_[i] = std::move(*face);
    }
    return {};
}

Result<void> Glyphs::use_script(HanScript script) {
    start_over();
    return open_faces(script);
}

void Glyphs::begin_frame() {
    if (full_) start_over();
}

void Glyphs::start_over() {
    tables_.clear();
    store_.clear();
    packer_.clear();
    last_table_ = nullptr;
    last_key_ = -1;
    full_ = false;
    ++generation_;
    // What was drawn before must not shine through at the edges of what comes next.
    for (int y = top_; y < top_ + height_; ++y)
        std::memset(atlas_.TexPixelsAlpha8 + std::ptrdiff_t{y} * atlas_.TexWidth + left_, 0,
                    static_cast<std::size_t>(width_));
    dirty_ = {0, atlas_.TexHeight};
}

DirtyRows Glyphs::take_dirty_rows() {
    const DirtyRows rows = std::exchange(dirty_, {});
    return rows.empty() ? rows : DirtyRows{std::max(0, rows.begin - 1), std::min(atlas_.TexHeight, rows.end + 1)};
}

DirtyRows Glyphs::rows_of_imgui() const { return {top_ + height_, atlas_.TexHeight}; }

float Glyphs::ascent(int em_px) const { return faces_[0]->ascent(em_px); }
float Glyphs::descent(int em_px) const { return faces_[0]->descent(em_px); }

const Glyph& Glyphs::glyph(Weight weight, int em_px, char32_t character) {
    const Glyph*& found = slot(table(weight, em_px), character);
    if (found == nullptr) found = &draw(weight, em_px, character);
    return *found;
}

Glyphs::Table& Glyphs::table(Weight weight, int em_px) {
    const int key = key_of(weight, em_px);
    if (key != last_key_) {
        std::unique_ptr<Table>& found = tables_[key];
        if (!found) found = std::make_unique<Table>();
        last_table_ = found.get();
        last_key_ = key;
    }
    return *last_table_;
}

const Glyph*& Glyphs::slot(Table& table, char32_t character) {
    if (character >= 0x10000) return table.rare[character];
    std::unique_ptr<Table::Page>& page = table.common[character / 256];
    if (!page) page = std::make_unique<Table::Page>();
    return (*page)[character % 256];
}

const Glyph& Glyphs::draw(Weight weight, int em_px, char32_t character) {
    if (is_invisible(character)) return store_.emplace_back();
    if (character == U'\t') character = U' ';
    Face* face = face_for(weight, character);
    for (const char32_t mark : missing_marks) {
        if (face != nullptr) break;
        character = mark;
        face = faces_[static_cast<std::size_t>(weight)]->has(mark) ? faces_[static_cast<std::size_t>(weight)].get()
                                                                   : nullptr;
    }
    if (face == nullptr) return store_.emplace_back();
    const std::optional<Drawn> drawn = face->draw(character, em_px);
    if (!drawn) return store_.emplace_back();
    return place(*drawn);
}

Face* Glyphs::face_for(Weight weight, char32_t character) {
    Face* own = faces_[static_cast<std::size_t>(weight)].get();
    if (own->has(character)) return own;
    if (faces_[0]->has(character)) return faces_[0].get();
    return fallback_for(character);
}

Face* Glyphs::fallback_for(char32_t character) {
    if (const auto known = fallback_of_.find(character); known != fallback_of_.end()) return known->second;
    Face*& answer = fallback_of_[character];
    const std::optional<FontFile> file = find_font_with(character);
    if (!file) return answer;
    for (const auto& [opened, face] : fallbacks_)
        if (opened == *file) return answer = face.get();
    Result<std::unique_ptr<Face>> face = Face::open(*file);
    if (!face) return answer;
    fallbacks_.emplace_back(*file, std::move(*face));
    return answer = fallbacks_.back().second.get();
}

const Glyph& Glyphs::place(const Drawn& drawn) {
    Glyph& glyph = store_.emplace_back();
    glyph.advance = drawn.advance;
    if (drawn.width == 0 || drawn.height == 0) return glyph;
    const std::optional<ShelfPacker::Spot> spot = packer_.place(drawn.width, drawn.height);
    if (!spot) {
        full_ = true;  // invisible for this frame; the next one starts with an empty texture
        return glyph;
    }
    const int x = left_ + spot->x;
    const int y = top_ + spot->y;
    for (int row = 0; row < drawn.height; ++row)
        std::memcpy(atlas_.TexPixelsAlpha8 + std::ptrdiff_t{y + row} * atlas_.TexWidth + x,
                    drawn.pixels + std::ptrdiff_t{row} * drawn.pitch, static_cast<std::size_t>(drawn.width));
    dirty_ = dirty_.empty() ? DirtyRows{y, y + drawn.height}
                            : DirtyRows{std::min(dirty_.begin, y), std::max(dirty_.end, y + drawn.height)};
    glyph.visible = true;
    glyph.x0 = static_cast<float>(drawn.left);
    glyph.y0 = static_cast<float>(-drawn.top);
    glyph.x1 = glyph.x0 + static_cast<float>(drawn.width);
    glyph.y1 = glyph.y0 + static_cast<float>(drawn.height);
    const auto side_u = static_cast<float>(atlas_.TexWidth);
    const auto side_v = static_cast<float>(atlas_.TexHeight);
    glyph.u0 = static_cast<float>(x) / side_u;
    glyph.v0 = static_cast<float>(y) / side_v;
    glyph.u1 = static_cast<float>(x + drawn.width) / side_u;
    glyph.v1 = static_cast<float>(y + drawn.height) / side_v;
    return glyph;
}

}  // namespace huashu::desktop
