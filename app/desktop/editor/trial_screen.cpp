// Playing what is being written, beside it: choices and typed replies, and under each turn the conditions that made the
// owner do what he did, and those that were against it.
#include <algorithm>

#include "desktop/editor/author_parts.hpp"
#include "desktop/text/utf.hpp"
#include "desktop/ui/scroll.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {
namespace {

struct TrialMood {
    const char* key;
    int scenarios::Mood::*value;
};
constexpr TrialMood trial_moods[] = {
    {"anger", &scenarios::Mood::anger}, {"trust", &scenarios::Mood::trust}, {"patience", &scenarios::Mood::patience}};

scenarios::Mood mood_of_file(const AuthorDesk& desk) {
    const app::Tree& mood = desk.document.root()["mood"];
    return {static_cast<int>(mood["anger"].integer(50)), static_cast<int>(mood["trust"].integer(50)),
            static_cast<int>(mood["patience"].integer(50))};
}

// A value of 0..100 on a bar: drag it, or Left and Right.
void mood_slider(Ui& ui, Box box, const std::string& id, const std::string& label, int& value) {
    const Theme& t = *ui.theme;
    Box words = box.cut_left(ui.wide(68));
    text_in(ui, words, label, Type::caption, t.text_muted);
    const Box figure = box.cut_right(ui.wide(34));
    const Response r = interact(ui, id, box, {.kind = "slider", .text = std::to_string(value)});
    const float height = ui.px(6);
    const Box track{box.x0, box.mid_y() - height / 2, box.x1, box.mid_y() + height / 2};
    fill(ui, track, t.sunken, height / 2);
    outline(ui, track, t.line_strong, height / 2);
    const float at = track.x0 + track.w() * static_cast<float>(value) / 100.0f;
    if (at > track.x0 + 1) fill(ui, Box{track.x0, track.y0, at, track.y1}, t.accent.strong, height / 2);
    circle(ui, at, track.mid_y(), ui.px(7), t.accent.strong);
    text_in(ui, figure, std::to_string(value), Type::label, t.text, Align::right);
    if (r.held) value = static_cast<int>(100 * (ui.input.mouse_x - track.x0) / std::max(1.0f, track.w()));
    if (ui.focus.has(r.id) && ui.blocked == 0) {
        if (ui.take_key(Key::left, {}, true)) value -= 5;
        if (ui.take_key(Key::right, {}, true)) value += 5;
    }
    value = std::clamp(value, 0, 100);
    if (r.focused) focus_ring(ui, box, ui.px(6));
}

// Where and how to begin.
void trial_setting(Ui& ui, Scroll& column, const AuthorDesk& desk, const Speech& speech, AuthorScreen& own,
                   AuthorWishes& out) {
    const Theme& t = *ui.theme;
    if (!own.trial_mood_set) {
        own.trial_mood = mood_of_file(desk);
        own.trial_mood_set = true;
    }
    const float pad = ui.px(space::medium);
    const float row = ui.scale.leading(Type::label) + ui.px(2);
    const Box card{column.x0, column.y, column.x1,
                   column.y + 2 * pad + 4 * row + 2 * (control_height(ui) + ui.px(space::small))};
    card_ground(ui, card, ui.px(radius_control));
    Box inner = card.inset(pad);
    text_in(ui, inner.cut_top(row), speech.words("desktop.author.trial_mood"), Type::label, t.text);
    for (const TrialMood& each : trial_moods)
        mood_slider(ui, inner.cut_top(row), std::string("author.trial.") + each.key,
                    speech.words(std::string("name.mood.") + each.key), own.trial_mood.*each.value);
    inner.cut_top(ui.px(space::small));
    const bool is_stage = app::lies_in(desk.selected, "/stages");
    const app::Tree& stage = app::at(desk.document.root(), is_stage ? desk.selected : "/stages/0");
    const std::string& title = stage["title"].text().empty() ? stage["id"].text() : stage["title"].text();
    bool cut = false;
    const std::string label = ui.text().fitted(speech.words("desktop.author.trial_here", {{"title", title}}),
                                               ui.style(Type::body), inner.w() - ui.wide(60), cut);
    if (button(ui, "author.trial.here", inner.cut_top(control_height(ui)), label,
               {.look = ButtonLook::primary, .icon = Icon::play}))
        ask(out, wish::BeginTrial{{stage["id"].text(), own.trial_mood, 1}});
    inner.cut_top(ui.px(space::small));
    if (button(ui, "author.trial.start", inner.cut_top(control_height(ui)), speech.words("desktop.author.trial_start"),
               {.icon = Icon::home})) {
        own.trial_mood = mood_of_file(desk);
        ask(out, wish::BeginTrial{{"", own.trial_mood, 1}});
    }
    column.y = card.y1 + ui.px(space::medium);
}

void trial_bubble(Ui& ui, Scroll& column, const TrialLine& line) {
    const Theme& t = *ui.theme;
    const bool owner = line.who == TrialLine::Who::owner;
    const float pad = ui.px(10);
    const float most = column.width() * 0.88f - 2 * pad;
    const float width = std::min(most, text_width(ui, line.text, Type::label) + 1);
    const float text = paragraph_height(ui, width, line.text, Type::label);
    const float x = owner ? column.x0 : column.x1 - width - 2 * pad;
    const Box box{x, column.y, x + width + 2 * pad, column.y + text + 2 * ui.px(6)};
    fill(ui, box, owner ? t.bubble_owner : t.bubble_staff, ui.px(10));
    if (owner) outline(ui, box, t.line, ui.px(10));
    paragraph(ui, box.x0 + pad, box.y0 + ui.px(6), width, line.text, Type::label, t.text);
    column.y = box.y1 + ui.px(3);
    if (owner) return;
    const float row = ui.scale.leading(Type::caption);
    std::string note = line.note;
    if (line.score >= 0) note += (note.empty() ? "" : "　") + std::to_string(line.score);
    text_in(ui, Box{column.x0, column.y, column.x1, column.y + row}, note, Type::caption, t.text_muted, Align::right);
    column.y += row + ui.px(3);
}

void reason_line(Ui& ui, Scroll& column, const ReasonRow& row, const Speech& speech, AuthorWishes& out) {
    const Theme& t = *ui.theme;
    const float sign = ui.wide(13);
    const float x = column.x0 + sign + ui.px(space::small);
    const float width = column.x1 - x - ui.px(space::small);
    std::string text = row.label + (row.condition.empty() ? "" : "：" + row.condition);
    const float height =
        paragraph_height(ui, width, text, Type::caption) + (row.against.empty() ? 0 : ui.scale.leading(Type::caption));
    const Box box{column.x0, column.y, column.x1, column.y + height + ui.px(4)};
    column.y = box.y1 + ui.px(2);
    if (!row.pointer.empty()) {
        const Response r = interact(
            ui, "author.reason." + row.pointer + (row.held ? "+" : "-") + std::to_string(static_cast<int>(box.y0)), box,
            {.kind = "reason", .text = text});
        if (r.hovered) fill(ui, box, with_alpha(t.accent.strong, 0.07f), ui.px(5));
        if (r.focused) focus_ring(ui, box, ui.px(5));
        if (r.clicked) ask(out, wish::Reveal{row.pointer});
    }
    const float top = box.y0 + ui.px(2) + (ui.scale.leading(Type::caption) - sign) / 2;
    draw_icon(ui, row.held ? Icon::check : Icon::cross, Box{box.x0, top, box.x0 + sign, top + sign},
              row.held ? t.good.strong : t.text_faint);
    const float y = box.y0 + ui.px(2) +
                    paragraph(ui, x, box.y0 + ui.px(2), width, text, Type::caption, row.held ? t.text : t.text_muted);
    if (row.against.empty()) return;
    bool cut = false;
    const Box last{x, y, x + width, y + ui.scale.leading(Type::caption)};
    const std::string against = speech.words("desktop.author.against", {{"keys", row.against}});
    text_in(ui, last, ui.text().fitted(against, ui.style(Type::caption), last.w(), cut), Type::caption, t.bad.strong);
}

void reasons_of_turn(Ui& ui, Scroll& column, const TrialTurn& turn, bool others, const Speech& speech,
                     AuthorWishes& out) {
    const Theme& t = *ui.theme;
    const float top = column.y;
    if (!turn.mood.empty())
        column.y +=
            paragraph(ui, column.x0, column.y, column.width(), turn.mood, Type::caption, t.text_muted) + ui.px(2);
    for (const ReasonRow& row : turn.fired) reason_line(ui, column, row, speech, out);
    if (others)
        for (const ReasonRow& row : turn.others) reason_line(ui, column, row, speech, out);
    if (column.y > top) line(ui, column.x0, column.y + ui.px(4), column.x1, column.y + ui.px(4), t.line);
    column.y += ui.px(space::medium);
}

void offered_ui(Ui& ui, Scroll& column, const AuthorTrial& trial, const Speech& speech, AuthorScreen& own,
                AuthorWishes& out) {
    const Theme& t = *ui.theme;
    for (const scenarios::Choice& choice : trial.talk.choices) {
        const float pad = ui.px(10);
        const float letter = ui.wide(20);
        const float width = column.width() - 2 * pad - letter;
        const float height = paragraph_height(ui, width, choice.text, Type::label) + 2 * ui.px(6);
        const Box box{column.x0, column.y, column.x1, column.y + height};
        const Response r =
            interact(ui, "author.trial.choice." + choice.id, box, {.kind = "choice", .text = choice.text});
        const Color color = choice.quality == scenarios::Quality::best  ? t.good.strong
                            : choice.quality == scenarios::Quality::bad ? t.bad.strong
                                                                        : t.warn.strong;
        fill(ui, box, r.hovered ? mix(t.surface, t.accent.strong, 0.08f) : t.surface, ui.px(8));
        outline(ui, box, t.line_strong, ui.px(8));
        text_in(ui,
                Box{box.x0 + pad, box.y0, box.x0 + pad + letter, box.y0 + ui.scale.leading(Type::label) + ui.px(12)},
                choice.id, Type::strong, color);
        paragraph(ui, box.x0 + pad + letter, box.y0 + ui.px(6), width, choice.text, Type::label, t.text);
        if (r.focused) focus_ring(ui, box, ui.px(8));
        if (r.clicked) ask(out, wish::SayInTrial{scenarios::Input::choose(choice.id)});
        column.y = box.y1 + ui.px(5);
    }
    const float height = ui.scale.leading(Type::label) * 2 + 2 * ui.px(space::small);
    const EditorResult typed =
        editor(ui, "author.trial.reply", Box{column.x0, column.y, column.x1, column.y + height}, own.reply,
               {.placeholder = speech.words("desktop.author.trial_type"),
                .label = speech.words("desktop.author.trial_type"),
                .type = Type::label});
    column.y += height + ui.px(space::small);
    if (typed.submitted && !own.reply.buffer.empty()) {
        ask(out, wish::SayInTrial{scenarios::Input::say(to_bytes(own.reply.buffer.text()))});
        own.reply.buffer.set_text({});
    }
    const std::string& silent = speech.words("desktop.author.trial_silent");
    Box row{column.x0, column.y, column.x1, column.y + control_height(ui)};
    if (button(ui, "author.trial.silent", row.cut_left(button_width(ui, silent)), silent))
        ask(out, wish::SayInTrial{scenarios::Input::stay_silent()});
    column.y = row.y1 + ui.px(space::small);
}

}  // namespace

