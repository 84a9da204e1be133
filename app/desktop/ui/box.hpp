// A rectangle in pixels and the one way screens are laid out: cut pieces off its sides.
//
//     Box rest = window;
//     Box rail = rest.cut_left(220);     // rest is what remains
//     Box body = rest.inset(24);
#pragma once

#include <algorithm>

namespace huashu::desktop {

struct Box {
    float x0 = 0, y0 = 0, x1 = 0, y1 = 0;

    [[nodiscard]] float w() const { return x1 - x0; }
    [[nodiscard]] float h() const { return y1 - y0; }
    [[nodiscard]] float mid_x() const { return (x0 + x1) / 2; }
    [[nodiscard]] float mid_y() const { return (y0 + y1) / 2; }
    [[nodiscard]] bool holds(float x, float y) const { return x >= x0 && x < x1 && y >= y0 && y < y1; }

    /// Each cuts at most what is there and returns the piece.
    Box cut_left(float size) {
        const float at = std::min(x0 + size, x1);
        const Box piece{x0, y0, at, y1};
        x0 = at;
        return piece;
    }
    Box cut_right(float size) {
        const float at = std::max(x1 - size, x0);
        const Box piece{at, y0, x1, y1};
        x1 = at;
        return piece;
    }
    Box cut_top(float size) {
        const float at = std::min(y0 + size, y1);
        const Box piece{x0, y0, x1, at};
        y0 = at;
        return piece;
    }
    Box cut_bottom(float size) {
        const float at = std::max(y1 - size, y0);
        const Box piece{x0, at, x1, y1};
        y1 = at;
        return piece;
    }
    [[nodiscard]] Box inset(float all) const { return inset(all, all); }
    [[nodiscard]] Box inset(float across, float down) const { return {x0 + across, y0 + down, x1 - across, y1 - down}; }
    [[nodiscard]] Box moved(float x, float y) const { return {x0 + x, y0 + y, x1 + x, y1 + y}; }
    /// Of the given size, in the middle of this one.
    [[nodiscard]] Box centred(float width, float height) const {
        const float x = x0 + (w() - width) / 2;
        const float y = y0 + (h() - height) / 2;
        return {x, y, x + width, y + height};
    }
};

}  // namespace huashu::desktop
