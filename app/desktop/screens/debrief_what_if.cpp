// "What if I had said …": the sentences one can ask about, and what would have come of the one that was asked for.
#include "desktop/screens/bubbles.hpp"
#include "desktop/screens/debrief_tabs.hpp"
#include "desktop/screens/mood_curve.hpp"
#include "desktop/text/utf.hpp"
#include "desktop/ui/scroll.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {
namespace {

bool question(Ui& ui, Scroll& column, const Alternative& a, const std::string& id) {
    const Theme& t = *ui.theme;
    const float pad = ui.px(space::medium);
    const float side = ui.wide(20);
    const float width = column.width() - 2 * pad - side - ui.px(space::small);
    const float label = ui.scale.leading(Type::caption);
    const float height = label + paragraph_height(ui, width, a.text, Type::label) + 1.5f * pad;
    const Box box{column.x0, column.y, column.x1, column.y + height};
    const Response r = interact(ui, id, box, {.kind = "choice", .text = a.text});
    const float radius = ui.px(radius_control);
    fill(ui, box, r.hovered || r.focused ? mix(t.surface, t.accent.strong, 0.08f) : t.surface, radius);
    outline(ui, box, r.hovered ? t.accent.strong : t.line, radius, std::max(1.0f, t.card_line));
    text_in(ui, Box{box.x0 + pad, box.y0 + pad / 2, box.x1 - pad, box.y0 + pad / 2 + label}, a.label, Type::caption,
            t.accent.strong);
    paragraph(ui, box.x0 + pad, box.y0 + pad / 2 + label, width, a.text, Type::label, t.text);
    draw_icon(ui, Icon::chevron_right,
              Box{box.x1 - pad - side, box.mid_y() - side / 2, box.x1 - pad, box.mid_y() + side / 2}, t.text_faint);
    if (r.focused) focus_ring(ui, box, radius);
    column.y += height + ui.px(space::small);
    return r.clicked;
}

void own_words(Ui& ui, Scroll& column, const TurnView& turn, const Speech& speech, DebriefScreen& own, Intents& out) {
    const std::string& ask = speech.words("desktop.whatif.ask");
    const ButtonSpec look{.look = ButtonLook::plain, .icon = Icon::forward, .enabled = !own.instead.buffer.empty()};
    const float height = ui.scale.leading(Type::label) * 2 + 2 * ui.px(space::small);
    const EditorResult r =
        editor(ui, "debrief.whatif.editor", Box{column.x0, column.y, column.x1, column.y + height}, own.instead,
               {.placeholder = speech.words("desktop.whatif.placeholder"),
                .label = speech.words("desktop.whatif.placeholder"),
                .type = Type::label});
    column.y += height + ui.px(space::small);
    const float width = std::min(column.width(), button_width(ui, ask, look));
    const bool clicked = button(ui, "debrief.whatif.ask",
                                Box{column.x1 - width, column.y, column.x1, column.y + control_height(ui)}, ask, look)
                             .clicked;
    column.y += control_height(ui) + ui.px(space::small);
    if ((clicked || r.submitted) && !own.instead.buffer.empty())
        out.push_back(intent::AskWhatIf{turn.index, scenarios::Input::say(to_bytes(own.instead.buffer.text()))});
}

}  // namespace

void what_if_questions(Ui& ui, Scroll& column, const TurnView& turn, const std::vector<Alternative>& alternatives,
                       const Speech& speech, DebriefScreen& own, Intents& out) {
    column.y += paragraph(ui, column.x0, column.y, column.width(), speech.words("desktop.whatif.heading"), Type::strong,
                          ui.theme->text);
    column.y += paragraph(ui, column.x0, column.y, column.width(), speech.words("desktop.whatif.hint"), Type::label,
                          ui.theme->text_muted) +
                ui.px(space::small);
    for (std::size_t i = 0; i < alternatives.size(); ++i)
        if (question(ui, column, alternatives[i], "debrief.whatif." + std::to_string(i)))
            out.push_back(intent::AskWhatIf{turn.index, alternatives[i].input});
    own_words(ui, column, turn, speech, own, out);
}

void what_if_card(Ui& ui, Scroll& column, const WhatIfView& w, const Speech& speech, Intents& out) {
    const Theme& t = *ui.theme;
    const app::Words& words = speech.words;
    const float pad = ui.px(14);
    const float width = column.width() - 2 * pad;
    std::string answer;
    for (const OwnerBubble& b : w.answer) answer += (answer.empty() ? "" : "\n") + b.text;
    const std::string said = "「" + w.said + "」";
    const float head = ui.scale.leading(Type::strong);
    const float figure = ui.scale.leading(Type::heading);
    const float curve = ui.wide(130);
    const float height = head + paragraph_height(ui, width, said, Type::label) + ui.px(space::small) +
                         paragraph_height(ui, width, answer, Type::label) + ui.px(space::small) + figure +
                         paragraph_height(ui, width, w.ending, Type::label) +
                         paragraph_height(ui, width, w.note, Type::caption) + ui.px(space::small) + curve + 2 * pad;
    const Box box{column.x0, column.y, column.x1, column.y + height};
    fill(ui, box, t.info.soft, ui.px(radius_control));
    outline(ui, box, t.info.strong, ui.px(radius_control), std::max(1.0f, ui.scale.screen));
    const float side = ui.wide(28);
    if (icon_button(ui, "debrief.whatif.close",
                    Box{box.x1 - side - ui.px(4), box.y0 + ui.px(4), box.x1 - ui.px(4), box.y0 + ui.px(4) + side},
                    Icon::cross, words("desktop.whatif.close")))
        out.push_back(intent::CloseWhatIf{});
    const float x = box.x0 + pad;
    float y = box.y0 + pad;
    text_in(ui, Box{x, y, box.x1 - pad - side, y + head}, w.title, Type::strong, t.info.strong);
    y += head;
    y += paragraph(ui, x, y, width, said, Type::label, t.text) + ui.px(space::small);
    y += paragraph(ui, x, y, width, answer, Type::label, t.text_muted) + ui.px(space::small);
    Box row{x, y, box.x1 - pad, y + figure};
    const float score = text_width(ui, w.score, Type::heading) + ui.px(space::medium);
    text_in(ui, row.cut_left(score), w.score, Type::heading, t.text);
    const Tone& tone = w.better ? t.good : w.change == "±0" ? t.info : t.bad;
    const auto sign = static_cast<float>(ui.scale.em(Type::lead));
    if (w.change != "±0") {
        draw_icon(ui, w.better ? Icon::up : Icon::down, row.cut_left(sign).centred(sign, sign), tone.strong);
        row.cut_left(ui.px(space::tight));
    }
    text_in(ui, row, words("desktop.whatif.change", {{"change", w.change}}), Type::lead, tone.strong);
    y += figure;
    y += paragraph(ui, x, y, width, w.ending, Type::label, t.text);
    y += paragraph(ui, x, y, width, w.note, Type::caption, t.text_muted) + ui.px(space::small);
    CurveSpec spec;
    spec.selected = w.turn;
    spec.was = &w.was;
    (void)mood_curve_ui(ui, "debrief.whatif.curve", Box{x, y, box.x1 - pad, y + curve}, w.course, speech, spec);
    tag(ui, "debrief.whatif.shown", box, "what-if", w.change);
    column.y += height + ui.px(space::medium);
}

}  // namespace huashu::desktop
