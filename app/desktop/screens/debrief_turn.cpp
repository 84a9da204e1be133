// One reply of the debrief: what it broke, what it did, how it could have been said, and what would have come of that.
#include "desktop/screens/bubbles.hpp"
#include "desktop/screens/debrief_tabs.hpp"
#include "desktop/ui/scroll.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {
namespace {

void finding_card(Ui& ui, Scroll& column, const FindingView& f, const Speech& speech, std::size_t index) {
    const Theme& t = *ui.theme;
    const Tone tone = tone_of(t, f.weighting);
    const float pad = ui.px(14);
    const float width = column.width() - 2 * pad - ui.px(4);
    const std::string quote = f.quote.empty() ? "" : "「" + f.quote + "」";
    const float head = ui.scale.leading(Type::strong);
    const float label = ui.scale.leading(Type::caption);
    const float height = head + paragraph_height(ui, width, quote, Type::body) +
                         paragraph_height(ui, width, f.reason, Type::label) + ui.px(space::small) +
                         (f.instead.empty() ? 0 : label + paragraph_height(ui, width, f.instead, Type::body)) + 2 * pad;
    const Box box{column.x0, column.y, column.x1, column.y + height};
    card_ground(ui, box, ui.px(radius_control));
    fill(ui, Box{box.x0 + ui.px(5), box.y0 + pad, box.x0 + ui.px(9), box.y1 - pad}, tone.strong, ui.px(2));
    const float x = box.x0 + pad + ui.px(4);
    float y = box.y0 + pad;
    Box line_box{x, y, box.x1 - pad, y + head};
    const std::string right = (f.points.empty() ? "" : f.points + "　") + f.source;
    text_in(ui, line_box.cut_right(text_width(ui, right, Type::label) + 1), right, Type::label, t.text_muted,
            Align::right);
    const std::string title = f.severity.empty() ? f.label : f.label + "（" + f.severity + "）";
    text_in(ui, line_box, title, Type::strong, tone.strong);
    y += head;
    y += paragraph(ui, x, y, width, quote, Type::body, t.text);
    y += paragraph(ui, x, y, width, f.reason, Type::label, t.text_muted) + ui.px(space::small);
    if (!f.instead.empty()) {
        text_in(ui, Box{x, y, box.x1 - pad, y + label}, speech.words("desktop.debrief.instead"), Type::caption,
                t.good.strong);
        y += label;
        paragraph(ui, x, y, width, f.instead, Type::body, t.text);
    }
    tag(ui, "debrief.finding." + std::to_string(index), box, "finding", f.quote);
    column.y += height + ui.px(space::medium);
}

void act_row(Ui& ui, Scroll& column, const ActView& a, std::size_t index) {
    const Theme& t = *ui.theme;
    const float sign = ui.wide(18);
    const float row = ui.scale.leading(Type::label);
    const float top = column.y;
    draw_icon(ui, Icon::check, Box{column.x0, top + (row - sign) / 2, column.x0 + sign, top + (row + sign) / 2},
              t.good.strong);
    const float x = column.x0 + sign + ui.px(space::small);
    const float source = text_width(ui, a.source, Type::caption) + ui.px(space::small);
    text_in(ui, Box{column.x1 - source, top, column.x1, top + row}, a.source, Type::caption, t.text_faint,
            Align::right);
    column.y += paragraph(ui, x, top, column.x1 - x - source, a.label + "：「" + a.quote + "」", Type::label, t.text);
    tag(ui, "debrief.act." + std::to_string(index), Box{column.x0, top, column.x1, column.y}, "act", a.label);
    column.y += ui.px(space::tight);
}

void block_heading(Ui& ui, Scroll& column, std::string_view text) {
    column.y +=
        paragraph(ui, column.x0, column.y, column.width(), text, Type::strong, ui.theme->text) + ui.px(space::tight);
}

// What was said and the model reply, side by side where there is room, so that eyes can go to and fro.
void side_by_side(Ui& ui, Scroll& column, const TurnView& turn, const Speech& speech) {
    const Theme& t = *ui.theme;
    const bool has_model = !turn.model_reply.empty();
    const float gap = ui.px(space::medium);
    const bool beside = has_model && column.width() > ui.wide(460);
    const float card = beside ? (column.width() - gap) / 2 : column.width();
    const float pad = ui.px(14);
    const float width = card - 2 * pad;
    const float label = ui.scale.leading(Type::caption);
    const std::string& said = turn.silent ? speech.words("desktop.turn.silent") : turn.reply.text;
    const float said_h = label + paragraph_height(ui, width, said, Type::body) + 2 * pad;
    const float model_h = has_model ? label + paragraph_height(ui, width, turn.model_reply, Type::body) + 2 * pad : 0;
    const float height = beside ? std::max(said_h, model_h) : said_h;
    const Box mine{column.x0, column.y, column.x0 + card, column.y + height};
    fill(ui, mine, t.bubble_staff, ui.px(radius_control));
    if (t.card_line > 1) outline(ui, mine, t.line, ui.px(radius_control), t.card_line);
    text_in(ui, Box{mine.x0 + pad, mine.y0 + pad, mine.x1 - pad, mine.y0 + pad + label},
            speech.words("desktop.debrief.yours"), Type::caption, t.text_muted);
    if (turn.silent)
        paragraph(ui, mine.x0 + pad, mine.y0 + pad + label, width, said, Type::body, t.text_faint);
    else
        marked_paragraph(ui, mine.x0 + pad, mine.y0 + pad + label, width, turn.reply, Type::body, t.text);
    tag(ui, "debrief.yours", mine, "reply", said);
    if (!beside) column.y += said_h + ui.px(space::small);
    if (has_model) {
        const float x = beside ? mine.x1 + gap : column.x0;
        const Box model{x, column.y, x + card, column.y + (beside ? height : model_h)};
        fill(ui, model, t.good.soft, ui.px(radius_control));
        if (t.card_line > 1) outline(ui, model, t.line, ui.px(radius_control), t.card_line);
        text_in(ui, Box{model.x0 + pad, model.y0 + pad, model.x1 - pad, model.y0 + pad + label},
                speech.words("desktop.debrief.model"), Type::caption, t.good.strong);
        paragraph(ui, model.x0 + pad, model.y0 + pad + label, width, turn.model_reply, Type::body, t.text);
        tag(ui, "debrief.model", model, "model", turn.model_reply);
        column.y = model.y1;
    }
    column.y += ui.px(space::medium);
}

void missing_rows(Ui& ui, Scroll& column, const TurnView& turn, const Speech& speech) {
    if (turn.missing.empty()) return;
    const Theme& t = *ui.theme;
    block_heading(ui, column, speech.words("desktop.debrief.missing"));
    const float sign = ui.wide(18);
    const float row = ui.scale.leading(Type::label);
    const float top = column.y;
    for (const std::string& m : turn.missing) {
        draw_icon(ui, Icon::minus,
                  Box{column.x0, column.y + (row - sign) / 2, column.x0 + sign, column.y + (row + sign) / 2},
                  t.warn.strong);
        const float x = column.x0 + sign + ui.px(space::small);
        column.y += paragraph(ui, x, column.y, column.x1 - x, m, Type::label, t.text_muted) + ui.px(space::hair);
    }
    tag(ui, "debrief.missing", Box{column.x0, top, column.x1, column.y}, "missing", turn.missing.front());
    column.y += ui.px(space::medium);
}

void turn_head(Ui& ui, Scroll& column, const TurnView& turn, bool lost_here, const Speech& speech) {
    const Theme& t = *ui.theme;
    const app::Words& words = speech.words;
    const float row = ui.scale.leading(Type::title);
    Box head{column.x0, column.y, column.x1, column.y + row};
    const std::string score = words("desktop.debrief.reply_score", {{"score", std::to_string(turn.score)}});
    text_in(ui, head.cut_right(text_width(ui, score, Type::lead) + 1), score, Type::lead,
            tone_of_score(t, turn.score).strong, Align::right);
    text_in(ui, head, words("desktop.debrief.turn", {{"number", std::to_string(turn.index + 1)}}), Type::title, t.text);
    column.y += row;
    column.y += paragraph(ui, column.x0, column.y, column.width(), turn.stage + "　" + turn.mood_line, Type::label,
                          t.text_muted) +
                ui.px(space::small);
    if (!lost_here) return;
    const std::string& label = words("desktop.debrief.no_return_here");
    chip(ui, column.x0, column.y, label, {t.bad, Icon::flag});
    column.y += chip_height(ui) + ui.px(space::small);
}

}  // namespace

