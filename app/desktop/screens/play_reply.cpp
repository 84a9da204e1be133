#include <algorithm>

#include "desktop/screens/bubbles.hpp"
#include "desktop/screens/play_panels.hpp"
#include "desktop/state/exam_intent.hpp"
#include "desktop/text/utf.hpp"
#include "desktop/ui/scroll.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {
namespace {

constexpr Key digit_keys[] = {Key::digit1, Key::digit2, Key::digit3, Key::digit4, Key::digit5,
                              Key::digit6, Key::digit7, Key::digit8, Key::digit9};

bool choice_card(Ui& ui, Scroll& column, const ChoiceRow& choice, std::size_t index) {
    const Theme& t = *ui.theme;
    const std::string number = std::to_string(index + 1);
    const float pad = ui.px(space::medium);
    const float key = keycap_width(ui, number) + ui.px(space::medium);
    const float width = column.width() - 2 * pad - key;
    const float height = paragraph_height(ui, width, choice.text, Type::label) + 2 * ui.px(9);
    const Box box{column.x0, column.y, column.x1, column.y + height};
    const Response r = interact(ui, "play.choice." + choice.id, box, {.kind = "choice", .text = choice.text});
    const float radius = ui.px(radius_control);
    fill(ui, box, r.hovered || r.focused ? mix(t.surface, t.accent.strong, 0.08f) : t.surface, radius);
    outline(ui, box, r.hovered ? t.accent.strong : t.line, radius, std::max(1.0f, ui.theme->card_line));
    keycap(ui, box.x0 + pad, box.y0 + ui.px(9) + ui.scale.leading(Type::label) / 2, number);
    paragraph(ui, box.x0 + pad + key, box.y0 + ui.px(9), width, choice.text, Type::label, t.text);
    if (r.focused) focus_ring(ui, box, radius);
    column.y += height + ui.px(space::small);
    return r.clicked;
}

void heading(Ui& ui, Scroll& column, std::string_view text, std::string_view aside) {
    const float row = ui.scale.leading(Type::strong);
    Box box{column.x0, column.y, column.x1, column.y + row};
    if (!aside.empty()) {
        const float width = std::min(text_width(ui, aside, Type::caption) + 1, box.w() * 0.6f);
        text_in(ui, box.cut_right(width), aside, Type::caption, ui.theme->text_faint, Align::right);
        box.cut_right(ui.px(space::small));
    }
    text_in(ui, box, text, Type::strong, ui.theme->text);
    column.y += row + ui.px(space::tight);
}

// --- the coach ---

void finding_line(Ui& ui, Scroll& column, const FindingView& f) {
    const Tone tone = tone_of(*ui.theme, f.weighting);
    const float sign = ui.wide(17);
    const float row = ui.scale.leading(Type::label);
    draw_icon(ui, Icon::warning,
              Box{column.x0, column.y + (row - sign) / 2, column.x0 + sign, column.y + (row + sign) / 2}, tone.strong);
    const float x = column.x0 + sign + ui.px(space::small);
    const std::string head = f.label + (f.quote.empty() ? "" : "「" + f.quote + "」");
    column.y += paragraph(ui, x, column.y, column.x1 - x, head, Type::label, tone.strong);
    column.y += paragraph(ui, x, column.y, column.x1 - x, f.instead, Type::label, ui.theme->text_muted);
    column.y += ui.px(space::tight);
}

void coach_ui(Ui& ui, Scroll& column, const CoachView& coach, const Speech& speech) {
    const Theme& t = *ui.theme;
    const app::Words& words = speech.words;
    const float top = column.y;
    for (const FindingView& f : coach.findings) finding_line(ui, column, f);
    std::vector<ChipItem> chips;
    for (const std::string& act : coach.acts) chips.push_back({act, t.good, Icon::check});
    const float chips_height = chip_rows(ui, column.x0, column.y, column.width(), chips);
    if (chips_height > 0) column.y += chips_height + ui.px(space::small);
    if (!coach.missing.empty()) {
        column.y += paragraph(ui, column.x0, column.y, column.width(), words("desktop.coach.missing"), Type::caption,
                              t.text_faint);
        for (const std::string& m : coach.missing)
            column.y += paragraph(ui, column.x0, column.y, column.width(), "・" + m, Type::label, t.text_muted);
    }
    if (column.y > top) tag(ui, "play.coach", Box{column.x0, top, column.x1, column.y}, "coach", {});
}

bool coach_speaks(const CoachView& coach) {
    return !coach.findings.empty() || !coach.acts.empty() || !coach.missing.empty();
}

// Right above the editor, so that eyes need not wander; at most half of the panel, the choices keep the rest. Where
// that is too little for either, the coach has it all while one writes.
void coach_strip_ui(Ui& ui, Box& box, const CoachView& coach, const Speech& speech, PlayScreen& own) {
    if (!coach_speaks(coach)) {
        own.coach_height = 0;
        return;
    }
    const float wanted = std::max(own.coach_height, 1.0f);
    const float share = box.h() * 0.45f;
    const bool roomy = box.h() - std::min(wanted, share) >= ui.wide(190) && share >= ui.wide(84);
    const Box strip = box.cut_bottom(roomy ? std::min(wanted, share) : box.h());
    line(ui, strip.x0, strip.y0, strip.x1, strip.y0, ui.theme->line);
    Scroll column(ui, "play.coach.strip", strip, ui.px(space::medium));
    const float top = column.y;
    coach_ui(ui, column, coach, speech);
    own.coach_height = column.y - top + 2 * ui.px(space::medium);
}

// --- the hint ladder ---

float rung_text_height(Ui& ui, float width, std::string_view text) {
    return paragraph_height(ui, width, text, Type::label);
}

std::string rung_content(const CoachView& coach, int rung) {
    if (rung == 1) return coach.nudge;
    if (rung == 3) return coach.model;
    std::string elements;
    for (const std::string& e : coach.elements) elements += (elements.empty() ? "" : "、") + e;
    return elements;
}

// A rung that was taken: what it says, and what it cost.
void taken_rung(Ui& ui, Scroll& column, const CoachView& coach, int number) {
    const Theme& t = *ui.theme;
    const HintRung& rung = coach.rungs[static_cast<std::size_t>(number - 1)];
    const float pad = ui.px(space::medium);
    const float width = column.width() - 2 * pad;
    const std::string content = rung_content(coach, number);
    const float head = ui.scale.leading(Type::caption);
    const float height = head + rung_text_height(ui, width, content) + 1.5f * pad;
    const Box box{column.x0, column.y, column.x1, column.y + height};
    fill(ui, box, t.info.soft, ui.px(radius_control));
    if (t.card_line > 1) outline(ui, box, t.line, ui.px(radius_control), t.card_line);
    Box row{box.x0 + pad, box.y0 + pad / 2, box.x1 - pad, box.y0 + pad / 2 + head};
    text_in(ui, row.cut_right(text_width(ui, rung.price, Type::caption) + 1), rung.price, Type::caption, t.text_muted,
            Align::right);
    text_in(ui, row, rung.label, Type::caption, t.info.strong);
    paragraph(ui, box.x0 + pad, box.y0 + pad / 2 + head, width, content, Type::label, t.text);
    tag(ui, number == 1 ? "play.hint.shown" : "play.hint.shown." + std::to_string(number), box, "hint", content);
    column.y += height + ui.px(6);
}

void hints_ui(Ui& ui, Scroll& column, const PlayState& play, const CoachView& coach, const Speech& speech,
              Intents& out) {
    for (int i = 1; i <= play.hint && i <= static_cast<int>(coach.rungs.size()); ++i) taken_rung(ui, column, coach, i);
    if (play.hint >= static_cast<int>(coach.rungs.size())) return;
    const HintRung& next = coach.rungs[static_cast<std::size_t>(play.hint)];
    const std::string label = next.label + "　" + next.price;
    const ButtonSpec look{.look = ButtonLook::quiet, .icon = Icon::hint, .hint = speech.words("desktop.hint.cost")};
    const float width = std::min(button_width(ui, label, look), column.width());
    const Box box{column.x0, column.y, column.x0 + width, column.y + control_height(ui)};
    if (button(ui, "play.hint", box, label, look)) out.push_back(intent::Hint{});
    column.y += control_height(ui);
}

// --- the editor ---

std::vector<TextMark> marks_for_editor(Ui& ui, const State& state, const CoachView& coach, const EditBuffer& buffer) {
    std::vector<TextMark> marks;
    const std::string text = to_bytes(buffer.text());
    if (coach.marks.empty() || text != state.play.draft) return marks;  // judged was another text: no wrong lines
    const std::vector<std::uint32_t> bytes = byte_offsets(text);
    const auto character_at = [&](std::uint32_t byte) {
        return static_cast<std::size_t>(std::lower_bound(bytes.begin(), bytes.end(), byte) - bytes.begin());
    };
    for (const Mark& m : coach.marks) {
        const bool advice = m.kind == MarkKind::advice;
        marks.push_back({character_at(m.span.begin), character_at(m.span.end),
                         advice ? ui.theme->warn.strong : ui.theme->bad.strong, !advice});
    }
    return marks;
}

ButtonSpec send_look(bool enabled) { return {.look = ButtonLook::primary, .icon = Icon::send, .enabled = enabled}; }

/// `foot`: the row of the button that sends, and of the keys that do it where they are named.
void editor_ui(Ui& ui, Box box, Box foot, bool names_keys, const State& state, const CoachView& coach,
               const Speech& speech, PlayScreen& own, Intents& out) {
    const app::Words& words = speech.words;
    const std::vector<TextMark> marks = marks_for_editor(ui, state, coach, own.reply.buffer);
    const EditorResult r = editor(
        ui, "play.editor", box, own.reply,
        {.placeholder = words("desktop.play.placeholder"), .label = words("desktop.play.write"), .marks = marks});
    if (ui.take_key(Key::e, {.ctrl = true})) ui.focus.set(r.id, true);
    const bool blank = own.reply.buffer.empty();
    const ButtonSpec look = send_look(!blank);
    const std::string& send = words("desktop.play.send");
    const bool clicked = button(ui, "play.send", foot.cut_right(button_width(ui, send, look)), send, look).clicked;
    foot.cut_right(ui.px(space::small));
    if (names_keys)
        paragraph_cut(ui, foot.x0, foot.mid_y() - ui.scale.leading(Type::caption) / 2, foot.w(),
                      words("desktop.play.keys"), Type::caption, ui.theme->text_faint, 1);
    if ((clicked || r.submitted) && !blank) {
        intent::Say say{to_bytes(own.reply.buffer.text())};
        for (const std::u32string& text : own.reply.buffer.pasted()) say.pasted.push_back(to_bytes(text));
        out.push_back(std::move(say));
        return;
    }
    if (own.reply.buffer.take_overflow())
        out.push_back(intent::Told{{.tone = Toast::Tone::info,
                                    .key = "desktop.toast.too_long",
                                    .text = std::to_string(own.reply.buffer.most()),
                                    .remedy = {}}});
    if (own.told_revision != own.reply.buffer.revision()) {
        own.told_revision = own.reply.buffer.revision();
        out.push_back(intent::Typed{to_bytes(own.reply.buffer.text())});
    }
}

// Whether the coach looks on while one writes; says so in words.
void coach_switch_ui(Ui& ui, Box& row, bool on, const Speech& speech, Intents& out) {
    const std::string& label = speech.words(on ? "desktop.coach.on" : "desktop.coach.off");
    const float width = filter_chip_width(ui, label, on);
    if (width > row.w() * 0.6f) return;
    if (filter_chip(ui, "play.coach.switch", row.cut_right(width), label, on)) out.push_back(intent::ToggleCoach{});
    row.cut_right(ui.px(space::small));
}

// The editor with its heading, the coach's switch and the button that sends; `low`: these in one row above it.
void writing_ui(Ui& ui, Box write, bool low, const State& state, const CoachView& coach, const Speech& speech,
                PlayScreen& own, Intents& out) {
    const float gap = ui.px(space::small);
    if (low) {
        Box row = write.cut_top(control_height(ui));
        write.cut_top(gap);
        Box send = row.cut_right(button_width(ui, speech.words("desktop.play.send"), send_look(false)));
        row.cut_right(gap);
        Box middle = row.centred(row.w(), ui.scale.leading(Type::strong));
        coach_switch_ui(ui, middle, state.play.coach, speech, out);
        text_in(ui, middle, speech.words("desktop.play.write"), Type::strong, ui.theme->text);
        return editor_ui(ui, write, send, false, state, coach, speech, own, out);
    }
    Box head = write.cut_top(ui.scale.leading(Type::strong));
    coach_switch_ui(ui, head, state.play.coach, speech, out);
    text_in(ui, head, speech.words("desktop.play.write"), Type::strong, ui.theme->text);
    write.cut_top(gap);
    const Box send = write.cut_bottom(control_height(ui));
    write.cut_bottom(gap);
    editor_ui(ui, write, send, true, state, coach, speech, own, out);
}

// A scenario of an assessment is over: what it was worth is nobody's business yet.
void sealed_over_ui(Ui& ui, Box box, const SealedPlay& sealed, const Speech& speech, Intents& out) {
    const Theme& t = *ui.theme;
    const app::Words& words = speech.words;
    const bool last = sealed.item + 1 >= sealed.count;
    const float sign = std::min(ui.wide(88), box.h() * 0.2f);
    const float width = box.w() - 2 * ui.px(space::large);
    const std::string& text = words(last ? "desktop.exam.all_over" : "desktop.exam.one_over");
    const float text_height = paragraph_height(ui, width, text, Type::body);
    const float row = ui.scale.leading(Type::title);
    Box column = box.centred(width, sign + row + text_height + control_height(ui) + 3 * ui.px(space::medium));
    const Box disc = column.cut_top(sign).centred(sign, sign);
    circle(ui, disc.mid_x(), disc.mid_y(), sign / 2, t.info.soft);
    draw_icon(ui, Icon::check, disc.inset(sign * 0.28f), t.info.strong);
    column.cut_top(ui.px(space::medium));
    text_in(ui, column.cut_top(row), words("desktop.exam.talk_over"), Type::title, t.text, Align::centre);
    paragraph(ui, column.x0, column.y0, width, text, Type::body, t.text_muted);
    column.cut_top(text_height + ui.px(space::medium));
    const ButtonSpec look{.look = ButtonLook::primary, .icon = Icon::forward, .shortcut = "Enter"};
    const std::string& label = words(last ? "desktop.exam.to_result" : "desktop.exam.to_next");
    const float wide = std::min(width, button_width(ui, label, look) + ui.px(space::large));
    const Box action = column.cut_top(control_height(ui)).centred(wide, control_height(ui));
    if (button(ui, "play.exam.go_on", action, label, look) || ui.take_key(Key::enter))
        out.push_back(exam_intent(exam_wish::GoOn{}));
}

void over_ui(Ui& ui, Box box, const PlayView& view, const Speech& speech, Intents& out) {
    const Theme& t = *ui.theme;
    const EndingView& ending = *view.ending;
    const float words_height = 2 * ui.scale.leading(Type::title) + control_height(ui) + ui.px(space::huge);
    const float side =
        std::clamp(box.h() - words_height - ui.px(space::large), ui.wide(48), std::min(box.w() * 0.5f, ui.wide(170)));
    const ButtonSpec look{.look = ButtonLook::primary, .icon = Icon::forward, .shortcut = "Enter"};
    const std::string& label = speech.words("desktop.play.to_debrief");
    const float width =
        std::min(box.w() - 2 * ui.px(space::large), button_width(ui, label, look) + ui.px(space::large));
    const float row = ui.scale.leading(Type::title);
    Box column = box.centred(box.w() - 2 * ui.px(space::large), side + words_height);
    score_ring(ui, column.cut_top(side).centred(side, side), ending.score, ending.passed ? t.good : t.warn,
               side < ui.wide(110) ? Type::lead : Type::display);
    column.cut_top(ui.px(space::medium));
    text_in(ui, column.cut_top(row), speech.words(ending.passed ? "desktop.result.passed" : "desktop.result.failed"),
            Type::title, ending.passed ? t.good.strong : t.warn.strong, Align::centre);
    text_in(ui, column.cut_top(row), ending.rank, Type::lead, t.text_muted, Align::centre);
    column.cut_top(ui.px(space::medium));
    const Box action = column.cut_top(control_height(ui)).centred(width, control_height(ui));
    if (button(ui, "play.to_debrief", action, label, look) || ui.take_key(Key::enter))
        out.push_back(intent::ShowDebrief{});
}

// Digits choose when nobody is typing; with Alt they always do.
void take_digits(Ui& ui, const PlayView& view, Intents& out) {
    for (std::size_t i = 0; i < view.choices.size() && i < std::size(digit_keys); ++i) {
        const bool plain = !ui.editing_text && ui.take_key(digit_keys[i]);
        if (plain || ui.take_key(digit_keys[i], {.alt = true})) out.push_back(intent::Choose{view.choices[i].id});
    }
}

// The same without coach and hints; only choices, or only the editor, where the assessment wants it so.
void sealed_panel_ui(Ui& ui, Box box, const State& state, const PlayView& view, const CoachView& coach,
                     const Speech& speech, PlayScreen& own, Intents& out) {
    const float pad = ui.px(space::large);
    const SealedPlay& sealed = *state.play.sealed;
    if (sealed.can_type) {
        const float row = ui.scale.leading(Type::body);
        const float head = ui.scale.leading(Type::strong) + ui.px(space::small);
        const float least = head + row * 4 + control_height(ui) + 2 * ui.px(space::small) + pad;
        const Box foot = sealed.can_choose ? box.cut_bottom(std::min(least, box.h() * 0.6f)) : box;
        if (sealed.can_choose) line(ui, foot.x0, foot.y0, foot.x1, foot.y0, ui.theme->line);
        Box write = foot.inset(pad, ui.px(space::small));
        write.y1 = foot.y1 - pad;
        if (!sealed.can_choose) write.cut_top(std::max(0.0f, write.h() - row * 12));
        text_in(ui, write.cut_top(ui.scale.leading(Type::strong)),
                speech.words(sealed.can_choose ? "desktop.play.write" : "desktop.exam.write"), Type::strong,
                ui.theme->text);
        write.cut_top(ui.px(space::small));
        const Box send = write.cut_bottom(control_height(ui));
        write.cut_bottom(ui.px(space::small));
        editor_ui(ui, write, send, true, state, coach, speech, own, out);
    }
    if (!sealed.can_choose) return;
    take_digits(ui, view, out);
    Scroll column(ui, "play.choices", box, pad);
    heading(ui, column, speech.words("desktop.play.choose"), speech.words("desktop.play.choose_keys"));
    for (std::size_t i = 0; i < view.choices.size(); ++i)
        if (choice_card(ui, column, view.choices[i], i)) out.push_back(intent::Choose{view.choices[i].id});
}

}  // namespace

