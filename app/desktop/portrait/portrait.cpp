#include "desktop/portrait/portrait.hpp"

#include <cmath>

#include "desktop/portrait/brush.hpp"
#include "desktop/portrait/features.hpp"
#include "desktop/portrait/hair.hpp"
#include "desktop/portrait/kept_drawing.hpp"

namespace huashu::desktop {
namespace {

constexpr float figure_zoom = 1.13f;

// An oval that narrows towards the chin; a broad jaw narrows less.
std::vector<Spot> head_shape(float jaw) {
    std::vector<Spot> points;
    constexpr int steps = 48;
    for (int i = 0; i < steps; ++i) {
        const float a = full_turn * static_cast<float>(i) / steps;
        const float low = std::max(0.0f, std::sin(a));
        const float narrow = 1 - (0.20f - 0.11f * jaw) * low * low;
        points.push_back({head_rx * narrow * std::cos(a), head_y + head_ry * std::sin(a)});
    }
    return points;
}

void draw_shoulders(const Brush& disc, const Likeness& l) {
    disc.ellipse_in_circle({0, 1.20f}, l.female ? 0.80f : 0.90f, 0.74f, l.clothes);
}

void draw_neck(const Brush& brush, const Likeness& l) {
    const Color neck = mix(l.skin, rgb(0x8A4B2E), 0.18f);
    brush.shape({{-0.15f, 0.22f}, {0.15f, 0.22f}, {0.16f, 0.50f}, {0, 0.62f}, {-0.16f, 0.50f}}, neck);
    for (const bool left : {false, true})
        brush.shape({Brush::mirrored({0.05f, 0.62f}, left), Brush::mirrored({0.17f, 0.44f}, left),
                     Brush::mirrored({0.27f, 0.52f}, left), Brush::mirrored({0.13f, 0.74f}, left)},
                    l.collar);
}

void draw_head(const Brush& brush, const Likeness& l, const Expression& e) {
    const Color flushed = mix(l.skin, rgb(0xD9694F), 0.34f * e.flush);
    for (const bool left : {false, true}) {
        brush.ellipse(Brush::mirrored({head_rx * 0.99f, head_y + 0.02f}, left), 0.065f, 0.10f, flushed);
        brush.ellipse(Brush::mirrored({head_rx * 1.0f, head_y + 0.02f}, left), 0.03f, 0.055f,
                      mix(flushed, rgb(0x8A4B2E), 0.25f));
    }
    brush.shape(head_shape(l.jaw), flushed);
    if (e.flush > 0.05f)
        for (const bool left : {false, true})
            brush.ellipse(Brush::mirrored({0.235f, 0.05f}, left), 0.105f, 0.075f,
                          with_alpha(rgb(0xC23B22), 0.32f * e.flush));
}

void draw_glasses(const Brush& brush) {
    const Color frame = rgb(0x3A332D);
    for (const bool left : {false, true}) {
        const float x = left ? -0.165f : 0.165f;
        constexpr int steps = 12;
        for (int i = 0; i < steps; ++i) {
            const auto at = [&](float t) {
                const float a = full_turn * t / steps;
                return Spot{x + 0.125f * std::cos(a), -0.125f + 0.105f * std::sin(a)};
            };
            const auto f = static_cast<float>(i);
            brush.stroke(at(f), at(f + 0.5f), at(f + 1), frame, 0.020f);
        }
        brush.stroke(Brush::mirrored({0.29f, -0.14f}, left), Brush::mirrored({0.34f, -0.145f}, left),
                     Brush::mirrored({0.39f, -0.13f}, left), frame, 0.018f);
    }
    brush.stroke({-0.042f, -0.13f}, {0, -0.145f}, {0.042f, -0.13f}, frame, 0.020f);
}

void draw_extra(const Brush& brush, const Likeness& l) {
    switch (l.extra) {
        case Extra::glasses:
            draw_glasses(brush);
            break;
        case Extra::hearing_aid:
            brush.stroke({head_rx * 1.06f, head_y - 0.10f}, {head_rx * 1.22f, head_y - 0.03f},
                         {head_rx * 1.10f, head_y + 0.09f}, rgb(0xD8CDBB), 0.05f);
            break;
        case Extra::phone:
            brush.shape({{0.50f, 0.22f}, {0.70f, 0.28f}, {0.60f, 0.66f}, {0.40f, 0.60f}}, rgb(0x2B2A2E));
            brush.ellipse({0.515f, 0.585f}, 0.10f, 0.075f, l.skin);
            brush.ellipse({0.545f, 0.295f}, 0.022f, 0.022f, rgb(0x8FA6B8));
            break;
        case Extra::scarf:
            brush.shape({{-0.25f, 0.40f}, {0.25f, 0.40f}, {0.30f, 0.56f}, {0, 0.66f}, {-0.30f, 0.56f}}, l.collar);
            break;
        case Extra::papers:
            draw_glasses(brush);
            brush.shape({{0.34f, 0.52f}, {0.62f, 0.44f}, {0.68f, 0.72f}, {0.40f, 0.80f}}, rgb(0xFBF7EC));
            for (const float y : {0.0f, 0.07f, 0.14f})
                brush.stroke({0.41f, 0.58f + y}, {0.49f, 0.558f + y}, {0.57f, 0.535f + y}, rgb(0x9A9184), 0.016f);
            break;
        case Extra::badge:
            brush.stroke({-0.17f, 0.52f}, {-0.10f, 0.62f}, {-0.05f, 0.70f}, rgb(0xB7321C), 0.026f);
            brush.stroke({0.17f, 0.52f}, {0.08f, 0.62f}, {0.03f, 0.70f}, rgb(0xB7321C), 0.026f);
            brush.shape({{-0.11f, 0.68f}, {0.09f, 0.68f}, {0.09f, 0.84f}, {-0.11f, 0.84f}}, rgb(0xFBF7EC));
            brush.stroke({-0.07f, 0.735f}, {-0.01f, 0.735f}, {0.05f, 0.735f}, rgb(0xB7321C), 0.022f);
            brush.stroke({-0.07f, 0.785f}, {-0.02f, 0.785f}, {0.02f, 0.785f}, rgb(0x9A9184), 0.018f);
            break;
        case Extra::none:
            break;
    }
}

DrawingKey& operator<<(DrawingKey& key, Color c) { return key << c.r << c.g << c.b << c.a; }

DrawingKey portrait_key(const Ui& ui, Box box, const Likeness& l, const scenarios::Mood& mood) {
    DrawingKey key;
    key << box.x0 << box.y0 << box.x1 << box.y1 << ui.theme << mood.anger << mood.trust << mood.patience;
    key << l.skin << l.hair_color << l.clothes << l.collar;
    key << l.hair << l.extra << l.temper << l.female << l.jaw << l.wrinkles << l.brow_weight << l.one_brow_up;
    return key;
}

void draw_afresh(const Ui& ui, Box box, const Likeness& likeness, const scenarios::Mood& mood) {
    const Brush disc(box);
    const float grow = box.w() * (figure_zoom - 1) / 2;  // the figure fills the disc well; no part may leave it
    const Brush brush(Box{box.x0 - grow, box.y0 - grow, box.x1 + grow, box.y1 + grow}.moved(0, -box.h() * 0.015f));
    const Expression expression = expression_of(mood, likeness.temper);
    const Theme& t = *ui.theme;
    const Tone& tone = mood.anger >= 60 ? t.bad : mood.anger >= 42 ? t.warn : t.good;
    disc.ellipse({0, 0}, 1, 1, mix(tone.soft, tone.strong, 0.14f));
    draw_hair_behind(brush, likeness);
    draw_shoulders(disc, likeness);
    draw_neck(brush, likeness);
    draw_head(brush, likeness, expression);
    const bool fine = brush.unit() >= 15;
    if (fine) draw_nose_and_lines(brush, likeness);
    draw_eyes(brush, likeness, expression);
    draw_mouth(brush, likeness, expression);
    draw_hair_over(brush, likeness);
    draw_brows(brush, likeness, expression);
    draw_extra(brush, likeness);
    if (fine) draw_temper(brush, expression);
}

}  // namespace

void draw_portrait(Ui& ui, Box box, const Likeness& likeness, const scenarios::Mood& mood) {
    draw_kept(portrait_key(ui, box, likeness, mood), [&] { draw_afresh(ui, box, likeness, mood); });
}

}  // namespace huashu::desktop
