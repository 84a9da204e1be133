#include "desktop/ui/canvas.hpp"

#include <cmath>

#include "desktop/ui/imgui_bridge.hpp"
#include "desktop/ui/paint.hpp"

namespace huashu::desktop {
namespace {

constexpr int most_samples = 28;

CanvasPoint on_curve(const CanvasPoint& a, const CanvasPoint& b, const CanvasPoint& c, const CanvasPoint& d, float t) {
    const float s = 1 - t;
    const float w[4] = {s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t};
    return {w[0] * a.x + w[1] * b.x + w[2] * c.x + w[3] * d.x, w[0] * a.y + w[1] * b.y + w[2] * c.y + w[3] * d.y};
}

void draw_arrow_head(const CanvasPoint& tip, const CanvasPoint& from, Color color, float size) {
    const float dx = tip.x - from.x;
    const float dy = tip.y - from.y;
    const float length = std::max(0.01f, std::hypot(dx, dy));
    const float ux = dx / length * size;
    const float uy = dy / length * size;
    canvas().AddTriangleFilled({tip.x, tip.y}, {tip.x - ux - uy * 0.55f, tip.y - uy + ux * 0.55f},
                               {tip.x - ux + uy * 0.55f, tip.y - uy - ux * 0.55f}, packed(color));
}

}  // namespace

CanvasClip::CanvasClip(const Box& box) { canvas().PushClipRect(top_left(box), bottom_right(box), true); }
CanvasClip::~CanvasClip() { canvas().PopClipRect(); }

CanvasPoint curve(const CanvasPoint& from, const CanvasPoint& from_pull, const CanvasPoint& to_pull,
                  const CanvasPoint& to, const CurveLook& look, float head) {
    if (!look.broken) {
        canvas().AddBezierCubic({from.x, from.y}, {from_pull.x, from_pull.y}, {to_pull.x, to_pull.y}, {to.x, to.y},
                                packed(look.color), look.thickness);
    } else {
        CanvasPoint last = from;
        for (int i = 1; i <= most_samples; ++i) {
            const CanvasPoint next = on_curve(from, from_pull, to_pull, to, static_cast<float>(i) / most_samples);
            if (i % 2 == 1) canvas().AddLine({last.x, last.y}, {next.x, next.y}, packed(look.color), look.thickness);
            last = next;
        }
    }
    if (head > 0) draw_arrow_head(to, on_curve(from, from_pull, to_pull, to, 0.93f), look.color, head);
    return on_curve(from, from_pull, to_pull, to, 0.5f);
}

void broken_outline(Box box, Color color, float thickness, float dash) {
    const auto run = [&](float x0, float y0, float x1, float y1) {
        const float length = std::hypot(x1 - x0, y1 - y0);
        for (float at = 0; at < length; at += 2 * dash) {
            const float end = std::min(at + dash, length);
            canvas().AddLine({x0 + (x1 - x0) * at / length, y0 + (y1 - y0) * at / length},
                             {x0 + (x1 - x0) * end / length, y0 + (y1 - y0) * end / length}, packed(color), thickness);
        }
    };
    run(box.x0, box.y0, box.x1, box.y0);
    run(box.x1, box.y0, box.x1, box.y1);
    run(box.x1, box.y1, box.x0, box.y1);
    run(box.x0, box.y1, box.x0, box.y0);
}

void small_text(Ui& ui, Box box, std::string_view text, int em_px, Color color, bool strong, bool centred) {
    if (text.empty() || box.w() <= 0) return;
    const auto em = static_cast<float>(em_px);
    const TextStyle style{strong ? Weight::bold : Weight::regular, em_px, std::round(em * 1.4f)};
    const Layout* layout = &ui.text().layout(text, style);
    if (layout->width > box.w() + 1) {
        bool cut = false;
        layout = &ui.text().layout(ui.text().fitted(text, style, box.w(), cut), style);
    }
    const float x = centred ? box.mid_x() - layout->width / 2 : box.x0;
    draw_layout(*layout, std::round(x), std::round(box.mid_y() - style.leading_px / 2), color);
}

}  // namespace huashu::desktop
