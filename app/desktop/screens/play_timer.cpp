// The clock of the coming reply, where the owner does not wait for ever. It stands still while an input method
// composes, while a dialog is open and while the window is not drawn.
#include <algorithm>
#include <cstdio>

#include "desktop/screens/play_panels.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {
namespace {

// A frame that comes later than this was held up by something else than thinking: the window was hidden, the machine
// slept.
constexpr double longest_step_s = 1.5;

// In an assessment its blueprint decides, not the person.
bool is_timed(const State& state) { return state.play.sealed ? state.play.sealed->reply_clock : state.settings.timed; }

void go_on(Ui& ui, PlayScreen& own, Intents& out) {
    const double step = std::min(ui.now_s - own.timed_at_s, longest_step_s);
    const bool counts = own.timed_at_s >= 0 && ui.blocked == 0;
    own.timed_at_s = ui.now_s;
    if (!counts) return;
    switch (own.timer.advance(static_cast<int>(step * 1000), ui.input.composing)) {
        case scenarios::ReplyTimer::Event::speaks_up:
            out.push_back(intent::OwnerWaits{own.timer.times_spoken() - 1});
            break;
        case scenarios::ReplyTimer::Event::silence:
            out.push_back(intent::StaySilent{});
            break;
        case scenarios::ReplyTimer::Event::none:
            break;
    }
}

}  // namespace

void start_timer(PlayScreen& own, const State& state) {
    const Talk& talk = *state.play.talk;
    own.timer = scenarios::ReplyTimer(is_timed(state) && !talk.ending ? talk.seconds_for_reply : std::nullopt);
    own.timed_at_s = -1;
}

void timer_ui(Ui& ui, Box& panel, const State& state, const Speech& speech, PlayScreen& own, Intents& out) {
    if (!own.timer.runs() || !is_timed(state) || !state.play.talk->seconds_for_reply) return;
    go_on(ui, own, out);
    ui.wake_at(ui.now_s + 1);
    const Theme& t = *ui.theme;
    const int left_s = (own.timer.left_ms() + 999) / 1000;
    const float share =
        static_cast<float>(own.timer.left_ms()) / static_cast<float>(1000 * *state.play.talk->seconds_for_reply);
    const Tone& tone = share < 0.2f ? t.bad : share < 0.5f ? t.warn : t.info;
    Box strip = panel.cut_top(ui.scale.leading(Type::label) + ui.px(space::medium));
    fill(ui, strip, tone.soft);
    fill(ui, Box{strip.x0, strip.y1 - ui.px(3), strip.x0 + strip.w() * share, strip.y1}, tone.strong);
    Box inner = strip.inset(ui.px(space::large), 0);
    const auto sign = static_cast<float>(ui.scale.em(Type::label));
    draw_icon(ui, Icon::clock, inner.cut_left(sign).centred(sign, sign), tone.strong);
    inner.cut_left(ui.px(space::small));
    char clock[16];
    std::snprintf(clock, sizeof clock, "%d:%02d", left_s / 60 % 100, left_s % 60);
    text_in(ui, inner.cut_right(text_width(ui, "00:00", Type::strong) + 1), clock, Type::strong, tone.strong,
            Align::right);
    text_in(ui, inner, speech.words(ui.input.composing ? "desktop.timer.composing" : "desktop.timer.waits"),
            Type::label, tone.strong);
    tag(ui, "play.timer", strip, "timer", clock);
}

}  // namespace huashu::desktop
