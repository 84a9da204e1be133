#include "desktop/screens/play_screen.hpp"

#include "desktop/screens/play_panels.hpp"
#include "desktop/state/exam_intent.hpp"
#include "desktop/ui/imgui_bridge.hpp"
#include "desktop/ui/widgets.hpp"
#include "desktop/views/exams_view.hpp"

namespace huashu::desktop {
namespace {

void step_disc(Ui& ui, float x, float y, float disc, const StepView& step) {
    const Theme& t = *ui.theme;
    const bool now = step.state == StepState::now;
    const bool done = step.state == StepState::done;
    if (now)
        circle(ui, x, y, disc, t.accent.strong);
    else
        ring(ui, x, y, disc - 1, done ? t.accent.strong : t.line_strong, ui.px(1.6f));
    const Box mark{x - disc, y - disc, x + disc, y + disc};
    if (done)
        draw_icon(ui, Icon::check, mark.inset(disc * 0.45f), t.accent.strong);
    else if (step.number == 0)
        draw_icon(ui, Icon::person, mark.inset(disc * 0.4f), t.accent.on);
    else
        text_in(ui, mark, std::to_string(step.number), Type::caption, now ? t.accent.on : t.text_muted, Align::centre);
}

// The four steps in a row; done ones have a check, the present one is filled, so that no colour is needed. Where there
// is no room for all names, the present step keeps its own and the others are their numbers.
void steps_ui(Ui& ui, Box box, const PlayView& view) {
    const Theme& t = *ui.theme;
    const float disc = ui.wide(13);
    const float gap = ui.px(space::small);
    const auto type = [](const StepView& s) { return s.state == StepState::now ? Type::strong : Type::label; };
    const auto words = [&](const StepView& s) { return text_width(ui, s.label, type(s)) + gap; };
    const auto count = static_cast<float>(view.steps.size());
    float all = count * 2 * disc;
    float least = all;
    for (const StepView& s : view.steps) {
        all += words(s);
        if (s.state == StepState::now) least += words(s);
    }
    const float link = ui.px(space::large);
    const bool named = all + (count - 1) * link <= box.w();
    const bool now_named = named || least + (count - 1) * gap <= box.w();
    const float used = named ? all : now_named ? least : count * 2 * disc;
    const float between = count > 1 ? std::min((box.w() - used) / (count - 1), ui.wide(96)) : 0;
    float x = box.x0;
    for (const StepView& step : view.steps) {
        const bool now = step.state == StepState::now;
        const bool with_words = named || (now && now_named);
        const float width = 2 * disc + (with_words ? words(step) : 0);
        step_disc(ui, x + disc, box.mid_y(), disc, step);
        if (with_words)
            text_in(ui, Box{x + 2 * disc + gap, box.y0, x + width + 1, box.y1}, step.label, type(step),
                    now ? t.text : t.text_muted);
        tag(ui, "play.step." + std::to_string(step.number), Box{x, box.y0, x + width, box.y1},
            now                             ? "now"
            : step.state == StepState::done ? "done"
                                            : "ahead",
            step.label);
        x += width;
        if (&step != &view.steps.back() && between > 3 * gap)
            line(ui, x + gap, box.mid_y(), x + between - gap, box.mid_y(),
                 step.state == StepState::done ? t.accent.strong : t.line_strong, ui.px(1.4f));
        x += between;
    }
}

Box header_ui(Ui& ui, Box box, const PlayView& view, const Speech& speech, Intents& out) {
    const Theme& t = *ui.theme;
    line(ui, box.x0, box.y1 - 0.5f, box.x1, box.y1 - 0.5f, t.line);
    Box inner = box.inset(ui.px(space::medium), ui.px(space::small));
    if (icon_button(ui, "play.leave", inner.cut_left(inner.h()), Icon::back, speech.words("desktop.play.leave")))
        out.push_back(intent::LeaveTalk{});
    inner.cut_left(ui.px(space::small));
    const float title = std::min(text_width(ui, view.title, Type::lead) + ui.px(space::wide), inner.w() * 0.4f);
    text_in(ui, inner.cut_left(title), view.title, Type::lead, t.text);
    inner.cut_left(ui.px(space::large));
    if (!view.sealed) steps_ui(ui, inner, view);
    return inner;
}

// In the place of the steps: an assessment says where one is and how much time is left, and nothing that helps.
void sealed_header_ui(Ui& ui, Box box, const State& state, const Speech& speech, PlayScreen& own, Intents& out) {
    const SealedPlay& sealed = *state.play.sealed;
    const Theme& t = *ui.theme;
    const auto clock_chip = [&](std::string_view id, const std::string& text, bool hurry) {
        const float width = chip_width(ui, text, Icon::clock);
        const Box at = box.cut_right(width);
        chip(ui, at.x0, at.mid_y() - chip_height(ui) / 2, text, {hurry ? t.bad : t.info, Icon::clock});
        tag(ui, id, at, "clock", text);
        box.cut_right(ui.px(space::small));
    };
    constexpr std::int64_t last_minute_ms = 60'000;
    clock_chip("play.exam.left", speech.words("desktop.exam.left", {{"clock", clock_words(sealed.left_ms)}}),
               sealed.left_ms < last_minute_ms);
    if (sealed.item_left_ms < sealed.left_ms)
        clock_chip("play.exam.item_left",
                   speech.words("desktop.exam.item_left", {{"clock", clock_words(sealed.item_left_ms)}}),
                   sealed.item_left_ms < last_minute_ms);
    const std::string place = speech.words(
        "desktop.exam.place", {{"number", std::to_string(sealed.item + 1)}, {"count", std::to_string(sealed.count)}});
    text_in(ui, box, place, Type::strong, t.accent.strong);
    tag(ui, "play.exam.place", box, "place", place);
    ui.wake_at(ui.now_s + 1);
    if (own.ticked_s >= 0 && ui.now_s - own.ticked_s < 1) return;
    if (own.ticked_s >= 0 && !state.play.talk->ending) out.push_back(exam_intent(exam_wish::Tick{}));
    own.ticked_s = ui.now_s;
}

void forget_old_talk(Ui& ui, const State& state, PlayScreen& own) {
    const Talk& talk = *state.play.talk;
    const bool same = own.shown_talk == talk.attempt_id + talk.card.id && talk.turns.size() >= own.shown_turns;
    if (same && talk.turns.size() == own.shown_turns) return;
    own.reply.buffer.set_text({});
    start_timer(own, state);
    own.told_revision = own.reply.buffer.revision();
    own.shown_talk = talk.attempt_id + talk.card.id;
    if (!same) ui.focus.clear();
}

}  // namespace

void play_screen_ui(Ui& ui, Box box, const State& state, const PlayView& view, const CoachView& coach,
                    const Speech& speech, PlayScreen& own, Intents& out) {
    const Talk& talk = *state.play.talk;
    const bool follow = own.shown_turns != talk.turns.size() || own.shown_talk != talk.attempt_id + talk.card.id;
    forget_old_talk(ui, state, own);
    own.shown_turns = talk.turns.size();
    const Box beside_title =
        header_ui(ui, box.cut_top(ui.scale.leading(Type::lead) + 2 * ui.px(space::medium)), view, speech, out);
    if (state.play.sealed) sealed_header_ui(ui, beside_title, state, speech, own, out);
    const float owner = ui.wide(236);
    const float reply = std::clamp(box.w() * 0.385f, ui.wide(330), ui.wide(560));
    const bool stacked = box.w() < reply + ui.wide(300);
    const bool low = box.h() < ui.wide(520);
    if (stacked || box.w() < owner + reply + ui.wide(360)) {
        owner_strip_ui(ui, box.cut_top(owner_strip_height(ui, low)), view, speech);
        line(ui, box.x0, box.y0, box.x1, box.y0, ui.theme->line);
    } else {
        const Box panel = box.cut_left(owner);
        line(ui, panel.x1 - 0.5f, panel.y0, panel.x1 - 0.5f, panel.y1, ui.theme->line);
        owner_panel_ui(ui, panel, view, speech);
    }
    Box say = stacked ? box.cut_bottom(box.h() * (low ? 0.68f : 0.62f)) : box.cut_right(reply);
    timer_ui(ui, say, state, speech, own, out);
    reply_panel_ui(ui, say, state, view, coach, speech, own, out);
    const bool spoke_up = own.shown_nudges != state.play.nudges.size();
    own.shown_nudges = state.play.nudges.size();
    transcript_ui(ui, box, view, speech, follow || spoke_up);
    if (ui.take_key(Key::escape)) out.push_back(intent::LeaveTalk{});
}

}  // namespace huashu::desktop
