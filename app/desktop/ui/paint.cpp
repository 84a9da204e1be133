#include "desktop/ui/paint.hpp"

#include <cmath>

#include "desktop/ui/imgui_bridge.hpp"

namespace huashu::desktop {
namespace {

constexpr float quarter_turn = 1.57079633f;
// Text that misses its room by less than this share of a pixel is not cut.
constexpr float slack_px = 0.5f;

void draw_row(ImDrawList& list, const Layout& layout, const Row& row, float x, float baseline, ImU32 color) {
    int visible = 0;
    for (std::uint32_t i = row.begin; i < row.end; ++i) visible += layout.glyphs[i]->visible ? 1 : 0;
    if (visible == 0) return;
    list.PrimReserve(visible * 6, visible * 4);
    for (std::uint32_t i = row.begin; i < row.end; ++i) {
        const Glyph& g = *layout.glyphs[i];
        if (!g.visible) continue;
        const float pen = x + layout.x_of[i];
        list.PrimRectUV({pen + g.x0, baseline + g.y0}, {pen + g.x1, baseline + g.y1}, {g.u0, g.v0}, {g.u1, g.v1},
                        color);
    }
}

}  // namespace

void fill(Ui&, Box box, Color color, float radius_px) {
    canvas().AddRectFilled(top_left(box), bottom_right(box), packed(color), radius_px);
}

void outline(Ui&, Box box, Color color, float radius_px, float thickness_px) {
    canvas().AddRect(top_left(box), bottom_right(box), packed(color), radius_px, 0, thickness_px);
}

void shadow(Ui& ui, Box box, float radius_px) {
    const Color base = ui.theme->shadow;
    if (base.a == 0) return;
    const int rings = 4;
    for (int i = rings; i >= 1; --i) {
        const float grow = ui.px(1.2f) * static_cast<float>(i);
        fill(ui, Box{box.x0 - grow, box.y0 - grow + ui.px(2), box.x1 + grow, box.y1 + grow + ui.px(2)},
             with_alpha(base, 1.0f / static_cast<float>(rings + 1)), radius_px + grow);
    }
}

void card_ground(Ui& ui, Box box, float radius_px) {
    fill(ui, box, ui.theme->surface, radius_px);
    if (ui.theme->card_line > 0)
        outline(ui, box, ui.theme->line, radius_px, std::max(1.0f, ui.theme->card_line * ui.scale.screen));
}

void line(Ui&, float x0, float y0, float x1, float y1, Color color, float thickness_px) {
    canvas().AddLine({x0, y0}, {x1, y1}, packed(color), thickness_px);
}

void circle(Ui&, float x, float y, float radius_px, Color color) {
    canvas().AddCircleFilled({x, y}, radius_px, packed(color));
}

void ring(Ui&, float x, float y, float radius_px, Color color, float thickness_px) {
    canvas().AddCircle({x, y}, radius_px, packed(color), 0, thickness_px);
}

void arc(Ui&, float x, float y, float radius_px, float share, Color color, float thickness_px) {
    if (share <= 0) return;
    ImDrawList& list = canvas();
    const float end = -quarter_turn + std::min(share, 1.0f) * 4 * quarter_turn;
    list.PathArcTo({x, y}, radius_px, -quarter_turn, end, 48);
    list.PathStroke(packed(color), 0, thickness_px);
}

void focus_ring(Ui& ui, Box box, float radius_px) {
    const float gap = ui.px(2);
    const Box around{box.x0 - gap, box.y0 - gap, box.x1 + gap, box.y1 + gap};
    outline(ui, around, ui.theme->focus, radius_px + gap, ui.px(2));
}

void draw_layout(const Layout& layout, float x, float y, Color color) {
    ImDrawList& list = canvas();
    const ImVec2 clip_min = list.GetClipRectMin();
    const ImVec2 clip_max = list.GetClipRectMax();
    x = std::floor(x);
    y = std::floor(y);
    const float leading = layout.style.leading_px;
    for (std::size_t r = 0; r < layout.rows.size(); ++r) {
        const float top = y + static_cast<float>(r) * leading;
        if (top > clip_max.y) break;
        if (top + leading < clip_min.y) continue;
        draw_row(list, layout, layout.rows[r], x, top + layout.baseline, packed(color));
    }
}

float text_in(Ui& ui, Box box, std::string_view text, Type type, Color color, Align align) {
    if (text.empty()) return 0;
    const TextStyle style = ui.style(type);
    const Layout* layout = &ui.text().layout(text, style);
    if (layout->width > box.w() + slack_px) {
        ui.tags.add_overflow({std::string(text), layout->width, box.w()});
        bool cut = false;
        layout = &ui.text().layout(ui.text().fitted(text, style, box.w(), cut), style);
    }
    const float spare = box.w() - layout->width;
    const float x = align == Align::left ? box.x0 : align == Align::right ? box.x0 + spare : box.x0 + spare / 2;
    draw_layout(*layout, x, box.mid_y() - style.leading_px / 2, color);
    return layout->width;
}

float paragraph(Ui& ui, float x, float y, float width_px, std::string_view text, Type type, Color color) {
    if (text.empty()) return 0;
    const Layout& layout = ui.text().layout(text, ui.style(type), std::max(1.0f, std::floor(width_px)));
    draw_layout(layout, x, y, color);
    return layout.height;
}

float paragraph_height(Ui& ui, float width_px, std::string_view text, Type type) {
    if (text.empty()) return 0;
    return ui.text().layout(text, ui.style(type), std::max(1.0f, std::floor(width_px))).height;
}

float paragraph_cut(Ui& ui, float x, float y, float width_px, std::string_view text, Type type, Color color, int rows) {
    if (text.empty()) return 0;
    const TextStyle style = ui.style(type);
    const float width = std::max(1.0f, std::floor(width_px));
    const Layout& layout = ui.text().layout(text, style, width);
    const auto count = static_cast<int>(layout.rows.size());
    if (count <= rows) {
        draw_layout(layout, x, y, color);
        return layout.height;
    }
    const std::uint32_t kept_end = layout.byte_of[layout.rows[static_cast<std::size_t>(rows - 1)].begin];
    const std::string head(text.substr(0, kept_end));
    const std::string tail(text.substr(kept_end));
    if (rows > 1) draw_layout(ui.text().layout(head, style, width), x, y, color);
    bool cut = false;
    const float ellipsis_room = width;
    const std::string last = ui.text().fitted(tail.substr(0, tail.find('\n')) + "  ", style, ellipsis_room, cut);
    draw_layout(ui.text().layout(last, style), x, y + static_cast<float>(rows - 1) * style.leading_px, color);
    return static_cast<float>(rows) * style.leading_px;
}

float text_width(Ui& ui, std::string_view text, Type type) { return ui.text().width_of(text, ui.style(type)); }

bool is_visible(const Box& box) { return ImGui::IsRectVisible(top_left(box), bottom_right(box)); }

}  // namespace huashu::desktop
