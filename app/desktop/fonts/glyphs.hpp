// Every character that was ever shown, drawn once and kept in one texture together with Dear ImGui's own few pixels.
//
// Characters are drawn when they are first asked for (about 10 µs each), so starting costs nothing and any of the
// 40,000 characters of the font may turn up in a name. We draw text from here ourselves and leave ImGui's fonts alone:
// in 1.86 they stop at U+FFFF, and their texture can't grow while text is shown.
//
// The texture never changes under text that was already laid out. When it is full, `generation()` moves on at the next
// begin_frame(): every layout made before is then void and must be made again.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <unordered_map>
#include <vector>

#include "desktop/fonts/face.hpp"
#include "desktop/fonts/find_fonts.hpp"
#include "desktop/fonts/shelf_packer.hpp"

struct ImFontAtlas;

namespace huashu::desktop {

enum class Weight : std::uint8_t { regular, bold, display };

struct Glyph {
    float x0 = 0, y0 = 0, x1 = 0, y1 = 0;  ///< from the pen on the baseline, pixels, y down
    float u0 = 0, v0 = 0, u1 = 0, v1 = 0;
    float advance = 0;
    bool visible = false;
};

/// The rows of the texture that changed since they were last taken.
struct DirtyRows {
    int begin = 0, end = 0;
    [[nodiscard]] bool empty() const { return begin >= end; }
};

class Glyphs {
public:
    /// Builds the atlas (one texture of `side` pixels squared, 8 bits) with the room for the characters in it.
    /// The atlas must outlive this object. Errors as of find_fonts.
    [[nodiscard]] static Result<std::unique_ptr<Glyphs>> make(ImFontAtlas& atlas, HanScript script, int side = 2048);

    /// Never fails: a character that no font has is shown as the replacement box.
    [[nodiscard]] const Glyph& glyph(Weight weight, int em_px, char32_t character);
    [[nodiscard]] float ascent(int em_px) const;
    [[nodiscard]] float descent(int em_px) const;

    /// Call before each frame: starts over when the texture was full.
    void begin_frame();
    [[nodiscard]] unsigned generation() const { return generation_; }
    /// With the empty rows beside them, which a scaled character's rim reads.
    [[nodiscard]] DirtyRows take_dirty_rows();
    /// Dear ImGui's own pixels, which never change.
    [[nodiscard]] DirtyRows rows_of_imgui() const;
    /// Draws with the faces of the other script from now on; everything starts over at once.
    [[nodiscard]] Result<void> use_script(HanScript script);
    [[nodiscard]] HanScript script() const { return script_; }
    [[nodiscard]] std::size_t count() const { return store_.size(); }

private:
    Glyphs(ImFontAtlas& atlas, int side);
    struct Table {  // the characters of one weight and size
        using Page = std::array<const Glyph*, 256>;
        std::array<std::unique_ptr<Page>, 256> common;  // U+0000..U+FFFF
        std::unordered_map<char32_t, const Glyph*> rare;
    };
    Table& table(Weight weight, int em_px);
    const Glyph*& slot(Table& table, char32_t character);
    const Glyph& draw(Weight weight, int em_px, char32_t character);
    Face* face_for(Weight weight, char32_t character);
    Face* fallback_for(char32_t character);
    const Glyph& place(const Drawn& drawn);
    Result<void> open_faces(HanScript script);
    void start_over();

    ImFontAtlas& atlas_;
    ShelfPacker packer_;
    int left_ = 0, top_ = 0, width_ = 0, height_ = 0;  // our room in the texture
    std::unique_ptr<Face> faces_[3];
    std::vector<std::pair<FontFile, std::unique_ptr<Face>>> fallbacks_;
    std::unordered_map<char32_t, Face*> fallback_of_;
    std::unordered_map<int, std::unique_ptr<Table>> tables_;
    std::deque<Glyph> store_;
    Table* last_table_ = nullptr;
    int last_key_ = -1;
    unsigned generation_ = 1;
    bool full_ = false;
    DirtyRows dirty_;
    HanScript script_ = HanScript::traditional;
};

}  // namespace huashu::desktop
