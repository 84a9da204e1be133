// Drawing without behaviour: fills, lines, shadows, text. All of it goes to ImGui's current window.
#pragma once

#include <span>
#include <string_view>

#include "desktop/ui/ui.hpp"

namespace huashu::desktop {

void fill(Ui& ui, Box box, Color color, float radius_px = 0);
void outline(Ui& ui, Box box, Color color, float radius_px, float thickness_px = 1);
/// A soft shadow below a raised card.
void shadow(Ui& ui, Box box, float radius_px);
/// A card's ground with its line (or, in a dark theme, without).
void card_ground(Ui& ui, Box box, float radius_px);
void line(Ui& ui, float x0, float y0, float x1, float y1, Color color, float thickness_px = 1);
void circle(Ui& ui, float x, float y, float radius_px, Color color);
void ring(Ui& ui, float x, float y, float radius_px, Color color, float thickness_px);
/// Part of a ring, clockwise from the top; `share` 0..1.
void arc(Ui& ui, float x, float y, float radius_px, float share, Color color, float thickness_px);
void focus_ring(Ui& ui, Box box, float radius_px);

enum class Align { left, centre, right };

/// One row, centred in the height of the box; cut with … where it does not fit (tags note it). Returns the width used.
float text_in(Ui& ui, Box box, std::string_view text, Type type, Color color, Align align = Align::left);
/// Wrapped text from the top left of a column; returns its height.
float paragraph(Ui& ui, float x, float y, float width_px, std::string_view text, Type type, Color color);
/// What paragraph() would return.
[[nodiscard]] float paragraph_height(Ui& ui, float width_px, std::string_view text, Type type);
/// At most `rows` rows; the last ends with … when there is more.
float paragraph_cut(Ui& ui, float x, float y, float width_px, std::string_view text, Type type, Color color, int rows);
[[nodiscard]] float text_width(Ui& ui, std::string_view text, Type type);
/// A layout that the caller has.
void draw_layout(const Layout& layout, float x, float y, Color color);

/// True when any of the box can be seen in the current window.
[[nodiscard]] bool is_visible(const Box& box);

}  // namespace huashu::desktop
