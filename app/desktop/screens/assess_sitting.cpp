// A sealed sitting: the result, its scenarios, the ledger of one of them, and what one may do about a line.
#include <algorithm>
#include <utility>

#include "desktop/screens/assess_act.hpp"
#include "desktop/screens/assess_parts.hpp"
#include "desktop/screens/assess_screens.hpp"
#include "desktop/screens/bubbles.hpp"

namespace huashu::desktop {
namespace {

Color color_of_line(const Theme& t, SittingLedgerRow::Kind kind) {
    switch (kind) {
        case SittingLedgerRow::Kind::earned:
            return t.good.strong;
        case SittingLedgerRow::Kind::lost:
            return t.bad.strong;
        case SittingLedgerRow::Kind::missed:
            return t.warn.strong;
        case SittingLedgerRow::Kind::other:
            return t.text_muted;
    }
    return t.text;
}

// --- the left column ---

void verdict_card(Ui& ui, Scroll& page, const SittingView& view, const Speech& speech) {
    const Theme& t = *ui.theme;
    const Tone& tone = view.passed ? t.good : t.warn;
    card_of(ui, page, [&](Box inner, bool draws) {
        const float side = ui.wide(92);
        const float x = inner.x0 + side + ui.px(space::large);
        const float lead = ui.scale.leading(Type::title), label = ui.scale.leading(Type::label);
        const std::string both =
            view.now == view.machine
                ? std::string()
                : speech.words("desktop.exam.both_scores",
                               {{"machine", std::to_string(view.machine)}, {"now", std::to_string(view.now)}});
        const float words_height = lead + ui.px(space::tight) + chip_height(ui) + (both.empty() ? 0 : label);
        const float height = std::max(side, words_height);
        if (!draws) return height;
        score_ring(ui, Box{inner.x0, inner.y0, inner.x0 + side, inner.y0 + side}, view.now, tone, Type::heading);
        float y = inner.y0 + (height - words_height) / 2;
        text_in(ui, Box{x, y, inner.x1, y + lead}, view.verdict, Type::title, tone.strong);
        y += lead + ui.px(space::tight);
        chip(ui, x, y, view.state, {view.provisional ? t.info : t.good, view.provisional ? Icon::clock : Icon::check});
        y += chip_height(ui);
        if (!both.empty()) text_in(ui, Box{x, y, inner.x1, y + label}, both, Type::label, t.text_muted);
        tag(ui, "sitting.verdict", inner, "verdict", view.verdict + " " + std::to_string(view.now));
        return height;
    });
}

void lines_card(Ui& ui, Scroll& page, std::string_view heading, const std::vector<std::string>& items, Icon icon,
                Color color) {
    if (items.empty()) return;
    card_of(ui, page, [&](Box inner, bool draws) {
        Box at = inner;
        at.y0 += heading_row(ui, at, heading, draws);
        at.y0 += sentences(ui, at, items, ui.theme->text, icon, color, draws);
        return at.y0 - inner.y0;
    });
}

void sitting_item(Ui& ui, Scroll& page, const SittingItemRow& item, int index, Intents& out) {
    const Theme& t = *ui.theme;
    const float height = ui.scale.leading(Type::strong) + ui.scale.leading(Type::label) + 2 * ui.px(space::small);
    const Box box{page.x0, page.y, page.x1, page.y + height};
    page.y += height + ui.px(space::small);
    const Response r = interact(ui, "sitting.item." + std::to_string(index), box,
                                {.kind = "tab", .text = item.title, .selected = item.selected});
    const float radius = ui.px(radius_control);
    fill(ui, box, item.selected ? t.accent.soft : t.surface, radius);
    outline(ui, box, item.selected || r.hovered ? t.accent.strong : t.line, radius, std::max(1.0f, ui.scale.screen));
    if (r.focused) focus_ring(ui, box, radius);
    Box inner = box.inset(ui.px(space::medium), ui.px(space::small));
    const std::string score = item.now == item.machine
                                  ? std::to_string(item.now)
                                  : std::to_string(item.machine) + " → " + std::to_string(item.now);
    const Color color = item.fatal || item.low ? t.bad.strong : t.text;
    text_in(ui, inner.cut_right(text_width(ui, score, Type::lead) + 1), score, Type::lead, color, Align::right);
    inner.cut_right(ui.px(space::small));
    text_in(ui, inner.cut_top(ui.scale.leading(Type::strong)), item.title, Type::strong, t.text);
    text_in(ui, inner, item.line, Type::label, t.text_muted);
    if (r.clicked) out.push_back(exam_intent(exam_wish::ShowItem{index}));
}

void pasted_card(Ui& ui, Scroll& page, const SittingView& view, const Speech& speech) {
    if (view.pasted.empty()) return;
    card_of(ui, page, [&](Box inner, bool draws) {
        Box at = inner;
        at.y0 += heading_row(ui, at, speech.words("desktop.exam.pasted_title"), draws);
        for (const MarkedText& text : view.pasted) {
            if (draws) marked_paragraph(ui, at.x0, at.y0, at.w(), text, Type::label, ui.theme->text);
            at.y0 += paragraph_height(ui, at.w(), text.text, Type::label) + ui.px(space::small);
        }
        return at.y0 - inner.y0;
    });
}

void supervisor_buttons(Ui& ui, Scroll& page, const SittingView& view, const Speech& speech, Intents& out) {
    if (!view.as_supervisor || view.is_set_aside) return;
    const app::Words& words = speech.words;
    const auto wish = [&](OpenSitting::Act act) { out.push_back(exam_intent(exam_wish::Act{act, {-1, -1}, -1})); };
    if (view.sealed && view.provisional) {
        const ButtonSpec look{.look = ButtonLook::primary, .icon = Icon::check, .enabled = view.open_appeals == 0};
        const Box at{page.x0, page.y, page.x1, page.y + control_height(ui)};
        if (button(ui, "sitting.confirm", at, words("desktop.exam.confirm"), look)) wish(OpenSitting::Act::confirm);
        page.y = at.y1 + ui.px(space::small);
    }
    const Box at{page.x0, page.y, page.x1, page.y + control_height(ui)};
    if (button(ui, "sitting.set_aside", at, words("desktop.exam.set_aside"), {.look = ButtonLook::quiet}))
        wish(OpenSitting::Act::set_aside);
    page.y = at.y1 + ui.px(space::medium);
}

void summary_column(Ui& ui, Box box, const SittingView& view, const Speech& speech, Intents& out) {
    const Theme& t = *ui.theme;
    const app::Words& words = speech.words;
    Scroll page(ui, "sitting.summary", box, ui.px(space::wide));
    page_head(ui, page, view.title, view.who + "　" + view.when);
    if (view.sealed) verdict_card(ui, page, view, speech);
    if (!view.confirmed.empty())
        page.y += paragraph(ui, page.x0, page.y, page.width(), view.confirmed, Type::label, t.text_muted) +
                  ui.px(space::medium);
    lines_card(ui, page, words("desktop.exam.fatal.title"), view.fatal, Icon::warning, t.bad.strong);
    for (std::size_t i = 0; i < view.items.size(); ++i) sitting_item(ui, page, view.items[i], static_cast<int>(i), out);
    page.y += ui.px(space::tight);
    supervisor_buttons(ui, page, view, speech, out);
    lines_card(ui, page, words("desktop.exam.watched.title"), view.watched, Icon::info, t.info.strong);
    pasted_card(ui, page, view, speech);
}

// --- the ledger ---

float line_height(Ui& ui, const SittingLedgerRow& row, float width) {
    float height = paragraph_height(ui, width, row.reason, Type::label);
    if (!row.quote.empty()) height += ui.scale.leading(Type::caption);
    if (!row.note.empty()) height += paragraph_height(ui, width, row.note, Type::label) + ui.px(space::tight);
    return height + ui.scale.leading(Type::caption) + 2 * ui.px(space::small);
}

void act_button(Ui& ui, Box at, const SittingLedgerRow& row, int item, bool as_supervisor, const Speech& speech,
                Intents& out) {
    using Deed = OpenSitting::Act;
    const app::Words& words = speech.words;
    const std::string id = "sitting.act." + std::to_string(row.line);
    const assess::LineRef line{item, row.line};
    const auto wish = [&](Deed deed) { out.push_back(exam_intent(exam_wish::Act{deed, line, row.appeal})); };
    if (as_supervisor && row.contested) {
        const ButtonSpec look{.look = ButtonLook::primary, .icon = Icon::flag};
        if (button(ui, id, at, words("desktop.exam.decide"), look)) wish(Deed::decide);
        return;
    }
    const ButtonSpec look{.look = ButtonLook::quiet, .icon = as_supervisor ? Icon::pen : Icon::flag};
    if (row.contested || !row.can_act) return;
    if (button(ui, id, at, words(as_supervisor ? "desktop.exam.change" : "desktop.exam.contest"), look))
        wish(as_supervisor ? Deed::change : Deed::contest);
}

void sitting_line(Ui& ui, Scroll& page, const OpenSitting& open, const SittingLedgerRow& row, float act_width,
                  const Speech& speech, ExamScreens& own, Intents& out) {
    const Theme& t = *ui.theme;
    const float points = ui.wide(132), gap = ui.px(space::medium);
    const float width = page.width() - points - act_width - 3 * gap;
    const float height = line_height(ui, row, width);
    const Box box{page.x0, page.y, page.x1, page.y + height};
    page.y += height + ui.px(space::tight);
    const bool acting = open.acting && *open.acting == assess::LineRef{open.item, row.line};
    if (acting && std::exchange(own.revealed, own.acting_on) != own.acting_on) page.reveal(box);
    if (!is_visible(Box{box.x0, box.y0 - 200, box.x1, box.y1 + 200})) return;
    fill(ui, box, acting ? t.accent.soft : row.fatal ? t.bad.soft : t.surface, ui.px(radius_control));
    outline(ui, box, acting ? t.accent.strong : t.line, ui.px(radius_control), std::max(1.0f, ui.scale.screen));
    Box inner = box.inset(gap, ui.px(space::small));
    Box left = inner.cut_left(points - gap);
    const Color color = color_of_line(t, row.kind);
    text_in(ui, left.cut_top(ui.scale.leading(Type::strong)), row.points, Type::strong, color);
    if (!row.machine.empty())
        text_in(ui, left.cut_top(ui.scale.leading(Type::caption)),
                speech.words("desktop.exam.machine", {{"points", row.machine}}), Type::caption, t.text_muted);
    inner.cut_left(gap);
    Box right = inner.cut_right(act_width);
    act_button(ui,
               Box{right.x0, right.mid_y() - control_height(ui) / 2, right.x1, right.mid_y() + control_height(ui) / 2},
               row, open.item, open.as_supervisor, speech, out);
    inner.cut_right(gap);
    float y = inner.y0;
    y += paragraph(ui, inner.x0, y, width, row.reason, Type::label, t.text);
    if (!row.quote.empty()) {
        paragraph_cut(ui, inner.x0, y, width, "「" + row.quote + "」", Type::caption, t.text_muted, 1);
        y += ui.scale.leading(Type::caption);
    }
    std::string aside = row.dimension;
    for (const std::string* part : {&row.source, &row.turn})
        if (!part->empty()) aside += "　" + *part;
    text_in(ui, Box{inner.x0, y, inner.x0 + width, y + ui.scale.leading(Type::caption)}, aside, Type::caption,
            t.text_faint);
    y += ui.scale.leading(Type::caption);
    if (!row.note.empty())
        paragraph(ui, inner.x0, y + ui.px(space::tight), width, row.note, Type::label, t.accent.strong);
    tag(ui, "sitting.line." + std::to_string(row.line), box, "line", row.points + " " + row.reason);
}

void ledger_column(Ui& ui, Box box, const OpenSitting& open, const SittingView& view, const Speech& speech,
                   ExamScreens& own, Intents& out) {
    const app::Words& words = speech.words;
    Scroll page(ui, "sitting.ledger", box, ui.px(space::wide));
    if (!view.sealed) {
        empty_state(ui, Box{page.x0, page.y, page.x1, page.y + ui.wide(240)}, Icon::clock,
                    words("desktop.exam.not_sealed_title"), words("desktop.exam.not_sealed"));
        return;
    }
    const float row = ui.scale.leading(Type::lead);
    Box head{page.x0, page.y, page.x1, page.y + row};
    const std::string sum = words("desktop.exam.sum", {{"points", view.total}});
    text_in(ui, head.cut_right(text_width(ui, sum, Type::lead) + 1), sum, Type::lead, ui.theme->text, Align::right);
    text_in(ui, head, words("desktop.exam.ledger"), Type::lead, ui.theme->text);
    page.y += row + ui.px(space::tight);
    page.y += paragraph(ui, page.x0, page.y, page.width(),
                        words(view.as_supervisor ? "desktop.exam.ledger_supervisor" : "desktop.exam.ledger_trainee"),
                        Type::label, ui.theme->text_muted) +
              ui.px(space::medium);
    float act_width = 0;
    for (const char* key : {"desktop.exam.decide", "desktop.exam.change", "desktop.exam.contest"})
        act_width = std::max(act_width, button_width(ui, words(key), {.icon = Icon::flag}));
    for (const SittingLedgerRow& line : view.ledger) sitting_line(ui, page, open, line, act_width, speech, own, out);
    page.take_page_keys();
}

}  // namespace

void sitting_screen_ui(Ui& ui, Box box, const OpenSitting& open, const SittingView& view, const Speech& speech,
                       ExamScreens& own, Intents& out) {
    const Theme& t = *ui.theme;
    Box head =
        box.cut_top(control_height(ui) + 2 * ui.px(space::small)).inset(ui.px(space::medium), ui.px(space::small));
    if (icon_button(ui, "sitting.back", head.cut_left(head.h()), Icon::back, speech.words("desktop.exam.back")) ||
        (!ui.editing_text && !open.acting && ui.take_key(Key::escape)))
        out.push_back(open.as_supervisor ? exam_intent(exam_wish::Supervise{}) : exam_intent(exam_wish::Open{}));
    head.cut_left(ui.px(space::small));
    text_in(ui, head, speech.words(open.as_supervisor ? "desktop.exam.review_title" : "desktop.exam.result_title"),
            Type::strong, t.text_muted);
    if (open.acting) {
        const Box panel = box.cut_bottom(act_panel_height(ui, open));
        act_panel_ui(ui, panel, open, view, speech, own, out);
    }
    const bool two = box.w() >= ui.wide(820);
    const Box left =
        two ? box.cut_left(std::clamp(box.w() * 0.36f, ui.wide(340), ui.wide(460))) : box.cut_top(box.h() * 0.45f);
    if (two) line(ui, left.x1, left.y0, left.x1, left.y1, t.line);
    summary_column(ui, left, view, speech, out);
    ledger_column(ui, box, open, view, speech, own, out);
}

}  // namespace huashu::desktop
