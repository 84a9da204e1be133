// What the desktop costs a frame: all its own code from input to draw lists, without a window and without pixels.
// Goals (performance.md): 99 of 100 frames within a millisecond with 200 bubbles, a ledger of 1,000 lines, a list of
// 10,000 attempts; from a key to the coach's underline at most two frames, with the shipped rules.
#include <benchmark/benchmark.h>

#include <time.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "desktop/gallery/samples.hpp"
#include "desktop/live/live_backstage.hpp"
#include "desktop/shell/shell.hpp"

namespace {

using namespace huashu;
using namespace huashu::desktop;

// The samples, many times over.
class ManyBackstage : public SampleBackstage {
public:
    Intents perform(const Effect& effect) override {
        Intents out = SampleBackstage::perform(effect);
        for (Intent& intent : out) {
            if (auto* shown = std::get_if<intent::TalkShown>(&intent)) grow(shown->talk);
            if (auto* shown = std::get_if<intent::DebriefShown>(&intent)) grow(shown->talk);
            if (auto* history = std::get_if<intent::HistoryLoaded>(&intent)) grow(history->attempts);
        }
        return out;
    }

private:
    static void grow(Talk& talk) {
        const Talk three = sample_talk(3);
        talk.turns.clear();
        for (int i = 0; i < 66; ++i) {  // three bubbles a turn: 200
            scenarios::Turn turn = three.turns[static_cast<std::size_t>(i % 3)];
            turn.text += std::to_string(i);
            talk.turns.push_back(std::move(turn));
        }
        const std::vector<scoring::LedgerLine> lines = talk.scorecard.ledger;
        while (talk.scorecard.ledger.size() < 1000) {
            scoring::LedgerLine line = lines[talk.scorecard.ledger.size() % lines.size()];
            line.reason += std::to_string(talk.scorecard.ledger.size());
            talk.scorecard.ledger.push_back(std::move(line));
        }
    }
    static void grow(std::vector<app::AttemptSummary>& attempts) {
        const std::vector<app::AttemptSummary> few = attempts;
        while (attempts.size() < 10'000) {
            attempts.push_back(few[attempts.size() % few.size()]);
            attempts.back().id = "many-" + std::to_string(attempts.size());
        }
    }
};

// The shipped rules and scenarios; nothing is kept.
const app::Content& shipped_content() {
    static const app::Content content = app::load_content(app::content_folders(".")).value();
    return content;
}

struct Desk {
    ManyBackstage backstage;
    Speaker speaker{"assets/words", app::Language::zh_hant};
    std::unique_ptr<Machine> machine;
    std::unique_ptr<Shell> shell;
    double now_s = 0;

