#include "desktop/screens/bubbles.hpp"

#include <algorithm>
#include <cmath>

#include "desktop/portrait/portrait.hpp"
#include "desktop/ui/imgui_bridge.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {
namespace {

void underline(Ui& ui, MarkKind kind, Color color, float x0, float x1, float y) {
    ImDrawList& list = canvas();
    const float step = ui.px(3);
    switch (kind) {
        case MarkKind::act:
            line(ui, x0, y, x1, y, color, std::max(1.5f, ui.px(1.6f)));
            break;
        case MarkKind::advice:
            for (float x = x0 + 1; x < x1; x += step * 1.5f) circle(ui, x, y, std::max(1.0f, ui.px(1.1f)), color);
            break;
        case MarkKind::finding: {
            bool up = true;
            for (float x = x0; x < x1 + step; x += step, up = !up)
                list.PathLineTo({std::min(x, x1), y + (up ? -ui.px(1.4f) : ui.px(1.4f))});
            list.PathStroke(packed(color), 0, std::max(1.3f, ui.px(1.5f)));
            break;
        }
    }
}

Color mark_color(const Theme& t, MarkKind kind) {
    return kind == MarkKind::finding ? t.bad.strong : kind == MarkKind::act ? t.good.strong : t.warn.strong;
}

float bubble_width(Box column) { return std::floor(column.w() * 0.84f); }

float bubble_pad_x(Ui& ui) { return ui.px(14); }
float bubble_pad_y(Ui& ui) { return ui.px(9); }

std::vector<ChipItem> verdict_chips(Ui& ui, const TurnView& turn, const Speech& speech) {
    const Theme& t = *ui.theme;
    std::vector<ChipItem> chips;
    for (const FindingView& f : turn.findings) {
        if (f.weighting == Weighting::advice) continue;
        chips.push_back({f.label + (f.points.empty() ? "" : " " + f.points), tone_of(t, f.weighting), Icon::warning});
    }
    for (const ActView& a : turn.acts) {
        const auto same = [&](const ChipItem& c) { return c.label == a.label; };
        if (std::none_of(chips.begin(), chips.end(), same)) chips.push_back({a.label, t.good, Icon::check});
    }
    if (chips.empty() && !turn.silent)
        chips.push_back({speech.words("desktop.turn.nothing"), plain_tone(t), Icon::info});
    return chips;
}

}  // namespace

Tone tone_of(const Theme& t, Weighting weighting) {
    switch (weighting) {
        case Weighting::advice:
            return t.info;
        case Weighting::note:
        case Weighting::minor:
            return t.warn;
        case Weighting::major:
        case Weighting::critical:
            return t.bad;
    }
    return t.info;
}

Tone tone_of_score(const Theme& t, int score, int pass_mark) {
    return score >= pass_mark ? t.good : score >= pass_mark / 2 ? t.warn : t.bad;
}

float marked_paragraph(Ui& ui, float x, float y, float width, const MarkedText& text, Type type, Color color) {
    if (text.text.empty()) return 0;
    x = std::floor(x);
    y = std::floor(y);
    const Layout& layout = ui.text().layout(text.text, ui.style(type), std::max(1.0f, std::floor(width)));
    for (const Mark& mark : text.marks) {
        if (mark.kind != MarkKind::finding) continue;
        for (const TextBox& b : layout.boxes_of(mark.span.begin, mark.span.end))
            fill(ui, Box{x + b.x0 - 1, y + b.y0 + ui.px(2), x + b.x1 + 1, y + b.y1 - ui.px(1)}, ui.theme->bad.soft,
                 ui.px(3));
    }
    draw_layout(layout, x, y, color);
    const float below = layout.baseline + ui.px(5);
    for (const Mark& mark : text.marks)
        for (const TextBox& b : layout.boxes_of(mark.span.begin, mark.span.end))
            underline(ui, mark.kind, mark_color(*ui.theme, mark.kind), x + b.x0, x + b.x1, y + b.y0 + below);
    return layout.height;
}

