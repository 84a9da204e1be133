// One reply after the other: what the owner said, what was answered, a grade for each dimension, the rules it breaks.
#include <algorithm>

#include "desktop/screens/assess_parts.hpp"
#include "desktop/screens/card_pen.hpp"
#include "desktop/screens/marking_parts.hpp"

namespace huashu::desktop {
namespace {

constexpr int not_asked = -1;

void grade(const MarkingView& view, std::size_t which, int value, Intents& out) {
    if (which >= view.grades.size()) return;
    out.push_back(marking_intent(
        marking_wish::Grade{view.grades[which].dimension, value == not_asked ? std::nullopt : std::optional(value)}));
}

void go_to(int at, MarkingScreen& own, Intents& out) {
    own.active = 0;
    out.push_back(marking_intent(marking_wish::ShowReply{at}));
}

// Digits grade the dimension that is marked and go on to the next; the rest is by Tab and Space as everywhere.
void marking_keys(Ui& ui, const MarkingState& m, const MarkingView& view, MarkingScreen& own, Intents& out) {
    if (ui.editing_text || ui.blocked > 0) return;
    const int dimensions = static_cast<int>(view.grades.size());
    constexpr Key digits[] = {Key::digit0, Key::digit1, Key::digit2, Key::digit3};
    const auto put = [&](int value) {
        if (own.active >= dimensions) return;
        grade(view, static_cast<std::size_t>(own.active), value, out);
        ++own.active;
    };
    for (int i = 0; i <= assess::highest_grade; ++i)
        if (ui.take_key(digits[i])) put(i);
    if (ui.take_key(Key::minus)) put(not_asked);
    if (ui.take_key(Key::backspace)) own.active = std::max(0, own.active - 1);
    if (ui.take_key(Key::enter, {.ctrl = true}) || ui.take_key(Key::n)) go_to(m.at + 1, own, out);
    if (ui.take_key(Key::p)) go_to(m.at - 1, own, out);
}

void reply_card(Ui& ui, Scroll& page, const MarkingView& view, const Speech& speech) {
    const float top = page.y;
    card_of(ui, page, [&](Box inner, bool draws) {
        CardPen pen(ui, inner, draws);
        pen.text(view.moment, Type::caption);
        if (!view.owner.empty()) {
            pen.heading(speech.words("desktop.marking.owner"));
            pen.text(view.owner, Type::body);
        }
        pen.heading(speech.words("desktop.marking.reply"));
        const float height = paragraph_height(ui, inner.w(), view.reply, Type::body);
        if (draws) paragraph(ui, inner.x0, pen.y(), inner.w(), view.reply, Type::body, ui.theme->text);
        return pen.used() + height;
    });
    tag(ui, "marking.reply", Box{page.x0, top, page.x1, page.y}, "text", view.reply);
}

// 0 to 3, or not asked for; the marked row is the one that digits speak to.
float grades_rows(Ui& ui, Box inner, bool draws, const MarkingView& view, const Speech& speech, MarkingScreen& own,
                  Intents& out) {
    CardPen pen(ui, inner, draws);
    pen.heading(speech.words("desktop.marking.grades_title"));
    pen.text(speech.words("desktop.marking.grades_how"), Type::caption);
    const std::vector<std::string> labels{speech.words("desktop.marking.not_asked"), "0", "1", "2", "3"};
    const float choices = std::min(ui.wide(330), inner.w());
    const bool beside = inner.w() - choices > ui.wide(170);
    for (std::size_t i = 0; i < view.grades.size(); ++i) {
        const MarkingGrade& g = view.grades[i];
        const float height = control_height(ui) + (beside ? 0 : ui.scale.leading(Type::label));
        const Box row{inner.x0, pen.y(), inner.x1, pen.y() + height};
        if (draws) {
            const bool active = static_cast<int>(i) == own.active;
            if (active)
                fill(ui, Box{row.x0 - ui.px(space::small), row.y0, row.x0 - ui.px(space::tight), row.y1},
                     ui.theme->accent.strong, ui.px(2));
            Box rest = row;
            const Box at = beside ? rest.cut_right(choices) : rest.cut_bottom(control_height(ui)).cut_left(choices);
            text_in(ui, rest, g.name, active ? Type::strong : Type::label, ui.theme->text);
            const int picked =
                segmented(ui, "marking.grade." + std::string(name_of(g.dimension)), at, labels, g.grade + 1);
            if (picked >= 0) {
                own.active = static_cast<int>(i) + 1;
                grade(view, i, picked - 1, out);
            }
        }
        pen.gap((height + ui.px(space::tight)) / ui.px(1));
    }
    return pen.used();
}

void rule_row(Ui& ui, Box box, const MarkingRule& rule, Intents& out) {
    const Theme& t = *ui.theme;
    const Response r =
        interact(ui, "marking.rule." + rule.id, box, {.kind = "check", .text = rule.reason, .selected = rule.named});
    if (rule.named) fill(ui, box, t.warn.soft, ui.px(radius_control));
    if (r.hovered) outline(ui, box, t.line_strong, ui.px(radius_control));
    if (r.focused) focus_ring(ui, box, ui.px(radius_control));
    Box inner = box.inset(ui.px(space::small), ui.px(space::tight));
    const float sign = ui.wide(18);
    const Box mark = inner.cut_left(sign).centred(sign, sign);
    outline(ui, mark, rule.named ? t.warn.strong : t.line_strong, ui.px(3), ui.px(1.5f));
    if (rule.named) draw_icon(ui, Icon::check, mark.inset(sign * 0.15f), t.warn.strong);
    inner.cut_left(ui.px(space::small));
    paragraph(ui, inner.x0, inner.y0, inner.w(), rule.reason, Type::label, t.text);
    text_in(ui, Box{inner.x0, inner.y1 - ui.scale.leading(Type::caption), inner.x1, inner.y1}, rule.id, Type::caption,
            t.text_faint);
    if (r.clicked) out.push_back(marking_intent(marking_wish::Break{rule.id}));
}

float rules_rows(Ui& ui, Box inner, bool draws, const MarkingView& view, const Speech& speech, Intents& out) {
    CardPen pen(ui, inner, draws);
    pen.heading(speech.words("desktop.marking.rules_title"));
    pen.text(speech.words("desktop.marking.rules_how"), Type::caption);
    const float text = inner.w() - 3 * ui.px(space::small) - ui.wide(18);
    for (const MarkingRule& rule : view.rules) {
        if (rule.is_first) pen.text(rule.family, Type::strong);
        const float height = paragraph_height(ui, text, rule.reason, Type::label) + ui.scale.leading(Type::caption) +
                             2 * ui.px(space::tight);
        if (draws) rule_row(ui, Box{inner.x0, pen.y(), inner.x1, pen.y() + height}, rule, out);
        pen.gap((height + ui.px(space::tight)) / ui.px(1));
    }
    return pen.used();
}

void marking_foot(Ui& ui, Box bar, const MarkingState& m, const MarkingView& view, const Speech& speech,
                  MarkingScreen& own, Intents& out) {
    const app::Words& words = speech.words;
    line(ui, bar.x0, bar.y0, bar.x1, bar.y0, ui.theme->line);
    Box row = bar.inset(ui.px(space::wide), ui.px(space::small));
    const auto right = [&](std::string_view id, const std::string& label, const ButtonSpec& look) {
        const Box at = row.cut_right(button_width(ui, label, look));
        row.cut_right(ui.px(space::small));
        return button(ui, id, at, label, look).clicked;
    };
    const bool all_marked = view.share >= 1;
    const bool finishes = view.is_last || all_marked;
    if (!view.is_last && right("marking.next", words("desktop.marking.next"),
                               {.look = finishes ? ButtonLook::plain : ButtonLook::primary,
                                .icon = Icon::forward,
                                .shortcut = "Ctrl+Enter"}))
        go_to(m.at + 1, own, out);
    if (right("marking.finish", view.finish,
              {.look = finishes ? ButtonLook::primary : ButtonLook::plain,
               .icon = Icon::check,
               .enabled = view.can_finish}))
        out.push_back(marking_intent(marking_wish::Finish{}));
    const ButtonSpec before{.look = ButtonLook::quiet, .icon = Icon::back, .enabled = m.at > 0};
    const std::string& label = words("desktop.marking.before");
    if (button(ui, "marking.before", row.cut_left(button_width(ui, label, before)), label, before))
        go_to(m.at - 1, own, out);
}

}  // namespace

void marking_sheet_ui(Ui& ui, Box box, const MarkingState& m, const MarkingView& view, const Speech& speech,
                      MarkingScreen& own, Intents& out) {
    if (own.shown != m.at) {
        own.shown = m.at;
        own.active = 0;
    }
    marking_keys(ui, m, view, own, out);
    const float wide = ui.px(space::wide);
    Box head = box.cut_top(ui.scale.leading(Type::label) + ui.px(space::small)).inset(wide, 0);
    const float place = text_in(ui, head, view.place, Type::strong, ui.theme->text);
    tag(ui, "marking.place", head, "status", view.place);
    head.cut_left(place + ui.px(space::large));
    const float said = text_width(ui, view.progress, Type::label) + 1;
    text_in(ui, head.cut_left(said), view.progress, Type::label, ui.theme->text_muted);
    head.cut_left(ui.px(space::medium));
    const float bar = ui.px(6);
    if (head.w() > ui.wide(80)) {
        const Box track = head.cut_left(ui.wide(220)).centred(std::min(head.w() + ui.wide(220), ui.wide(220)), bar);
        fill(ui, track, ui.theme->sunken, bar / 2);
        fill(ui, Box{track.x0, track.y0, track.x0 + std::max(bar, track.w() * view.share), track.y1},
             ui.theme->accent.strong, bar / 2);
    }
    marking_foot(ui, box.cut_bottom(control_height(ui) + 2 * ui.px(space::small)), m, view, speech, own, out);
    const bool two = box.w() >= ui.wide(900);
    const auto judged = [&](Scroll& page) {
        card_of(ui, page, [&](Box inner, bool draws) { return grades_rows(ui, inner, draws, view, speech, own, out); });
        card_of(ui, page, [&](Box inner, bool draws) { return rules_rows(ui, inner, draws, view, speech, out); });
    };
    if (two) {
        Box left = box.cut_left(box.w() * 0.42f);
        {
            Scroll page(ui, "marking.said", left, wide);
            reply_card(ui, page, view, speech);
        }
        Scroll page(ui, "marking.judged", box, wide);
        judged(page);
        page.take_page_keys();
        return;
    }
    Scroll page(ui, "marking.page", box, wide);
    reply_card(ui, page, view, speech);
    judged(page);
    page.take_page_keys();
}

}  // namespace huashu::desktop
