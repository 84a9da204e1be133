// How fast scenarios load, play, save and are checked. Goals: docs of the measures in the issue on conversations:
// a choice turn in at most 3.3 µs, at 10,000 stages not above twice that at 100; 10,000 stages loaded in 200 ms and
// checked in 10 s; the library loaded and checked in 1 s; a session saved or restored in 0.1 ms.
#include <benchmark/benchmark.h>

#include <map>

#include "scenarios/library.hpp"
#include "scenarios/session_json.hpp"
#include "scoring/pack.hpp"
#include "support/generated_scenario.hpp"
#include "support/temporary_folder.hpp"

namespace {

using namespace huashu;
using namespace huashu::scenarios;

const scoring::Engine& engine() {
    static const scoring::Engine made = [] {
        auto pack = scoring::load_pack("scoring/packs/zh");
        return std::move(*scoring::Engine::make({pack->value}));
    }();
    return made;
}

std::string generated_file(int stages) {
    static const test::TemporaryFolder folder;
    const std::string id = "long-" + std::to_string(stages);

    return folder.write(id + ".json", test::generated_scenario(id, stages, "hot_tempered"));
}

const Scenario& scenario_of(int stages) {
    static std::map<int, Scenario> made;
    const auto found = made.find(stages);
    if (found != made.end()) return found->second;
    return made.emplace(stages, *load_scenario(generated_file(stages), engine(), "scenarios/personas")).first->second;
}

void load_one(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(load_scenario("scenarios/library/leak-master-bedroom.json", engine()));
}
BENCHMARK(load_one)->Unit(benchmark::kMillisecond);

void load_generated(benchmark::State& state) {
    const std::string file = generated_file(static_cast<int>(state.range(0)));
    for (auto _ : state) benchmark::DoNotOptimize(load_scenario(file, engine(), "scenarios/personas"));
}
BENCHMARK(load_generated)->Arg(100)->Arg(1000)->Arg(10000)->Unit(benchmark::kMillisecond);

void load_and_check_library(benchmark::State& state) {
    for (auto _ : state) {
        const auto library = load_library("scenarios/library", engine());
        benchmark::DoNotOptimize(check_scenarios(library->value, engine()));
        benchmark::DoNotOptimize(check_library(library->value, engine()));
    }
}
BENCHMARK(load_and_check_library)->Unit(benchmark::kMillisecond)->UseRealTime();

// The whole static check, as `huashu check` runs it.
void check_generated(benchmark::State& state) {
    const Scenario& scenario = scenario_of(static_cast<int>(state.range(0)));
    for (auto _ : state) benchmark::DoNotOptimize(check_scenario(scenario, engine()));
}
BENCHMARK(check_generated)->Arg(100)->Arg(1000)->Arg(10000)->Unit(benchmark::kMillisecond)->UseRealTime();

// "a" then "c" in every stage: two turns each. A choice is judged when it is first said; that is measured elsewhere
// (bench_judge), so one talk is played before the clock starts. `look`: at each turn as it was, which writes it out.
void play_choices(benchmark::State& state, bool look) {
    const Scenario& scenario = scenario_of(static_cast<int>(state.range(0)));
    const Input near = Input::choose("a");
    const Input best = Input::choose("c");
    Session session = Session::start(scenario, engine(), 1);
    bool first = true;
    for (; session.waits_for() == Session::Waits::reply; first = !first) (void)session.take(first ? near : best);
    for (auto _ : state) {
        if (session.waits_for() == Session::Waits::nothing) {
            session = Session::start(scenario, engine(), 1);
            first = true;
        }
        benchmark::DoNotOptimize(session.take(first ? near : best));
        if (look) benchmark::DoNotOptimize(session.turns().back());
        first = !first;
    }
    state.SetItemsProcessed(state.iterations());
}

void choice_turn(benchmark::State& state) { play_choices(state, false); }
BENCHMARK(choice_turn)->Arg(10)->Arg(100)->Arg(10000);

void choice_turn_looked_at(benchmark::State& state) { play_choices(state, true); }
BENCHMARK(choice_turn_looked_at)->Arg(10)->Arg(100)->Arg(10000);

void typed_turn(benchmark::State& state) {
    const Scenario& scenario = scenario_of(static_cast<int>(state.range(0)));
    const Input reply = Input::say(
        "非常抱歉給您帶來不便，我理解您的著急。請問漏水從什麼時候開始、範圍有多大？師傅今天下午三點前到場，結果我六點前"
        "打電話告訴您。");
    Session session = Session::start(scenario, engine(), 1);
    for (auto _ : state) {
        if (session.waits_for() == Session::Waits::nothing || session.turns().size() >= 20)
            session = Session::start(scenario, engine(), 1);
        benchmark::DoNotOptimize(session.take(reply));
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(typed_turn)->Arg(100)->Arg(10000);

Session played(int turns) {
    Session session = Session::start(scenario_of(10), engine(), 1);
    for (int i = 0; i < turns; ++i) (void)session.take(Input::choose("c"));
    return session;
}

void save(benchmark::State& state) {
    const Session session = played(8);
    for (auto _ : state) benchmark::DoNotOptimize(to_json(session.save()));
}
BENCHMARK(save)->Unit(benchmark::kMicrosecond);

void restore(benchmark::State& state) {
    const std::string json = to_json(played(8).save());
    for (auto _ : state) {
        const auto saved = saved_session_from_json(json);
        benchmark::DoNotOptimize(Session::restore(scenario_of(10), engine(), *saved));
    }
}
BENCHMARK(restore)->Unit(benchmark::kMicrosecond);

}  // namespace
