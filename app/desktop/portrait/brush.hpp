// Filled shapes and strokes on a square canvas whose middle is 0,0 and whose edges are -1 and 1.
#pragma once

#include <array>
#include <functional>
#include <vector>

#include "desktop/theme/theme.hpp"
#include "desktop/ui/box.hpp"

namespace huashu::desktop {

inline constexpr float full_turn = 6.28318531f;  ///< radians

struct Spot {
    float x = 0, y = 0;
};

class Brush {
public:
    explicit Brush(Box box);

    void ellipse(Spot centre, float rx, float ry, Color color, float turn = 0) const;
    /// A convex shape.
    void shape(const std::vector<Spot>& points, Color color) const;
    /// The area between two lines of equally many points: any shape that a band can follow, convex or not.
    void band(const std::vector<Spot>& outer, const std::vector<Spot>& inner, Color color) const;
    /// A smooth line through three points, with round ends.
    void stroke(Spot from, Spot through, Spot to, Color color, float thickness) const;
    /// Both shapes at once, seen from a point inside both: what lies in the ellipse and in the unit circle.
    void ellipse_in_circle(Spot centre, float rx, float ry, Color color) const;
    [[nodiscard]] float unit() const { return unit_; }
    /// Moved and turned to the left side (x → -x) when `left`.
    [[nodiscard]] static Spot mirrored(Spot p, bool left) { return {left ? -p.x : p.x, p.y}; }

private:
    float unit_, x_, y_;
};

}  // namespace huashu::desktop
