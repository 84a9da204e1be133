// Which assessments there are, what the chosen one asks, and one's own sittings.
#include "desktop/screens/assess_parts.hpp"
#include "desktop/screens/assess_screens.hpp"
#include "desktop/screens/bubbles.hpp"

namespace huashu::desktop {
namespace {

void exam_card_ui(Ui& ui, Scroll& list, const ExamCard& card, Intents& out) {
    const Theme& t = *ui.theme;
    const float pad = ui.px(space::large);
    const float height =
        ui.scale.leading(Type::lead) + ui.scale.leading(Type::label) + ui.px(space::small) + chip_height(ui) + 2 * pad;
    const Box box{list.x0, list.y, list.x1, list.y + height};
    list.y += height + ui.px(space::medium);
    const Response r =
        interact(ui, "exam.card." + card.id, box, {.kind = "card", .text = card.title, .selected = card.selected});
    const float radius = ui.px(radius_card);
    if (r.hovered || card.selected) shadow(ui, box, radius);
    card_ground(ui, box, radius);
    if (card.selected) outline(ui, box, t.accent.strong, radius, ui.px(2));
    Box inner = box.inset(pad);
    text_in(ui, inner.cut_top(ui.scale.leading(Type::lead)), card.title, Type::lead, t.text);
    text_in(ui, inner.cut_top(ui.scale.leading(Type::label)), card.facts, Type::label, t.text_muted);
    inner.cut_top(ui.px(space::small));
    chip(ui, inner.x0, inner.y0, card.status_words, {tone_of(t, card.status), icon_of(card.status)});
    if (r.focused) focus_ring(ui, box, radius);
    if (r.clicked) out.push_back(exam_intent(exam_wish::Select{card.id}));
}

float part_row(Ui& ui, Box inner, float y, const ExamPart& part, bool draws) {
    const Theme& t = *ui.theme;
    const float row = ui.scale.leading(Type::label);
    const float height = 2 * row + ui.px(space::small);
    if (!draws) return height;
    const float sign = ui.wide(22);
    Box cells{inner.x0, y, inner.x1, y + 2 * row};
    draw_icon(ui, part.icon, cells.cut_left(sign).centred(sign, sign), t.accent.strong);
    cells.cut_left(ui.px(space::medium));
    Box first = cells.cut_top(row);
    if (!part.weight.empty()) {
        text_in(ui, first.cut_right(text_width(ui, part.weight, Type::label) + 1), part.weight, Type::label,
                t.accent.strong, Align::right);
        first.cut_right(ui.px(space::small));
    }
    text_in(ui, first, part.what, Type::strong, t.text);
    const std::string second =
        part.level + "　" + part.replies + (part.time.empty() ? std::string() : "　" + part.time);
    text_in(ui, cells, second, Type::label, t.text_muted);
    return height;
}

// What chip_rows() will use.
float chips_height(Ui& ui, float width, const std::vector<ChipItem>& chips) {
    float x = 0, rows = 1;
    for (const ChipItem& c : chips) {
        const float next = chip_width(ui, c.label, c.icon) + (x > 0 ? ui.px(6) : 0);
        if (x > 0 && x + next > width) {
            ++rows;
            x = 0;
        }
        x += next;
    }
    return rows * (chip_height(ui) + ui.px(6)) - ui.px(6);
}

void detail_card(Ui& ui, Scroll& page, const ExamsView& view, const Speech& speech) {
    const Theme& t = *ui.theme;
    const app::Words& words = speech.words;
    card_of(ui, page, [&](Box inner, bool draws) {
        float y = inner.y0;
        if (draws) paragraph(ui, inner.x0, y, inner.w(), view.title, Type::title, t.text);
        y += paragraph_height(ui, inner.w(), view.title, Type::title) + ui.px(space::tight);
        if (draws) paragraph(ui, inner.x0, y, inner.w(), view.about, Type::body, t.text_muted);
        y += paragraph_height(ui, inner.w(), view.about, Type::body) + ui.px(space::large);
        for (const ExamPart& part : view.parts) y += part_row(ui, inner, y, part, draws);
        return y - inner.y0;
    });
    card_of(ui, page, [&](Box inner, bool draws) {
        Box at = inner;
        at.y0 += heading_row(ui, at, words("desktop.exam.rules"), draws);
        at.y0 += sentences(ui, at, view.rules, t.text, Icon::check, t.accent.strong, draws);
        at.y0 += ui.px(space::medium);
        at.y0 += heading_row(ui, at, words("desktop.exam.fatal.title"), draws);
        std::vector<ChipItem> chips;
        for (const std::string& f : view.fatal) chips.push_back({f, t.bad, Icon::warning});
        at.y0 += draws ? chip_rows(ui, at.x0, at.y0, at.w(), chips) : chips_height(ui, at.w(), chips);
        return at.y0 - inner.y0;
    });
}

void problems_card(Ui& ui, Scroll& page, const std::vector<std::string>& problems, const Speech& speech) {
    if (problems.empty()) return;
    const Theme& t = *ui.theme;
    card_of(ui, page, [&](Box inner, bool draws) {
        Box at = inner;
        at.y0 += heading_row(ui, at, speech.words("desktop.exam.problems"), draws);
        at.y0 += sentences(ui, at, problems, t.text, Icon::warning, t.bad.strong, draws);
        return at.y0 - inner.y0;
    });
}

void my_sitting_row(Ui& ui, Scroll& page, const MySitting& row, Intents& out) {
    const Theme& t = *ui.theme;
    const float height = ui.scale.leading(Type::strong) + ui.scale.leading(Type::label) + 2 * ui.px(space::medium);
    const Box box{page.x0, page.y, page.x1, page.y + height};
    page.y += height + ui.px(space::small);
    const Response r = interact(ui, "exam.mine." + row.id, box, {.kind = "row", .text = row.title});
    card_ground(ui, box, ui.px(radius_card));
    if (r.hovered) outline(ui, box, t.accent.strong, ui.px(radius_card), ui.px(1.5f));
    if (r.focused) focus_ring(ui, box, ui.px(radius_card));
    Box inner = box.inset(ui.px(space::large), ui.px(space::medium));
    sitting_badge(ui, inner.cut_left(inner.h()), row.kind, row.score);
    inner.cut_left(ui.px(space::large));
    const Icon icon = row.provisional ? Icon::clock : Icon::check;
    const float width = chip_width(ui, row.state, icon);
    const Box state = inner.cut_right(width);
    chip(ui, state.x0, state.mid_y() - chip_height(ui) / 2, row.state,
         {row.provisional ? t.info : tone_of(t, row.kind), icon});
    inner.cut_right(ui.px(space::medium));
    text_in(ui, inner.cut_top(ui.scale.leading(Type::strong)), row.title, Type::strong, t.text);
    text_in(ui, inner, row.line, Type::label, t.text_muted);
    if (!r.clicked) return;
    out.push_back(row.kind == MySitting::Kind::running ? exam_intent(exam_wish::GoOn{})
                                                       : exam_intent(exam_wish::OpenSitting{row.id, {}, false}));
}

void begin_bar(Ui& ui, Box bar, const ExamsView& view, const Speech& speech, Intents& out) {
    const app::Words& words = speech.words;
    line(ui, bar.x0, bar.y0, bar.x1, bar.y0, ui.theme->line);
    Box inner = bar.inset(ui.px(space::wide), ui.px(space::small));
    const bool goes_on = !view.running_title.empty();
    const ButtonSpec look{
        .look = ButtonLook::primary, .icon = Icon::play, .enabled = goes_on || view.status == ExamStatus::ready};
    const std::string& label = words(goes_on ? "desktop.exam.go_on" : "desktop.exam.begin");
    const float width = button_width(ui, label, look);
    const Box at = inner.cut_right(width).centred(width, control_height(ui));
    if (button(ui, "exam.begin", at, label, look))
        out.push_back(goes_on ? exam_intent(exam_wish::GoOn{}) : exam_intent(exam_wish::Begin{view.selected}));
    inner.cut_right(ui.px(space::medium));
    const std::string line_text =
        goes_on ? words("desktop.exam.running_line", {{"title", view.running_title}}) : view.status_words;
    text_in(ui, inner, line_text, Type::label, goes_on ? ui.theme->accent.strong : ui.theme->text_muted);
}

}  // namespace

void exams_screen_ui(Ui& ui, Box box, const ExamsView& view, const Speech& speech, Intents& out) {
    const app::Words& words = speech.words;
    const bool two = box.w() >= ui.wide(860);
    const float bar = control_height(ui) + 2 * ui.px(space::small);
    Box right = two ? box.cut_right(std::max(box.w() * 0.5f, ui.wide(430))) : Box{};
    if (two) {
        line(ui, right.x0, right.y0, right.x0, right.y1, ui.theme->line);
        begin_bar(ui, right.cut_bottom(bar), view, speech, out);
    } else {
        begin_bar(ui, box.cut_bottom(bar), view, speech, out);
    }
    {
        Scroll page(ui, "exam.list", box, ui.px(space::wide));
        Box head = page_head(ui, page, words("desktop.exam.title"), words("desktop.exam.subtitle"));
        const ButtonSpec look{.look = ButtonLook::quiet, .icon = Icon::people};
        const std::string& label = words("desktop.exam.supervise");
        const float width = button_width(ui, label, look);
        if (button(ui, "exam.supervise", head.cut_right(width).centred(width, control_height(ui)), label, look))
            out.push_back(exam_intent(exam_wish::Supervise{}));
        for (const ExamCard& card : view.cards) exam_card_ui(ui, page, card, out);
        if (view.cards.empty()) {
            const Box rest{page.x0, page.y, page.x1, page.y + ui.wide(220)};
            empty_state(ui, rest, Icon::flag, words("desktop.exam.none_title"), words("desktop.exam.none"));
            page.y = rest.y1;
        }
        if (!two && !view.selected.empty()) detail_card(ui, page, view, speech);
        problems_card(ui, page, view.problems, speech);
        if (!view.mine.empty()) {
            page.y += ui.px(space::medium);
            const Box row{page.x0, page.y, page.x1, page.y + ui.scale.leading(Type::lead)};
            text_in(ui, row, words("desktop.exam.mine"), Type::lead, ui.theme->text);
            page.y = row.y1 + ui.px(space::small);
            for (const MySitting& mine : view.mine) my_sitting_row(ui, page, mine, out);
        }
        page.take_page_keys();
    }
    if (two) {
        Scroll detail(ui, "exam.detail", right, ui.px(space::wide));
        if (!view.selected.empty()) detail_card(ui, detail, view, speech);
    }
    if (ui.take_key(Key::escape)) out.push_back(intent::Go{Page::home});
}

}  // namespace huashu::desktop
