#include <doctest/doctest.h>
#include <imgui.h>

#include "desktop/fonts/glyphs.hpp"
#include "desktop/fonts/shelf_packer.hpp"

using namespace huashu::desktop;

TEST_CASE("packer: boxes never overlap and never leave the room") {
    ShelfPacker packer(100, 100);
    std::vector<std::vector<bool>> used(100, std::vector<bool>(100, false));
    int placed = 0;
    for (int i = 0; i < 200; ++i) {
        const int w = 3 + i % 11;
        const int h = 4 + i % 7;
        const auto spot = packer.place(w, h);
        if (!spot) continue;
        ++placed;
        REQUIRE(spot->x + w <= 100);
        REQUIRE(spot->y + h <= 100);
        for (int y = spot->y; y < spot->y + h; ++y)
            for (int x = spot->x; x < spot->x + w; ++x) {
                REQUIRE_FALSE(used[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)]);
                used[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)] = true;
            }
    }
    CHECK(placed > 60);
    CHECK_FALSE(packer.place(101, 1));
    packer.clear();
    CHECK(packer.place(90, 90));
}

TEST_CASE("fonts: both scripts find a face with Chinese characters, and not the same one") {
    const auto traditional = find_fonts(HanScript::traditional);
    const auto simplified = find_fonts(HanScript::simplified);
    REQUIRE(traditional);
    REQUIRE(simplified);
    CHECK_FALSE(traditional->regular == simplified->regular);
    CHECK_FALSE(traditional->regular == traditional->bold);
}

TEST_CASE("glyphs: characters are drawn once, at their size, beyond the BMP too") {
    ImFontAtlas atlas;
    const auto glyphs = Glyphs::make(atlas, HanScript::traditional, 512);
    REQUIRE(glyphs);
    const Glyph& water = (*glyphs)->glyph(Weight::regular, 18, U'水');
    CHECK(water.visible);
    CHECK(water.advance == 18);
    CHECK(&water == &(*glyphs)->glyph(Weight::regular, 18, U'水'));
    CHECK_FALSE(&water == &(*glyphs)->glyph(Weight::bold, 18, U'水'));
    CHECK((*glyphs)->glyph(Weight::regular, 18, U'𠮷').visible);
    CHECK((*glyphs)->glyph(Weight::regular, 18, 0x10FFFD).visible);  // no font has it: a box
    const Glyph& joiner = (*glyphs)->glyph(Weight::regular, 18, 0x200D);
    CHECK_FALSE(joiner.visible);
    CHECK(joiner.advance == 0);
}

TEST_CASE("glyphs: a full texture starts over with the next frame and says so") {
    ImFontAtlas atlas;
    const auto made = Glyphs::make(atlas, HanScript::traditional, 256);
    REQUIRE(made);
    Glyphs& glyphs = **made;
    const unsigned before = glyphs.generation();
    for (char32_t c = 0x4E00; c < 0x4E00 + 400; ++c) (void)glyphs.glyph(Weight::regular, 30, c);
    CHECK(glyphs.generation() == before);
    glyphs.begin_frame();
    CHECK(glyphs.generation() == before + 1);
    CHECK(glyphs.glyph(Weight::regular, 30, U'水').visible);
    CHECK_FALSE(glyphs.take_dirty_rows().empty());
    CHECK(glyphs.take_dirty_rows().empty());
}

TEST_CASE("glyphs: the texture is handed over in pieces, and nothing stands outside them") {
    ImFontAtlas atlas;
    const auto made = Glyphs::make(atlas, HanScript::traditional, 512);
    REQUIRE(made);
    Glyphs& glyphs = **made;
    CHECK(glyphs.take_dirty_rows().empty());
    const DirtyRows own = glyphs.rows_of_imgui();
    CHECK(own.end == atlas.TexHeight);
    const auto at = [&](int x, int y) { return atlas.TexPixelsAlpha8[y * atlas.TexWidth + x]; };
    const auto white_x = static_cast<int>(atlas.TexUvWhitePixel.x * static_cast<float>(atlas.TexWidth));
    const auto white_y = static_cast<int>(atlas.TexUvWhitePixel.y * static_cast<float>(atlas.TexHeight));
    CHECK(white_y >= own.begin);
    CHECK(at(white_x, white_y) == 255);
    for (char32_t c = 0x4E00; c < 0x4E00 + 40; ++c) (void)glyphs.glyph(Weight::regular, 30, c);
    const DirtyRows rows = glyphs.take_dirty_rows();
    REQUIRE_FALSE(rows.empty());
    int inside = 0, outside = 0;
    for (int y = 0; y < own.begin; ++y)
        for (int x = 0; x < atlas.TexWidth; ++x)
            if (at(x, y) != 0) ++(y >= rows.begin && y < rows.end ? inside : outside);
    CHECK(inside > 1000);
    CHECK(outside == 0);
}
