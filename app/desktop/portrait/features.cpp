#include "desktop/portrait/features.hpp"

#include <cmath>

namespace huashu::desktop {
namespace {

constexpr float eye_x = 0.165f, eye_y = -0.13f;
constexpr Color ink = rgb(0x33271F);

Color shade(const Likeness& l, float share) { return mix(l.skin, rgb(0x8A4B2E), share); }

}  // namespace

void draw_eyes(const Brush& brush, const Likeness& l, const Expression& e) {
    for (const bool left : {false, true}) {
        const Spot at = Brush::mirrored({eye_x, eye_y}, left);
        const float ry = 0.062f * e.eye_open;
        brush.ellipse(at, 0.082f, ry, rgb(0xFFFDF8));
        const float pupil = e.eye_open > 1.05f ? 0.036f : 0.046f;  // staring eyes show the white all round
        brush.ellipse({at.x, at.y + 0.004f}, pupil, std::min(pupil * 1.05f, ry), ink);
        brush.ellipse({at.x + 0.014f, at.y - 0.014f * e.eye_open}, 0.012f, 0.012f, rgb(0xFFFFFF));
        const float outer = -ry + 0.012f + 0.02f * e.brow_tilt;
        const float inner = -ry + 0.012f + 0.02f * std::max(0.0f, e.brow_tilt);
        brush.stroke(Brush::mirrored({eye_x - 0.088f, eye_y + inner + 0.006f}, left),
                     Brush::mirrored({eye_x, eye_y - ry - 0.004f}, left),
                     Brush::mirrored({eye_x + 0.092f, eye_y + outer - 0.016f * e.brow_tilt}, left), ink,
                     l.female ? 0.030f : 0.024f);
        if (l.female)
            brush.stroke(Brush::mirrored({eye_x + 0.085f, eye_y - 0.012f}, left),
                         Brush::mirrored({eye_x + 0.10f, eye_y - 0.024f}, left),
                         Brush::mirrored({eye_x + 0.115f, eye_y - 0.04f}, left), ink, 0.018f);
        if (e.flush > 0.1f || l.wrinkles > 0.2f)
            brush.stroke(Brush::mirrored({eye_x - 0.06f, eye_y + 0.085f}, left),
                         Brush::mirrored({eye_x, eye_y + 0.10f}, left),
                         Brush::mirrored({eye_x + 0.06f, eye_y + 0.085f}, left), shade(l, 0.30f), 0.014f);
    }
}

void draw_brows(const Brush& brush, const Likeness& l, const Expression& e) {
    const Color color = mix(l.hair_color, ink, 0.35f);
    for (const bool left : {false, true}) {
        const float lift = l.one_brow_up && left ? 0.055f : 0;
        const float y = eye_y - 0.135f + 0.045f * e.brow_drop - lift;
        const float inner = y + 0.052f * e.brow_tilt;
        const float outer = y - 0.030f * e.brow_tilt + 0.012f;
        brush.stroke(Brush::mirrored({0.075f, inner}, left),
                     Brush::mirrored({eye_x, (inner + outer) / 2 - 0.022f}, left),
                     Brush::mirrored({eye_x + 0.105f, outer}, left), color, 0.042f * l.brow_weight);
    }
    if (e.brow_tilt > 0.45f) {  // the frown between the brows
        for (const bool left : {false, true})
            brush.stroke(Brush::mirrored({0.028f, eye_y - 0.115f}, left),
                         Brush::mirrored({0.022f, eye_y - 0.085f}, left),
                         Brush::mirrored({0.030f, eye_y - 0.055f}, left), shade(l, 0.45f), 0.014f);
    }
}

void draw_nose_and_lines(const Brush& brush, const Likeness& l) {
    brush.stroke({0.010f, -0.055f}, {0.052f, 0.038f}, {-0.012f, 0.052f}, shade(l, 0.38f), 0.020f);
    if (l.wrinkles < 0.15f) return;
    const Color line = shade(l, 0.22f + 0.18f * l.wrinkles);
    for (const bool left : {false, true}) {
        brush.stroke(Brush::mirrored({0.10f, 0.045f}, left), Brush::mirrored({0.155f, 0.10f}, left),
                     Brush::mirrored({0.17f, 0.165f}, left), line, 0.014f);
        if (l.wrinkles > 0.6f)
            brush.stroke(Brush::mirrored({eye_x + 0.11f, eye_y + 0.01f}, left),
                         Brush::mirrored({eye_x + 0.135f, eye_y + 0.02f}, left),
                         Brush::mirrored({eye_x + 0.155f, eye_y + 0.04f}, left), line, 0.012f);
    }
    if (l.wrinkles > 0.5f && l.hair == Hair::bald_sides)
        for (const float y : {-0.40f, -0.355f}) brush.stroke({-0.13f, y}, {0, y - 0.014f}, {0.13f, y}, line, 0.013f);
}

void draw_mouth(const Brush& brush, const Likeness& l, const Expression& e) {
    const float y = 0.175f;
    const Color lips = l.female ? rgb(0xB5554A) : mix(l.skin, rgb(0x9A4A38), 0.62f);
    if (e.mouth_open > 0.15f) {
        const float rx = 0.115f + 0.03f * e.mouth_open;
        const float ry = 0.035f + 0.065f * e.mouth_open;
        brush.ellipse({0, y + 0.015f}, rx + 0.018f, ry + 0.018f, lips);
        brush.ellipse({0, y + 0.015f}, rx, ry, rgb(0x5A1F1A));
        brush.ellipse({0, y + 0.015f - ry * 0.62f}, rx * 0.70f, ry * 0.26f, rgb(0xFFFDF8));
        brush.ellipse({0, y + 0.015f + ry * 0.58f}, rx * 0.55f, ry * 0.28f, rgb(0xC4584F));
        return;
    }
    const float bend = 0.055f * e.mouth_curve;
    const float half = 0.11f + 0.025f * std::abs(e.mouth_curve);
    const float corner = 0.075f * e.smirk;
    brush.stroke({-half, y - bend}, {0, y + bend * 0.9f}, {half, y - bend - corner}, lips, 0.032f);
    if (e.smirk > 0.3f)
        brush.stroke({half + 0.03f, y - bend - corner - 0.035f}, {half + 0.045f, y - bend - corner},
                     {half + 0.03f, y - bend - corner + 0.035f}, shade(l, 0.4f), 0.012f);
    if (e.mouth_curve > 0.35f)
        for (const bool left : {false, true})
            brush.ellipse(Brush::mirrored({0.23f, 0.075f}, left), 0.07f, 0.045f, with_alpha(rgb(0xE08A72), 0.45f));
}

void draw_temper(const Brush& brush, const Expression& e) {
    if (e.vein) {
        const Color red = rgb(0xB7321C);
        const Spot at{0.56f, -0.56f};
        for (int i = 0; i < 4; ++i) {
            const float sx = i % 2 == 0 ? 1.0f : -1.0f;
            const float sy = i < 2 ? 1.0f : -1.0f;
            brush.stroke({at.x + sx * 0.035f, at.y + sy * 0.12f}, {at.x + sx * 0.045f, at.y + sy * 0.045f},
                         {at.x + sx * 0.12f, at.y + sy * 0.035f}, red, 0.034f);
        }
    }
    if (e.tears > 0.12f) {
        const Color water = with_alpha(rgb(0x6FA9D0), 0.85f);
        for (const bool left : {false, true}) {
            const float fall = eye_y + 0.10f + 0.16f * e.tears * (left ? 1.0f : 0.72f);
            brush.stroke(Brush::mirrored({eye_x + 0.02f, eye_y + 0.065f}, left),
                         Brush::mirrored({eye_x + 0.035f, (eye_y + 0.065f + fall) / 2}, left),
                         Brush::mirrored({eye_x + 0.03f, fall}, left), water, 0.022f);
            brush.ellipse(Brush::mirrored({eye_x + 0.03f, fall}, left), 0.024f, 0.030f, water);
        }
    }
    if (e.sweat) {
        const Color water = rgb(0x7FB3D5);
        brush.ellipse({0.47f, -0.30f}, 0.045f, 0.055f, water);
        brush.shape({{0.47f, -0.43f}, {0.508f, -0.325f}, {0.432f, -0.325f}}, water);
    }
}

}  // namespace huashu::desktop
