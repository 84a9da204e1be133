#include "desktop/portrait/setting.hpp"

#include <cmath>

#include "desktop/ui/icons.hpp"
#include "desktop/ui/imgui_bridge.hpp"
#include "desktop/ui/paint.hpp"

namespace huashu::desktop {
namespace {

struct Palette {
    Color wall, far, near, light;
};

// Tints of what the theme has, so that a scene suits light, dark and high contrast.
Palette palette_of(const Theme& t) {
    if (t.id == ThemeId::contrast)
        return {t.surface, mix(t.surface, t.line, 0.14f), mix(t.surface, t.line, 0.24f), t.surface};
    return {mix(t.rail, t.accent.soft, 0.45f), mix(t.rail, t.accent.strong, 0.16f), mix(t.rail, t.accent.strong, 0.26f),
            mix(t.surface, t.accent.soft, 0.25f)};
}

// A place of the scene: shares of its box, 0..1 each way.
Box at(Box b, float x0, float y0, float x1, float y1) {
    return {b.x0 + b.w() * x0, b.y0 + b.h() * y0, b.x0 + b.w() * x1, b.y0 + b.h() * y1};
}

// Shelves with folders, a window, and the counter between the two of you.
void front_desk(Ui& ui, Box b, const Palette& p) {
    const float r = ui.px(3);
    fill(ui, at(b, 0.05f, 0.14f, 0.27f, 0.60f), p.light, r);
    fill(ui, at(b, 0.155f, 0.14f, 0.165f, 0.60f), p.far);
    fill(ui, at(b, 0.05f, 0.36f, 0.27f, 0.375f), p.far);
    for (const float y : {0.30f, 0.56f}) {
        fill(ui, at(b, 0.72f, y, 0.96f, y + 0.025f), p.near);
        for (int i = 0; i < 6; ++i) {
            const float x = 0.735f + 0.035f * static_cast<float>(i);
            const float tall = 0.13f + 0.03f * static_cast<float>((i * 5 + (y > 0.4f ? 2 : 0)) % 3);
            fill(ui, at(b, x, y - tall, x + 0.026f, y), i % 3 == 1 ? p.light : p.far, 1);
        }
    }
    fill(ui, at(b, 0, 0.80f, 1, 1), p.far);
    fill(ui, at(b, 0, 0.80f, 1, 0.835f), p.near);
    fill(ui, at(b, 0.10f, 0.755f, 0.17f, 0.80f), p.near, r);  // the bell
    circle(ui, at(b, 0.135f, 0.74f, 0, 0).x0, at(b, 0, 0.742f, 0, 0).y0, ui.px(2.2f), p.near);
}

// Two ends of a line and the waves between them.
void phone(Ui& ui, Box b, const Palette& p) {
    ImDrawList& list = canvas();
    const float mid_x = b.mid_x();
    const float mid_y = b.y0 + b.h() * 0.52f;
    for (int ring_number = 3; ring_number >= 1; --ring_number) {
        const float radius = b.h() * (0.34f + 0.17f * static_cast<float>(ring_number));
        for (const bool left : {false, true}) {
            const float from = left ? 2.55f : -0.59f;
            list.PathArcTo({mid_x, mid_y}, radius, from, from + 1.18f, 24);
            list.PathStroke(packed(ring_number == 1 ? p.near : p.far), 0, ui.px(3.2f));
        }
    }
    const float side = b.h() * 0.17f;
    for (const float x : {0.075f, 0.925f})
        draw_icon(ui, Icon::phone,
                  Box{b.x0 + b.w() * x - side / 2, b.y1 - side * 1.5f, b.x0 + b.w() * x + side / 2, b.y1 - side * 0.5f},
                  p.near);
}

// Bubbles drifting up a wall of messages.
void chat(Ui& ui, Box b, const Palette& p) {
    const struct {
        float x0, y0, x1, y1;
        bool mine;
    } bubbles[] = {{0.04f, 0.10f, 0.26f, 0.24f, false}, {0.76f, 0.22f, 0.96f, 0.36f, true},
                   {0.06f, 0.36f, 0.21f, 0.50f, false}, {0.70f, 0.50f, 0.95f, 0.64f, true},
                   {0.04f, 0.64f, 0.25f, 0.88f, false}, {0.80f, 0.76f, 0.96f, 0.90f, true}};
    for (const auto& s : bubbles) {
        const Box box = at(b, s.x0, s.y0, s.x1, s.y1);
        fill(ui, box, s.mine ? p.near : p.light, ui.px(7));
        const float tail = ui.px(5);
        const float x = s.mine ? box.x1 : box.x0;
        const float way = s.mine ? tail : -tail;
        canvas().AddTriangleFilled({x, box.y0 + tail}, {x, box.y0 + tail * 2.6f}, {x + way, box.y0 + tail * 1.8f},
                                   packed(s.mine ? p.near : p.light));
        for (int row = 0; row < (s.y1 - s.y0 > 0.2f ? 2 : 1); ++row) {
            const float y = box.y0 + ui.px(9) + static_cast<float>(row) * ui.px(9);
            fill(ui, Box{box.x0 + ui.px(7), y, box.x1 - ui.px(row == 0 ? 9 : 22), y + ui.px(3)},
                 s.mine ? p.wall : p.far, 1.5f);
        }
    }
}

// An open door with its frame, number and peephole side, light from inside, a plant on the landing.
void doorstep(Ui& ui, Box b, const Palette& p) {
    fill(ui, at(b, 0.20f, 0.06f, 0.80f, 1), p.near, ui.px(2));
    fill(ui, at(b, 0.235f, 0.10f, 0.765f, 1), p.light);
    const Box leaf = at(b, 0.765f, 0.10f, 0.93f, 1);
    canvas().AddQuadFilled({leaf.x0, leaf.y0}, {leaf.x1, leaf.y0 + b.h() * 0.07f}, {leaf.x1, leaf.y1},
                           {leaf.x0, leaf.y1}, packed(p.far));
    circle(ui, leaf.x1 - ui.px(7), b.y0 + b.h() * 0.62f, ui.px(2.6f), p.near);
    fill(ui, at(b, 0.055f, 0.26f, 0.155f, 0.38f), p.light, ui.px(3));
    fill(ui, at(b, 0.075f, 0.305f, 0.135f, 0.335f), p.near, 1);
    fill(ui, at(b, 0.07f, 0.82f, 0.14f, 1), p.near, ui.px(2));
    for (const float lean : {-0.030f, 0.0f, 0.030f})
        canvas().AddTriangleFilled(
            {b.x0 + b.w() * 0.085f, b.y0 + b.h() * 0.83f}, {b.x0 + b.w() * 0.125f, b.y0 + b.h() * 0.83f},
            {b.x0 + b.w() * (0.105f + lean), b.y0 + b.h() * (0.58f + std::abs(lean) * 3)}, packed(p.far));
}

}  // namespace

void draw_setting(Ui& ui, Box box, scenarios::Channel channel) {
    const Palette p = palette_of(*ui.theme);
    const float radius = ui.px(radius_card);
    fill(ui, box, p.wall, radius);
    canvas().PushClipRect(top_left(box), bottom_right(box), true);
    switch (channel) {
        case scenarios::Channel::front_desk:
            front_desk(ui, box, p);
            break;
        case scenarios::Channel::phone:
            phone(ui, box, p);
            break;
        case scenarios::Channel::chat:
            chat(ui, box, p);
            break;
        case scenarios::Channel::doorstep:
            doorstep(ui, box, p);
            break;
    }
    canvas().PopClipRect();
    outline(ui, box, ui.theme->line, radius, std::max(1.0f, ui.scale.screen));
}

}  // namespace huashu::desktop