    explicit Desk(Backstage* other = nullptr) {
        Settings settings;
        settings.language = app::Language::zh_hant;
        (void)speaker.follow(settings);
        machine = Machine::make(speaker.face_for(settings), {}).value();
        shell = std::make_unique<Shell>(*machine, speaker, other != nullptr ? *other : backstage, settings);
        shell->start();
    }
    void frame(const FrameInput& input = {}) {
        now_s += 1.0 / 60;
        (void)shell->frame({1280, 800, 1.0f}, input, now_s);
    }
};

// Processor time of this thread: what other programs take of a busy machine is not ours.
double thread_ms() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

void measure(benchmark::State& state, Desk& desk, const auto& input_of) {
    for (int i = 0; i < 20; ++i) desk.frame();
    std::vector<double> ms;
    for (auto _ : state) {
        const FrameInput input = input_of();
        const double start = thread_ms();
        desk.frame(input);
        ms.push_back(thread_ms() - start);
    }
    std::sort(ms.begin(), ms.end());
    const auto at = [&](double share) {
        return ms[static_cast<std::size_t>(share * static_cast<double>(ms.size() - 1))];
    };
    state.counters["p50_ms"] = at(0.5);
    state.counters["p99_ms"] = at(0.99);
}

FrameInput nothing() { return {}; }

void home(benchmark::State& state) {
    Desk desk;
    measure(state, desk, nothing);
}

void play_200_bubbles(benchmark::State& state) {
    Desk desk;
    desk.shell->wish(intent::StartTalk{"leak"});
    measure(state, desk, nothing);
}

void typing_with_coach(benchmark::State& state) {
    Desk desk;
    desk.shell->wish(intent::StartTalk{"leak"});
    desk.frame();
    FrameInput focus;
    focus.keys = {KeyEvent{Key::e, KeyEvent::Kind::press, {.ctrl = true}}};
    desk.frame(focus);
    int typed = 0;
    measure(state, desk, [&] {
        FrameInput input;
        if (++typed % 200 == 0)
            input.keys = {KeyEvent{Key::backspace, KeyEvent::Kind::press, {.ctrl = true}}};
        else
            input.text = U"盡";
        return input;
    });
}

// Of one key: the frame that takes it, judges and draws, until the one that has drawn what the coach found.
void key_to_underline(benchmark::State& state) {
    LiveBackstage live(shipped_content(), {.new_seed = [] { return std::uint64_t{7}; }});
    Desk desk(&live);
    desk.shell->wish(intent::StartTalk{"leak-master-bedroom"});
    desk.frame();
    FrameInput focus;
    focus.keys = {KeyEvent{Key::e, KeyEvent::Kind::press, {.ctrl = true}}};
    desk.frame(focus);
    constexpr std::u32string_view reply =
        U"周女士，對不起，報修三天沒人給您回話，是我們沒跟住。您先別激動，這個不歸我們管，我盡快給您轉過去，您看行嗎？";
    std::size_t at = 0;
    std::size_t most_frames = 0;
    std::vector<double> ms;
    for (auto _ : state) {
        FrameInput input;
        if (at == reply.size()) {  // once more from the start
            input.keys = {KeyEvent{Key::a, KeyEvent::Kind::press, {.ctrl = true}}};
            desk.frame(input);
            at = 0;
            input.keys.clear();
        }
        input.text = reply.substr(at++, 1);
        const unsigned before = desk.shell->state().play.draft_revision;
        const double start = thread_ms();
        std::size_t frames = 1;
        desk.frame(input);
        while (desk.shell->state().play.draft_revision == before && frames < 100) desk.frame(), ++frames;
        desk.frame();  // this one draws it
        ms.push_back(thread_ms() - start);
        most_frames = std::max(most_frames, frames + 1);
    }
    std::sort(ms.begin(), ms.end());
    state.counters["frames"] = static_cast<double>(most_frames);
    state.counters["p50_ms"] = ms[ms.size() / 2];
    state.counters["p99_ms"] = ms[ms.size() * 99 / 100];
}

void ledger_1000_lines(benchmark::State& state) {
    Desk desk;
    desk.shell->wish(intent::OpenAttempt{"a1"});
    desk.shell->wish(intent::SelectTab{DebriefTab::ledger});
    measure(state, desk, nothing);
}

void replies_66_turns(benchmark::State& state) {
    Desk desk;
    desk.shell->wish(intent::OpenAttempt{"a1"});
    desk.shell->wish(intent::SelectTab{DebriefTab::replies});
    measure(state, desk, nothing);
}

void history_10000_attempts(benchmark::State& state) {
    Desk desk;
    desk.shell->wish(intent::Go{Page::history});
    measure(state, desk, nothing);
}

BENCHMARK(home)->Unit(benchmark::kMillisecond);
BENCHMARK(play_200_bubbles)->Unit(benchmark::kMillisecond);
BENCHMARK(typing_with_coach)->Unit(benchmark::kMillisecond);
BENCHMARK(key_to_underline)->Unit(benchmark::kMillisecond);
BENCHMARK(replies_66_turns)->Unit(benchmark::kMillisecond);
BENCHMARK(ledger_1000_lines)->Unit(benchmark::kMillisecond);
BENCHMARK(history_10000_attempts)->Unit(benchmark::kMillisecond);

}  // namespace
