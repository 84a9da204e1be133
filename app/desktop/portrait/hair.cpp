#include "desktop/portrait/hair.hpp"

#include <algorithm>
#include <cmath>

namespace huashu::desktop {
namespace {

constexpr float degree = 0.01745329f;

// A cap of hair: along the skull from one ear over the top to the other, and back along the hairline. Angles count
// from the right ear (0) over the crown (90) to the left ear (180). `line(t)`, t 0..1, says how far the hairline lies
// below the crown, 0 at the crown and 1 at the ears' height.
template <class Hairline>
void cap(const Brush& brush, Color color, float grow, float from, float to, Hairline line) {
    const int steps = std::clamp(static_cast<int>(brush.unit() * 0.6f), 12, 26);
    std::vector<Spot> outer;
    std::vector<Spot> inner;
    for (int i = 0; i <= steps; ++i) {
        const float t = static_cast<float>(i) / static_cast<float>(steps);
        const float a = (from + (to - from) * t) * degree;
        const Spot skull{std::cos(a) * head_rx * grow, head_y - std::sin(a) * head_ry * grow};
        outer.push_back(skull);
        const float x = std::cos(a) * head_rx * 0.985f;
        inner.push_back({x, head_y - head_ry + line(t) * head_ry});
    }
    brush.band(outer, inner, color);
}

// A hairline that is low at both temples and highest at `part` (0..1 across).
auto parted(float part, float high, float low) {
    return [=](float t) {
        const float d = t < part ? (part - t) / part : (t - part) / (1 - part);
        return high + (low - high) * d * d;
    };
}

void side_tuft(const Brush& brush, Color color, bool left) {
    brush.ellipse(Brush::mirrored({head_rx * 0.99f, head_y - 0.02f}, left), 0.075f, 0.17f, color);
    brush.ellipse(Brush::mirrored({head_rx * 0.93f, head_y - 0.15f}, left), 0.07f, 0.10f, color);
}

}  // namespace

void draw_hair_behind(const Brush& brush, const Likeness& l) {
    switch (l.hair) {
        case Hair::long_straight:
            brush.ellipse({0, head_y - 0.03f}, head_rx * 1.24f, head_ry * 1.14f, l.hair_color);
            brush.shape(
                {{-0.50f, -0.1f}, {0.50f, -0.1f}, {0.53f, 0.52f}, {0.40f, 0.64f}, {-0.40f, 0.64f}, {-0.53f, 0.52f}},
                l.hair_color);
            break;
        case Hair::bob:
            brush.ellipse({0, head_y - 0.02f}, head_rx * 1.27f, head_ry * 1.15f, l.hair_color);
            brush.shape(
                {{-0.51f, -0.1f}, {0.51f, -0.1f}, {0.50f, 0.26f}, {0.40f, 0.34f}, {-0.40f, 0.34f}, {-0.50f, 0.26f}},
                l.hair_color);
            break;
        case Hair::curls:
            for (int i = 0; i < 11; ++i) {
                const float a = (-22.0f + 22.4f * static_cast<float>(i)) * degree;
                brush.ellipse({std::cos(a) * head_rx * 1.08f, head_y - std::sin(a) * head_ry * 1.04f}, 0.15f, 0.15f,
                              l.hair_color);
            }
            break;
        case Hair::bun:
            brush.ellipse({0, head_y - head_ry * 1.18f}, 0.19f, 0.16f, l.hair_color);
            brush.ellipse({0, head_y - 0.04f}, head_rx * 1.12f, head_ry * 1.08f, l.hair_color);
            break;
        default:
            break;
    }
}

void draw_hair_over(const Brush& brush, const Likeness& l) {
    const Color c = l.hair_color;
    switch (l.hair) {
        case Hair::short_side:
            cap(brush, c, 1.12f, -6, 186, parted(0.28f, 0.38f, 0.94f));
            break;
        case Hair::crop:
            cap(brush, c, 1.09f, -2, 182, parted(0.5f, 0.40f, 0.80f));
            break;
        case Hair::receding:
            cap(brush, c, 1.07f, 0, 180, [](float t) {
                const float d = std::abs(t - 0.5f) * 2;
                return 0.16f + 0.10f * std::cos(d * 6.2831853f) * (1 - d) + 0.66f * std::pow(d, 3.0f);
            });
            break;
        case Hair::bald_sides:
            side_tuft(brush, c, false);
            side_tuft(brush, c, true);
            break;
        case Hair::long_straight:
            cap(brush, c, 1.10f, -14, 194, parted(0.42f, 0.30f, 1.10f));
            break;
        case Hair::bob:
            cap(brush, c, 1.13f, -10, 190, parted(0.66f, 0.40f, 1.02f));
            break;
        case Hair::curls:
            cap(brush, c, 1.10f, -4, 184, parted(0.5f, 0.34f, 0.86f));
            for (int i = 0; i < 6; ++i) {
                const float a = (25.0f + 26.0f * static_cast<float>(i)) * degree;
                brush.ellipse({std::cos(a) * head_rx * 0.92f, head_y - std::sin(a) * head_ry * 0.86f}, 0.10f, 0.09f, c);
            }
            break;
        case Hair::bun:
            cap(brush, c, 1.08f, -2, 182, parted(0.5f, 0.26f, 0.90f));
            break;
    }
}

}  // namespace huashu::desktop
