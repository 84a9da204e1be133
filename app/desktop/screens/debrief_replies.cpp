#include "desktop/screens/bubbles.hpp"
#include "desktop/screens/debrief_tabs.hpp"
#include "desktop/ui/scroll.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {
namespace {

// --- left: the transcript ---

float selectable_turn(Ui& ui, Scroll& column, const TurnView& turn, bool selected, const Speech& speech, Intents& out) {
    const Theme& t = *ui.theme;
    const float pad = ui.px(space::small);
    const Box lane{column.x0 + pad, 0, column.x1 - pad, 0};
    const float text_w = lane.w() * 0.84f - ui.px(28);
    const std::string& words = turn.silent ? speech.words("desktop.turn.silent") : turn.reply.text;
    const float height = paragraph_height(ui, text_w, words, Type::body) + ui.px(18) + 2 * pad;
    const Box box{column.x0, column.y, column.x1, column.y + height};
    const Response r = interact(ui, "debrief.turn." + std::to_string(turn.index), box,
                                {.kind = "turn", .text = words, .selected = selected});
    if (selected) {
        fill(ui, box, with_alpha(t.accent.strong, 0.10f), ui.px(radius_card));
        fill(ui, Box{box.x0, box.y0 + pad, box.x0 + ui.px(4), box.y1 - pad}, t.accent.strong, ui.px(2));
    } else if (r.hovered) {
        fill(ui, box, with_alpha(t.accent.strong, 0.05f), ui.px(radius_card));
    }
    staff_bubble(ui, lane, column.y + pad, turn, speech, false);
    if (r.focused) focus_ring(ui, box, ui.px(radius_card));
    if (r.clicked) out.push_back(intent::SelectTurn{turn.index});
    return height;
}

void owner_says(Ui& ui, Scroll& column, const std::vector<OwnerBubble>& bubbles, const PlayView& talk,
                const scenarios::Mood& mood) {
    bool first = true;
    for (const OwnerBubble& b : bubbles) {
        column.y +=
            owner_bubble(ui, Box{column.x0, 0, column.x1, 0}, column.y, b, talk.likeness, mood, first) + ui.px(6);
        first = false;
    }
    column.y += ui.px(space::small);
}

void transcript(Ui& ui, Box box, const DebriefState& debrief, const DebriefView& view, const Speech& speech,
                DebriefScreen& own, Intents& out) {
    Scroll column(ui, "debrief.transcript", box, ui.px(space::wide));
    owner_says(ui, column, view.talk.opening, view.talk, view.talk.initial);
    for (const TurnView& turn : view.talk.turns) {
        const bool selected = turn.index == debrief.selected_turn;
        const float top = column.y;
        column.y += selectable_turn(ui, column, turn, selected, speech, out);
        if (selected && own.shown_turn != turn.index) {
            own.shown_turn = turn.index;
            column.reveal(Box{column.x0, top, column.x1, column.y});
        }
        column.y += ui.px(space::small);
        owner_says(ui, column, turn.owner, view.talk, turn.after);
    }
}

// --- right: what is to be said about the selected reply ---

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

void model_card(Ui& ui, Scroll& column, const std::string& model, const Speech& speech) {
    if (model.empty()) return;
    const Theme& t = *ui.theme;
    const float pad = ui.px(14);
    const float width = column.width() - 2 * pad;
    const float label = ui.scale.leading(Type::strong);
    const float height = label + paragraph_height(ui, width, model, Type::body) + 2 * pad;
    const Box box{column.x0, column.y, column.x1, column.y + height};
    fill(ui, box, t.good.soft, ui.px(radius_control));
    if (t.card_line > 1) outline(ui, box, t.line, ui.px(radius_control), t.card_line);
    text_in(ui, Box{box.x0 + pad, box.y0 + pad, box.x1 - pad, box.y0 + pad + label},
            speech.words("desktop.debrief.model"), Type::strong, t.good.strong);
    paragraph(ui, box.x0 + pad, box.y0 + pad + label, width, model, Type::body, t.text);
    tag(ui, "debrief.model", box, "model", model);
    column.y += height + ui.px(space::medium);
}

void about_turn(Ui& ui, Box box, const TurnView& turn, const Speech& speech, Intents& out) {
    const Theme& t = *ui.theme;
    const app::Words& words = speech.words;
    line(ui, box.x0, box.y0, box.x0, box.y1, t.line);
    Scroll column(ui, "debrief.about", box, ui.px(space::wide));
    const float row = ui.scale.leading(Type::title);
    Box head{column.x0, column.y, column.x1, column.y + row};
    const std::string score = words("desktop.debrief.reply_score", {{"score", std::to_string(turn.score)}});
    text_in(ui, head.cut_right(text_width(ui, score, Type::lead) + 1), score, Type::lead,
            tone_of_score(t, turn.score).strong, Align::right);
    text_in(ui, head, words("desktop.debrief.turn", {{"number", std::to_string(turn.index + 1)}}), Type::title, t.text);
    column.y += row;
    column.y += paragraph(ui, column.x0, column.y, column.width(), turn.stage + "　" + turn.mood_line, Type::label,
                          t.text_muted) +
                ui.px(space::medium);
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
    model_card(ui, column, turn.model_reply, speech);
    const ButtonSpec look{.icon = Icon::rewind, .hint = words("desktop.debrief.rewind_hint")};
    const std::string& label = words("desktop.debrief.rewind");
    const float width = std::min(column.width(), button_width(ui, label, look));
    if (button(ui, "debrief.rewind", Box{column.x0, column.y, column.x0 + width, column.y + control_height(ui)}, label,
               look))
        out.push_back(intent::RewindTo{turn.index});
    column.y += control_height(ui);
    column.take_page_keys();
}

}  // namespace

void debrief_replies_ui(Ui& ui, Box box, const DebriefState& debrief, const DebriefView& view, const Speech& speech,
                        DebriefScreen& own, Intents& out) {
    if (view.talk.turns.empty())
        return empty_state(ui, box, Icon::chat, speech.words("desktop.debrief.no_turns_title"),
                           speech.words("desktop.debrief.no_turns"));
    const bool beside = box.w() > ui.wide(700);
    const Box about = beside ? box.cut_right(box.w() * 0.47f) : box.cut_bottom(box.h() * 0.55f);
    const auto selected = static_cast<std::size_t>(debrief.selected_turn);
    transcript(ui, box, debrief, view, speech, own, out);
    if (selected < view.talk.turns.size()) about_turn(ui, about, view.talk.turns[selected], speech, out);
}

}  // namespace huashu::desktop
