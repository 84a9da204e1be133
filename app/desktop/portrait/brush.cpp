#include "desktop/portrait/brush.hpp"

#include <algorithm>
#include <cmath>

#include "desktop/ui/imgui_bridge.hpp"

namespace huashu::desktop {
namespace {

constexpr float smallest_round_end_px = 0.6f;  // of a stroke; a thinner one ends in one pixel anyway

// As many corners as keep a circle within a fifth of a pixel of round: a page of small faces else has more corners than
// pixels, and without a graphics card each of them is paid for.
int steps_for(float radius_px) { return std::clamp(static_cast<int>(5 * std::sqrt(radius_px)) + 3, 8, 64); }

float distance(Spot a, Spot b) { return std::hypot(a.x - b.x, a.y - b.y); }

}  // namespace

Brush::Brush(Box box) : unit_(std::min(box.w(), box.h()) / 2), x_(box.mid_x()), y_(box.mid_y()) {}

void Brush::ellipse(Spot centre, float rx, float ry, Color color, float turn) const {
    ImDrawList& list = canvas();
    const int steps = steps_for(std::max(rx, ry) * unit_);
    const float c = std::cos(turn);
    const float s = std::sin(turn);
    for (int i = 0; i < steps; ++i) {
        const float a = full_turn * static_cast<float>(i) / static_cast<float>(steps);
        const float px = rx * std::cos(a);
        const float py = ry * std::sin(a);
        list.PathLineTo({x_ + (centre.x + px * c - py * s) * unit_, y_ + (centre.y + px * s + py * c) * unit_});
    }
    list.PathFillConvex(packed(color));
}

void Brush::shape(const std::vector<Spot>& points, Color color) const {
    ImDrawList& list = canvas();
    float twice_area = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Spot next = points[(i + 1) % points.size()];
        twice_area += points[i].x * next.y - next.x * points[i].y;
    }
    for (const Spot p : points) list.PathLineTo({x_ + p.x * unit_, y_ + p.y * unit_});
    // ImGui smooths the outer side only of shapes that run clockwise; a mirrored one runs the other way.
    if (twice_area < 0) std::reverse(list._Path.begin(), list._Path.end());
    list.PathFillConvex(packed(color));
}

void Brush::band(const std::vector<Spot>& outer, const std::vector<Spot>& inner, Color color) const {
    ImDrawList& list = canvas();
    const auto at = [this](Spot p) { return ImVec2{x_ + p.x * unit_, y_ + p.y * unit_}; };
    // Without smoothing inside, or the seams between the pieces would shine through; the rim is smoothed after.
    const ImDrawListFlags flags = list.Flags;
    list.Flags &= ~ImDrawListFlags_AntiAliasedFill;
    for (std::size_t i = 0; i + 1 < outer.size(); ++i) {
        list.AddTriangleFilled(at(outer[i]), at(outer[i + 1]), at(inner[i]), packed(color));
        list.AddTriangleFilled(at(inner[i]), at(outer[i + 1]), at(inner[i + 1]), packed(color));
    }
    list.Flags = flags;
    for (const Spot p : outer) list.PathLineTo(at(p));
    for (auto it = inner.rbegin(); it != inner.rend(); ++it) list.PathLineTo(at(*it));
    list.PathStroke(packed(color), ImDrawFlags_Closed, 1.5f);
}

void Brush::stroke(Spot from, Spot through, Spot to, Color color, float thickness) const {
    ImDrawList& list = canvas();
    // The control point of the curve that passes through the middle point.
    const Spot control{2 * through.x - (from.x + to.x) / 2, 2 * through.y - (from.y + to.y) / 2};
    const auto at = [this](Spot p) { return ImVec2{x_ + p.x * unit_, y_ + p.y * unit_}; };
    list.PathLineTo(at(from));
    const float length_px = (distance(from, through) + distance(through, to)) * unit_;
    list.PathBezierQuadraticCurveTo(at(control), at(to), std::clamp(static_cast<int>(2 * std::sqrt(length_px)), 2, 14));
    list.PathStroke(packed(color), 0, thickness * unit_);
    const float end_px = thickness * unit_ / 2;
    if (end_px < smallest_round_end_px) return;
    list.AddCircleFilled(at(from), end_px, packed(color), steps_for(end_px));
    list.AddCircleFilled(at(to), end_px, packed(color), steps_for(end_px));
}

void Brush::ellipse_in_circle(Spot centre, float rx, float ry, Color color) const {
    ImDrawList& list = canvas();
    const int steps = std::max(32, steps_for(unit_));  // it has corners of its own, where the two meet
    const Spot eye{0, 0.9f};                           // inside the circle and inside every body drawn with this
    for (int i = 0; i < steps; ++i) {
        const float a = full_turn * static_cast<float>(i) / static_cast<float>(steps);
        const float dx = std::cos(a);
        const float dy = std::sin(a);
        // How far the ray runs inside the unit circle: |eye + t d| = 1.
        const float along = eye.x * dx + eye.y * dy;
        const float in_circle = -along + std::sqrt(along * along + 1 - eye.x * eye.x - eye.y * eye.y);
        // … and inside the ellipse.
        const float ex = (eye.x - centre.x) / rx;
        const float ey = (eye.y - centre.y) / ry;
        const float ux = dx / rx;
        const float uy = dy / ry;
        const float qa = ux * ux + uy * uy;
        const float qb = ex * ux + ey * uy;
        const float in_ellipse = (-qb + std::sqrt(std::max(0.0f, qb * qb - qa * (ex * ex + ey * ey - 1)))) / qa;
        const float t = std::min(in_circle, in_ellipse);
        list.PathLineTo({x_ + (eye.x + t * dx) * unit_, y_ + (eye.y + t * dy) * unit_});
    }
    list.PathFillConvex(packed(color));
}

}  // namespace huashu::desktop