void trial_ui(Ui& ui, Box box, const AuthorDesk& desk, const SideView& view, const Speech& speech, AuthorScreen& own,
              AuthorWishes& out) {
    Scroll column(ui, "author.trial", box, ui.px(space::large));
    trial_setting(ui, column, desk, speech, own, out);
    if (!desk.trial) {
        const Box rest{column.x0, column.y, column.x1, std::max(column.y + ui.wide(220), box.y1 - ui.px(space::large))};
        empty_state(ui, rest, Icon::play, speech.words("desktop.author.no_trial_title"),
                    speech.words("desktop.author.no_trial"));
        column.y = rest.y1;
        return;
    }
    for (const TrialLine& line : view.opening) trial_bubble(ui, column, line);
    column.y += ui.px(space::small);
    for (std::size_t i = 0; i < view.turns.size(); ++i) {
        for (const TrialLine& line : view.turns[i].lines) trial_bubble(ui, column, line);
        reasons_of_turn(ui, column, view.turns[i], i + 1 == view.turns.size(), speech, out);
    }
    if (desk.trial->talk.ending) {
        column.y +=
            paragraph(ui, column.x0, column.y, column.width(), view.trial_ending, Type::strong, ui.theme->text) +
            ui.px(space::small);
        const ButtonSpec keep{.look = ButtonLook::primary,
                              .icon = Icon::star,
                              .enabled = desk.trial->can_be_kept,
                              .hint = speech.words("desktop.author.keep_play_hint")};
        if (button(ui, "author.trial.keep", Box{column.x0, column.y, column.x1, column.y + control_height(ui)},
                   speech.words("desktop.author.keep_play"), keep))
            ask(out, wish::KeepPlay{});
        column.y += control_height(ui) + ui.px(space::small);
    } else {
        offered_ui(ui, column, *desk.trial, speech, own, out);
    }
    if (!view.turns.empty()) {
        const std::string& back = speech.words("desktop.author.take_back");
        const ButtonSpec look{.look = ButtonLook::quiet, .icon = Icon::rewind};
        if (button(ui, "author.trial.back",
                   Box{column.x0, column.y, column.x0 + button_width(ui, back, look), column.y + control_height(ui)},
                   back, look))
            ask(out, wish::TakeBack{});
        column.y += control_height(ui);
    }
    if (own.shown_turns != view.turns.size()) column.to_bottom();
    own.shown_turns = view.turns.size();
    if (!ui.editing_text) column.take_page_keys();
}

}  // namespace huashu::desktop