float chip_rows(Ui& ui, float x, float y, float width, const std::vector<ChipItem>& chips, bool right_aligned) {
    const float gap = ui.px(6);
    const float height = chip_height(ui);
    float top = y;
    for (std::size_t i = 0; i < chips.size();) {
        const bool seen = is_visible(Box{x, top, x + width, top + height});
        float used = 0;
        std::size_t end = i;
        while (end < chips.size()) {
            const float next = chip_width(ui, chips[end].label, chips[end].icon) + (used > 0 ? gap : 0);
            if (used > 0 && used + next > width) break;
            used += next;
            ++end;
        }
        float pen = right_aligned ? x + width - used : x;
        for (; i < end && seen; ++i) pen += chip(ui, pen, top, chips[i].label, {chips[i].tone, chips[i].icon}) + gap;
        i = end;
        top += height + gap;
    }
    return chips.empty() ? 0 : top - y - gap;
}

float owner_bubble(Ui& ui, Box column, float y, const OwnerBubble& bubble, const Likeness& likeness,
                   const scenarios::Mood& mood, bool show_face) {
    const Theme& t = *ui.theme;
    const float side = ui.wide(40);
    const float gap = ui.px(space::small);
    const float most = bubble_width(column) - side - gap - 2 * bubble_pad_x(ui);
    const float text_w = std::min(most, text_width(ui, bubble.text, Type::body) + 1);
    const float dir_w =
        bubble.direction.empty() ? 0 : std::min(most, text_width(ui, bubble.direction, Type::label) + 1);
    const float inner = std::max(text_w, dir_w);
    const float dir_h = bubble.direction.empty() ? 0 : paragraph_height(ui, inner, bubble.direction, Type::label);
    const float text_h = paragraph_height(ui, inner, bubble.text, Type::body);
    const float height = dir_h + text_h + 2 * bubble_pad_y(ui);
    const float x = column.x0 + side + gap;
    const Box box{x, y, x + inner + 2 * bubble_pad_x(ui), y + height};
    if (!is_visible(Box{column.x0, y, column.x1, y + height + side})) return height;
    if (show_face) draw_portrait(ui, Box{column.x0, y, column.x0 + side, y + side}, likeness, mood);
    card_ground(ui, box, ui.px(radius_card));
    float pen = box.y0 + bubble_pad_y(ui);
    pen += paragraph(ui, box.x0 + bubble_pad_x(ui), pen, inner, bubble.direction, Type::label, t.text_faint);
    paragraph(ui, box.x0 + bubble_pad_x(ui), pen, inner, bubble.text, Type::body, t.text);
    if (bubble.fact) {
        const float sign = ui.wide(18);
        draw_icon(ui, Icon::fact,
                  Box{box.x1 + ui.px(6), box.mid_y() - sign / 2, box.x1 + ui.px(6) + sign, box.mid_y() + sign / 2},
                  t.info.strong);
    }
    return height;
}

float staff_bubble(Ui& ui, Box column, float y, const TurnView& turn, const Speech& speech, bool brief) {
    const Theme& t = *ui.theme;
    const std::string& silence = speech.words("desktop.turn.silent");
    const std::string& text = turn.silent ? silence : turn.reply.text;
    const float most = bubble_width(column) - 2 * bubble_pad_x(ui);
    const float text_w = std::min(most, text_width(ui, text, Type::body) + 1);
    const float text_h = paragraph_height(ui, text_w, text, Type::body);
    const float height = text_h + 2 * bubble_pad_y(ui);
    const Box box{column.x1 - text_w - 2 * bubble_pad_x(ui), y, column.x1, y + height};
    const std::vector<ChipItem> chips = brief ? verdict_chips(ui, turn, speech) : std::vector<ChipItem>{};
    if (is_visible(Box{column.x0, y, column.x1, y + height})) {
        fill(ui, box, t.bubble_staff, ui.px(radius_card));
        if (t.card_line > 1) outline(ui, box, t.line, ui.px(radius_card), t.card_line);
        if (turn.silent)
            paragraph(ui, box.x0 + bubble_pad_x(ui), y + bubble_pad_y(ui), text_w, text, Type::body, t.text_faint);
        else
            marked_paragraph(ui, box.x0 + bubble_pad_x(ui), y + bubble_pad_y(ui), text_w, turn.reply, Type::body,
                             t.text);
    }
    if (chips.empty()) return height;
    const float under = ui.px(6);
    return height + under + chip_rows(ui, column.x0, y + height + under, column.w(), chips, true);
}

}  // namespace huashu::desktop