void reply_panel_ui(Ui& ui, Box box, const State& state, const PlayView& view, const CoachView& coach,
                    const Speech& speech, PlayScreen& own, Intents& out) {
    const Theme& t = *ui.theme;
    fill(ui, box, mix(t.ground, t.rail, 0.5f));
    line(ui, box.x0, box.y0, box.x0, box.y1, t.line);
    if (view.ending && state.play.sealed) return sealed_over_ui(ui, box, *state.play.sealed, speech, out);
    if (view.ending) return over_ui(ui, box, view, speech, out);
    if (state.play.sealed) return sealed_panel_ui(ui, box, state, view, coach, speech, own, out);
    const float label = ui.scale.leading(Type::strong) + ui.px(space::small);
    const float row = ui.scale.leading(Type::body);
    const std::size_t rows = own.reply.buffer.rows().size();
    const float wanted = row * (rows > 3 ? 5.0f : 3.0f) + 2 * ui.px(space::small);
    // The editor gives way before the choices are gone. Where they would still have less than half, its heading, the
    // coach's switch and the button that sends share one row.
    const float send = control_height(ui) + 2 * ui.px(space::small);
    const bool low = box.h() < 2 * (send + ui.px(space::large) + label + wanted);
    const float pad = ui.px(low ? space::small : space::large);
    const float around = send + pad;
    const float head = low ? 0 : label;
    const float least = row * (low && rows < 2 ? 1.0f : 2.0f) + 2 * ui.px(space::small);
    const float editor_height = std::clamp(box.h() * (low ? 0.45f : 0.6f) - around - head, least, wanted);
    const Box foot = box.cut_bottom(around + editor_height + head);
    const float before_coach = box.h();
    coach_strip_ui(ui, box, coach, speech, own);
    const bool choices_shown = box.h() > 1 || before_coach <= 1;
    line(ui, foot.x0, foot.y0, foot.x1, foot.y0, t.line);
    const float side = ui.px(space::large);
    writing_ui(ui, Box{foot.x0 + side, foot.y0 + ui.px(space::small), foot.x1 - side, foot.y1 - pad}, low, state, coach,
               speech, own, out);
    take_digits(ui, view, out);
    if (ui.take_key(Key::h, {.ctrl = true})) out.push_back(intent::Hint{});
    if (ui.take_key(Key::k, {.ctrl = true})) out.push_back(intent::ToggleCoach{});
    if (!choices_shown) return;
    Scroll column(ui, "play.choices", box, side);
    if (!low) heading(ui, column, speech.words("desktop.play.choose"), speech.words("desktop.play.choose_keys"));
    for (std::size_t i = 0; i < view.choices.size(); ++i)
        if (choice_card(ui, column, view.choices[i], i)) out.push_back(intent::Choose{view.choices[i].id});
    column.y += ui.px(space::tight);
    hints_ui(ui, column, state.play, coach, speech, out);
    if (state.play.hint > own.shown_hint) column.to_bottom();
    own.shown_hint = state.play.hint;
}

}  // namespace huashu::desktop
