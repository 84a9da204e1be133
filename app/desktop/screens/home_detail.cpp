#include "desktop/portrait/portrait.hpp"
#include "desktop/screens/home_parts.hpp"
#include "desktop/ui/scroll.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {

Tone tone_of_complaint(const Theme& t, scoring::Complaint complaint) {
    switch (complaint) {
        case scoring::Complaint::service:
            return t.info;
        case scoring::Complaint::facility:
            return t.warn;
        case scoring::Complaint::safety:
            return t.bad;
    }
    return t.info;
}

namespace {

void detail_head(Ui& ui, Scroll& column, const ScenarioDetail& detail) {
    const Theme& t = *ui.theme;
    const float side = ui.wide(112);
    Box band{column.x0, column.y, column.x1, column.y + side};
    draw_portrait(ui, band.cut_left(side), detail.row.likeness, neutral_mood);
    band.cut_left(ui.px(space::large));
    const float rows = paragraph_height(ui, band.w(), detail.row.owner, Type::title) +
                       paragraph_height(ui, band.w(), detail.row.owner_line, Type::label) +
                       paragraph_height(ui, band.w(), detail.row.persona, Type::label);
    float pen = band.mid_y() - rows / 2;
    pen += paragraph(ui, band.x0, pen, band.w(), detail.row.owner, Type::title, t.text);
    pen += paragraph(ui, band.x0, pen, band.w(), detail.row.owner_line, Type::label, t.text_muted);
    paragraph(ui, band.x0, pen, band.w(), detail.row.persona, Type::label, t.text_muted);
    column.y += side + ui.px(space::large);
    column.y += paragraph(ui, column.x0, column.y, column.width(), detail.row.title, Type::heading, t.text);
    column.y += ui.px(space::small);
    float x = column.x0;
    const auto put = [&](const std::string& label, const ChipSpec& spec) {
        const float width = chip_width(ui, label, spec.icon);
        if (x + width > column.x1 && x > column.x0) {
            x = column.x0;
            column.y += chip_height(ui) + ui.px(space::tight);
        }
        x += chip(ui, x, column.y, label, spec) + ui.px(space::small);
    };
    put(detail.row.family + " · " + detail.row.kind,
        {tone_of_complaint(t, detail.row.complaint), detail.row.family_icon});
    put(detail.row.channel, {plain_tone(t), detail.row.channel_icon});
    put(detail.row.difficulty_words, {plain_tone(t), Icon::none});
    column.y += chip_height(ui) + ui.px(space::large);
}

void section(Ui& ui, Scroll& column, std::string_view heading, std::string_view text) {
    if (text.empty()) return;
    column.y += paragraph(ui, column.x0, column.y, column.width(), heading, Type::strong, ui.theme->text);
    column.y += paragraph(ui, column.x0, column.y, column.width(), text, Type::body, ui.theme->text_muted);
    column.y += ui.px(space::large);
}

void last_result(Ui& ui, Scroll& column, const ResultBadge& last, const Speech& speech) {
    const Theme& t = *ui.theme;
    const float side = ui.wide(56);
    const float width = column.width() - side - 3 * ui.px(space::medium);
    const std::string result =
        speech.words(last.passed ? "desktop.result.passed" : "desktop.result.failed") + " · " + last.ending_rank;
    const float rows = paragraph_height(ui, width, result, Type::strong) + ui.scale.leading(Type::label);
    const float height = std::max(ui.wide(64), rows) + ui.px(space::medium);
    const Box box{column.x0, column.y, column.x1, column.y + height};
    fill(ui, box, t.sunken, ui.px(radius_control));
    Box inner = box.inset(ui.px(space::medium), 0);
    score_ring(ui, inner.cut_left(side).centred(side, side), last.score, last.passed ? t.good : t.warn, Type::lead);
    inner.cut_left(ui.px(space::medium));
    float pen = inner.mid_y() - rows / 2;
    pen += paragraph(ui, inner.x0, pen, width, result, Type::strong, last.passed ? t.good.strong : t.warn.strong);
    text_in(ui, Box{inner.x0, pen, inner.x1, pen + ui.scale.leading(Type::label)}, last.when, Type::label,
            t.text_muted);
    column.y += height + ui.px(space::large);
}

}  // namespace

void detail_pane(Ui& ui, Box box, const ScenarioDetail& detail, const Speech& speech, Intents& out) {
    const float radius = ui.px(radius_card);
    shadow(ui, box, radius);
    card_ground(ui, box, radius);
    Box inner = box;
    Box foot = inner.cut_bottom(control_height(ui) + 2 * ui.px(space::large));
    line(ui, foot.x0, foot.y0, foot.x1, foot.y0, ui.theme->line, std::max(1.0f, ui.scale.screen));
    const Box start = foot.inset(ui.px(space::wide), ui.px(space::large));
    if (button(ui, "home.start", start, speech.words("desktop.home.start"),
               {.look = ButtonLook::primary, .icon = Icon::play, .shortcut = "Enter"}))
        out.push_back(intent::StartTalk{detail.row.id});
    Scroll column(ui, "home.detail", inner, ui.px(space::wide));
    detail_head(ui, column, detail);
    if (detail.row.last) last_result(ui, column, *detail.row.last, speech);
    section(ui, column, speech.words("desktop.home.brief"), detail.brief);
    section(ui, column, speech.words("desktop.home.about"), detail.about);
    std::string teaches;
    for (const std::string& point : detail.teaches) teaches += (teaches.empty() ? "" : "　") + point;
    section(ui, column, speech.words("desktop.home.teaches"), teaches);
}

}  // namespace huashu::desktop