void debrief_turn_ui(Ui& ui, Box box, const DebriefView& view, std::size_t index, const Speech& speech,
                     DebriefScreen& own, Intents& out) {
    const Theme& t = *ui.theme;
    const app::Words& words = speech.words;
    const TurnView& turn = view.talk.turns[index];
    line(ui, box.x0, box.y0, box.x0, box.y1, t.line);
    Scroll column(ui, "debrief.about", box, ui.px(space::wide));
    turn_head(ui, column, turn, view.no_return == turn.index, speech);
    if (view.what_if && view.what_if->turn == turn.index) what_if_card(ui, column, *view.what_if, speech, out);
    side_by_side(ui, column, turn, speech);
    for (std::size_t i = 0; i < turn.findings.size(); ++i) finding_card(ui, column, turn.findings[i], speech, i);
    if (!turn.acts.empty()) {
        block_heading(ui, column, words("desktop.debrief.did_well"));
        for (std::size_t i = 0; i < turn.acts.size(); ++i) act_row(ui, column, turn.acts[i], i);
        column.y += ui.px(space::medium);
    }
    if (turn.findings.empty() && turn.acts.empty())
        column.y += paragraph(ui, column.x0, column.y, column.width(), words("desktop.turn.nothing"), Type::label,
                              t.text_muted) +
                    ui.px(space::medium);
    missing_rows(ui, column, turn, speech);
    const ButtonSpec look{.icon = Icon::rewind, .hint = words("desktop.debrief.rewind_hint")};
    const std::string& label = words("desktop.debrief.rewind");
    const float width = std::min(column.width(), button_width(ui, label, look));
    if (button(ui, "debrief.rewind", Box{column.x0, column.y, column.x0 + width, column.y + control_height(ui)}, label,
               look))
        out.push_back(intent::RewindTo{turn.index});
    if (own.may_write && !turn.silent) {
        column.y += control_height(ui) + ui.px(space::small);
        const ButtonSpec pen{.icon = Icon::pen, .hint = words("desktop.rules.as_example_hint")};
        const std::string& as_example = words("desktop.rules.as_example");
        const float wide = std::min(column.width(), button_width(ui, as_example, pen));
        const Box at{column.x0, column.y, column.x0 + wide, column.y + control_height(ui)};
        if (button(ui, "debrief.as_example", at, as_example, pen)) own.example = turn.index;
    }
    column.y += control_height(ui) + ui.px(space::large);
    if (index < view.alternatives.size())
        what_if_questions(ui, column, turn, view.alternatives[index], speech, own, out);
    if (own.shown_what_if != own.what_if_revision) {
        own.shown_what_if = own.what_if_revision;
        if (view.what_if) column.to_top();
    }
    if (!ui.editing_text) column.take_page_keys();
}

}  // namespace huashu::desktop
