#include "desktop/screens/assess_parts.hpp"

#include <algorithm>

namespace huashu::desktop {

Box page_head(Ui& ui, Scroll& page, std::string_view title, std::string_view line) {
    const float heading = ui.scale.leading(Type::heading);
    const float used =
        text_in(ui, Box{page.x0, page.y, page.x1, page.y + heading}, title, Type::heading, ui.theme->text);
    const Box rest{page.x0 + used + ui.px(space::large), page.y, page.x1, page.y + heading};
    page.y += heading + ui.px(space::tight);
    if (!line.empty()) page.y += paragraph(ui, page.x0, page.y, page.width(), line, Type::label, ui.theme->text_muted);
    page.y += ui.px(space::large);
    return rest;
}

void card_of(Ui& ui, Scroll& page, const CardContent& content) {
    const float pad = ui.px(space::large);
    Box inner{page.x0 + pad, page.y + pad, page.x1 - pad, page.y + pad};
    const float height = content(inner, false);
    const Box card{page.x0, page.y, page.x1, page.y + height + 2 * pad};
    card_ground(ui, card, ui.px(radius_card));
    inner.y1 = inner.y0 + height;
    content(inner, true);
    page.y = card.y1 + ui.px(space::medium);
}

float heading_row(Ui& ui, Box inner, std::string_view text, bool draws) {
    const float row = ui.scale.leading(Type::strong);
    if (draws) text_in(ui, Box{inner.x0, inner.y0, inner.x1, inner.y0 + row}, text, Type::strong, ui.theme->text);
    return row + ui.px(space::small);
}

float sentences(Ui& ui, Box inner, const std::vector<std::string>& items, Color color, Icon icon, Color icon_color,
                bool draws) {
    const auto sign = static_cast<float>(ui.scale.em(Type::label));
    const float row = ui.scale.leading(Type::label);
    const float x = inner.x0 + sign + ui.px(space::small);
    float y = inner.y0;
    for (const std::string& item : items) {
        const float height = paragraph_height(ui, inner.x1 - x, item, Type::label);
        if (draws) {
            draw_icon(ui, icon, Box{inner.x0, y, inner.x0 + sign, y + row}.centred(sign, sign), icon_color);
            paragraph(ui, x, y, inner.x1 - x, item, Type::label, color);
        }
        y += height + ui.px(space::tight);
    }
    return y - inner.y0;
}

Tone tone_of(const Theme& t, ExamStatus status) {
    switch (status) {
        case ExamStatus::ready:
            return t.good;
        case ExamStatus::running:
            return t.accent;
        case ExamStatus::later:
            return t.info;
        case ExamStatus::used_up:
            return plain_tone(t);
        case ExamStatus::broken:
            return t.bad;
    }
    return t.info;
}

Icon icon_of(ExamStatus status) {
    switch (status) {
        case ExamStatus::ready:
            return Icon::check;
        case ExamStatus::running:
            return Icon::play;
        case ExamStatus::later:
            return Icon::clock;
        case ExamStatus::used_up:
            return Icon::minus;
        case ExamStatus::broken:
            return Icon::warning;
    }
    return Icon::info;
}

Tone tone_of(const Theme& t, MySitting::Kind kind) {
    switch (kind) {
        case MySitting::Kind::passed:
            return t.good;
        case MySitting::Kind::failed:
            return t.warn;
        case MySitting::Kind::running:
            return t.accent;
        case MySitting::Kind::set_aside:
            return plain_tone(t);
    }
    return t.info;
}

void sitting_badge(Ui& ui, Box box, MySitting::Kind kind, int score) {
    const Theme& t = *ui.theme;
    const float side = std::min(box.w(), box.h());
    const Box mark = box.centred(side, side);
    if (kind == MySitting::Kind::passed || kind == MySitting::Kind::failed) {
        score_ring(ui, mark, score, tone_of(t, kind), Type::strong);
        return;
    }
    const bool runs = kind == MySitting::Kind::running;
    const Color color = runs ? t.accent.strong : t.line_strong;
    ring(ui, mark.mid_x(), mark.mid_y(), side / 2 - 2, color, ui.px(2));
    draw_icon(ui, runs ? Icon::play : Icon::cross, mark.inset(side * 0.31f), color);
}

}  // namespace huashu::desktop
