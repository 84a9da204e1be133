#include "desktop/screens/score_line.hpp"

#include <string>

#include "desktop/ui/imgui_bridge.hpp"
#include "desktop/ui/interact.hpp"
#include "desktop/ui/paint.hpp"

namespace huashu::desktop {

void score_line(Ui& ui, std::string_view id, Box box, const std::vector<int>& scores, int pass_mark) {
    const Theme& t = *ui.theme;
    tag(ui, id, box, "chart", scores.empty() ? std::string() : std::to_string(scores.back()));
    if (scores.empty()) return;
    const float row = ui.scale.leading(Type::caption);
    const float figure = text_width(ui, "100", Type::strong) + ui.px(space::small);
    Box plot = box.inset(ui.px(4), row / 2);
    plot.x1 -= figure;
    line(ui, plot.x0, plot.y1, plot.x1, plot.y1, t.line);
    const auto y_of = [&](int score) { return plot.y1 - plot.h() * static_cast<float>(score) / 100.0f; };
    if (pass_mark >= 0) {
        const float y = y_of(pass_mark);
        const float dash = ui.px(5);
        for (float x = plot.x0; x < plot.x1; x += 2 * dash)
            line(ui, x, y, std::min(x + dash, plot.x1), y, t.line_strong, ui.px(1.2f));
    }
    const auto count = static_cast<float>(std::max<std::size_t>(scores.size(), 2) - 1);
    const auto place = [&](std::size_t i) {
        const float share = scores.size() == 1 ? 1.0f : static_cast<float>(i) / count;
        return ImVec2{plot.x0 + plot.w() * share, y_of(scores[i])};
    };
    for (std::size_t i = 1; i < scores.size(); ++i)
        line(ui, place(i - 1).x, place(i - 1).y, place(i).x, place(i).y, t.accent.strong, ui.px(2));
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const ImVec2 p = place(i);
        const bool below = pass_mark >= 0 && scores[i] < pass_mark;
        circle(ui, p.x, p.y, ui.px(3.4f), t.accent.strong);  // below the mark: hollow, so that no colour is needed
        if (below) circle(ui, p.x, p.y, ui.px(1.8f), t.surface);
    }
    const ImVec2 last = place(scores.size() - 1);
    const float half = ui.scale.leading(Type::strong) / 2;
    const float y = std::clamp(last.y, box.y0 + half, box.y1 - half);
    text_in(ui, Box{last.x + ui.px(space::small), y - half, box.x1 + ui.px(space::tight), y + half},
            std::to_string(scores.back()), Type::strong, t.text);
}

}  // namespace huashu::desktop
