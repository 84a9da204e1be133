#include "desktop/screens/mood_curve.hpp"

#include <cmath>

#include "desktop/ui/imgui_bridge.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {
namespace {

struct Series {
    std::string_view name;
    int scenarios::Mood::*value;
    Color color;
    int dash;  // points drawn and left out; 0: a full line
};

std::vector<Series> series_of(const Theme& t) {
    return {{"anger", &scenarios::Mood::anger, t.bad.strong, 0},
            {"trust", &scenarios::Mood::trust, t.good.strong, 7},
            {"patience", &scenarios::Mood::patience, t.info.strong, 3}};
}

void dashed(Ui& ui, ImVec2 a, ImVec2 b, Color color, int dash, float thickness) {
    if (dash == 0) return line(ui, a.x, a.y, b.x, b.y, color, thickness);
    const float length = std::hypot(b.x - a.x, b.y - a.y);
    const float on = ui.px(static_cast<float>(dash));
    for (float at = 0; at < length; at += on * 1.8f) {
        const float from = at / length;
        const float to = std::min(1.0f, (at + on) / length);
        line(ui, a.x + (b.x - a.x) * from, a.y + (b.y - a.y) * from, a.x + (b.x - a.x) * to, a.y + (b.y - a.y) * to,
             color, thickness);
    }
}

float legend(Ui& ui, Box box, const Speech& speech) {
    const float row = ui.scale.leading(Type::caption);
    float x = box.x0;
    for (const Series& s : series_of(*ui.theme)) {
        const std::string name = speech.words.name("name.mood.", s.name);
        const float sample = ui.px(22);
        dashed(ui, {x, box.y0 + row / 2}, {x + sample, box.y0 + row / 2}, s.color, s.dash, ui.px(2.2f));
        x += sample + ui.px(space::tight);
        const float width = text_width(ui, name, Type::caption);
        text_in(ui, Box{x, box.y0, x + width + 1, box.y0 + row}, name, Type::caption, ui.theme->text_muted);
        x += width + ui.px(space::large);
    }
    return row + ui.px(space::tight);
}

}  // namespace

int mood_curve_ui(Ui& ui, std::string_view id, Box box, const std::vector<scenarios::Mood>& course,
                  const Speech& speech, const CurveSpec& spec) {
    const Theme& t = *ui.theme;
    int clicked = -1;
    if (spec.legend) box.cut_top(legend(ui, box, speech));
    const float numbers = spec.legend ? ui.scale.leading(Type::caption) : 0;
    Box plot = box.inset(ui.px(spec.legend ? 12 : 4), ui.px(6));
    plot.y1 -= numbers;
    for (int i = 0; i <= 2; ++i) {
        const float y = plot.y0 + plot.h() * static_cast<float>(i) / 2;
        line(ui, plot.x0, y, plot.x1, y, t.line);
    }
    const std::size_t longest = std::max(course.size(), spec.was != nullptr ? spec.was->size() : 0);
    const auto count = static_cast<float>(std::max<std::size_t>(longest, 2) - 1);
    const auto place = [&](std::size_t i, int value) {
        return ImVec2{plot.x0 + plot.w() * static_cast<float>(i) / count,
                      plot.y1 - plot.h() * static_cast<float>(value) / 100.0f};
    };
    for (std::size_t i = 1; i < course.size(); ++i) {
        const float x = place(i, 0).x;
        const float half = plot.w() / count / 2;
        const int turn = static_cast<int>(i) - 1;
        if (turn == spec.selected) line(ui, x, plot.y0, x, plot.y1, t.accent.strong, ui.px(2));
        if (spec.legend) {
            const std::string tid = std::string(id) + "." + std::to_string(turn);
            const Response r = interact(ui, tid, Box{x - half, box.y0, std::min(x + half, box.x1), box.y1},
                                        {.kind = "turn", .takes_focus = false});
            if (r.hovered) line(ui, x, plot.y0, x, plot.y1, t.line_strong);
            if (count <= 24 || i % 5 == 0)
                text_in(ui, Box{x - ui.wide(20), plot.y1, x + ui.wide(20), plot.y1 + numbers}, std::to_string(i),
                        Type::caption, turn == spec.selected ? t.text : t.text_faint, Align::centre);
            if (r.clicked) clicked = turn;
        }
    }
    if (spec.no_return >= 0) {
        const float x = place(static_cast<std::size_t>(spec.no_return) + 1, 0).x;
        dashed(ui, {x, plot.y0}, {x, plot.y1}, t.bad.strong, 4, ui.px(1.6f));
        const float sign = ui.px(16);
        draw_icon(ui, Icon::flag, Box{x - ui.px(2), plot.y0 - ui.px(4), x - ui.px(2) + sign, plot.y0 - ui.px(4) + sign},
                  t.bad.strong);
    }
    if (spec.was != nullptr)
        for (const Series& s : series_of(t))
            for (std::size_t i = 1; i < spec.was->size(); ++i)
                dashed(ui, place(i - 1, (*spec.was)[i - 1].*s.value), place(i, (*spec.was)[i].*s.value),
                       with_alpha(s.color, 0.30f), s.dash, ui.px(3.5f));
    for (const Series& s : series_of(t)) {
        for (std::size_t i = 1; i < course.size(); ++i)
            dashed(ui, place(i - 1, course[i - 1].*s.value), place(i, course[i].*s.value), s.color, s.dash, ui.px(2));
        for (std::size_t i = 0; i < course.size(); ++i) {
            const ImVec2 p = place(i, course[i].*s.value);
            circle(ui, p.x, p.y, ui.px(2.8f), s.color);
        }
    }
    for (const int turn : spec.turning_points) {
        const ImVec2 p = place(static_cast<std::size_t>(turn) + 1, course[static_cast<std::size_t>(turn) + 1].anger);
        ring(ui, p.x, p.y, ui.px(7), t.text, ui.px(1.6f));
    }
    return clicked;
}

}  // namespace huashu::desktop
