#include "desktop/screens/play_screen.hpp"

#include "desktop/screens/play_panels.hpp"
#include "desktop/ui/imgui_bridge.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {
namespace {

// The four steps in a row; done ones have a check, the present one is filled, so that no colour is needed.
void steps_ui(Ui& ui, Box box, const PlayView& view) {
    const Theme& t = *ui.theme;
    const auto count = static_cast<float>(view.steps.size());
    const float each = box.w() / count;
    const float disc = ui.wide(13);
    for (std::size_t i = 0; i < view.steps.size(); ++i) {
        const StepView& step = view.steps[i];
        const Box cell{box.x0 + each * static_cast<float>(i), box.y0, box.x0 + each * static_cast<float>(i + 1),
                       box.y1};
        const float y = box.mid_y();
        const float x = cell.x0 + disc;
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
            text_in(ui, mark, std::to_string(step.number), Type::caption, now ? t.accent.on : t.text_muted,
                    Align::centre);
        Box words{mark.x1 + ui.px(space::small), box.y0, cell.x1 - ui.px(space::small), box.y1};
        if (text_width(ui, step.label, now ? Type::strong : Type::label) <= words.w())  // whole, or not at all
            text_in(ui, words, step.label, now ? Type::strong : Type::label, now ? t.text : t.text_muted);
        tag(ui, "play.step." + std::to_string(step.number), cell, now ? "now" : done ? "done" : "ahead", step.label);
    }
}

void header_ui(Ui& ui, Box box, const PlayView& view, const Speech& speech, Intents& out) {
    const Theme& t = *ui.theme;
    line(ui, box.x0, box.y1 - 0.5f, box.x1, box.y1 - 0.5f, t.line);
    Box inner = box.inset(ui.px(space::medium), ui.px(space::small));
    if (icon_button(ui, "play.leave", inner.cut_left(inner.h()), Icon::back, speech.words("desktop.play.leave")))
        out.push_back(intent::LeaveTalk{});
    inner.cut_left(ui.px(space::small));
    const float title = std::min(text_width(ui, view.title, Type::lead) + ui.px(space::wide), inner.w() * 0.4f);
    text_in(ui, inner.cut_left(title), view.title, Type::lead, t.text);
    inner.cut_left(ui.px(space::large));
    steps_ui(ui, inner, view);
}

void forget_old_talk(Ui& ui, const Talk& talk, PlayScreen& own) {
    const bool same = own.shown_talk == talk.attempt_id + talk.card.id && talk.turns.size() >= own.shown_turns;
    if (same && talk.turns.size() == own.shown_turns) return;
    own.reply.buffer.set_text({});
    own.told_revision = own.reply.buffer.revision();
    own.shown_talk = talk.attempt_id + talk.card.id;
    if (!same) ui.focus.clear();
}

}  // namespace

void play_screen_ui(Ui& ui, Box box, const State& state, const PlayView& view, const CoachView& coach,
                    const Speech& speech, PlayScreen& own, Intents& out) {
    const Talk& talk = *state.play.talk;
    const bool follow = own.shown_turns != talk.turns.size() || own.shown_talk != talk.attempt_id + talk.card.id;
    forget_old_talk(ui, talk, own);
    own.shown_turns = talk.turns.size();
    header_ui(ui, box.cut_top(ui.scale.leading(Type::lead) + 2 * ui.px(space::medium)), view, speech, out);
    const float owner = ui.wide(236);
    const float reply = std::clamp(box.w() * 0.385f, ui.wide(330), ui.wide(560));
    const bool stacked = box.w() < reply + ui.wide(300);
    if (stacked || box.w() < owner + reply + ui.wide(360)) {
        owner_strip_ui(ui, box.cut_top(owner_strip_height(ui)), view, speech);
        line(ui, box.x0, box.y0, box.x1, box.y0, ui.theme->line);
    } else {
        const Box panel = box.cut_left(owner);
        line(ui, panel.x1 - 0.5f, panel.y0, panel.x1 - 0.5f, panel.y1, ui.theme->line);
        owner_panel_ui(ui, panel, view, speech);
    }
    const Box say = stacked ? box.cut_bottom(box.h() * 0.62f) : box.cut_right(reply);
    reply_panel_ui(ui, say, state, view, coach, speech, own, out);
    transcript_ui(ui, box, view, speech, follow);
    if (ui.take_key(Key::escape)) out.push_back(intent::LeaveTalk{});
}

}  // namespace huashu::desktop
