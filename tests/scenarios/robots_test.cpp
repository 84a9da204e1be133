// Robots on the tests' own scenarios, and the proof by exhaustion that a talk is bounded.
#include "robots.hpp"

#include <functional>

#include "model/choice_verdict.hpp"
#include "run/step.hpp"

#include "fixtures.hpp"

using namespace huashu;
using namespace huashu::scenarios;
using namespace huashu::scenarios::testing;

TEST_CASE("robots: whoever plays, a talk ends within its bound, in bounds, with a ledger that adds up") {
    for (const std::string name : {"small", "loop", "recorded", "returns", "pressed"}) {
        const Scenario scenario = load(folder + "/sound/" + name + ".json");
        for (const Robot robot : robots)
            for (std::uint64_t seed = 0; seed < plays_of_each(100); ++seed) {
                CAPTURE(name);
                CAPTURE(seed);
                (void)play_robot(robot, scenario, plain_engine(), seed);
            }
    }
}

TEST_CASE("robots: the same seed plays the same talk") {
    const Scenario scenario = small();
    for (const Robot robot : robots) {
        const Session one = play_robot(robot, scenario, plain_engine(), 9);
        const Session two = play_robot(robot, scenario, plain_engine(), 9);
        CHECK(one.turns() == two.turns());
        CHECK(one.save() == two.save());
    }
}

TEST_CASE("robots: a talk that goes in circles is ended after the second round") {
    const Scenario scenario = load(folder + "/sound/loop.json");
    Session session = Session::start(scenario, plain_engine(), 1);
    CHECK(session.turn_bound() == 8);
    int said = 0;
    while (session.waits_for() == Session::Waits::reply)
        REQUIRE(session.answer(Input::say("您好" + std::to_string(++said))).has_value());
    CHECK(session.turns().size() <= 8);
    CHECK(session.ending()->id == "lost");
}

namespace {

struct NoScore final : ScoreSource {
    int per_cent() override { return 0; }
};

// Every play by choices and silence, to the end; returns the longest.
int longest_play(const ScenarioData& data, const State& state) {
    static const Heard silence = [] {
        Heard heard;
        heard.inputs = bit(InputSort::silent);
        return heard;
    }();
    if (state.ended != State::talking) return state.turn;
    NoScore score;
    Outcome outcome;
    int longest = 0;
    const auto follow = [&](const Reply& reply) {
        State next = state;
        step(data, next, nullptr, reply, score, outcome);
        longest = std::max(longest, longest_play(data, next));
    };
    const StageData& stage = data.stages[state.stage];
    for (std::size_t i = 0; i < stage.choices.size(); ++i) {
        if (!is_offered(stage, state, i)) continue;
        const Heard& heard = verdict_of(data, stage, stage.choices[i], plain_engine()).heard;
        follow({&heard, heard.inputs, &stage.choices[i], static_cast<int>(i)});
    }
    follow({&silence, silence.inputs, nullptr, -1});
    return longest;
}

}  // namespace

TEST_CASE("robots: no play at all is longer than the bound") {
    for (const std::string name : {"small", "loop"}) {
        const Scenario scenario = load(folder + "/sound/" + name + ".json");
        State state = initial_state(scenario.data());
        NoScore score;
        Outcome outcome;
        open_talk(scenario.data(), state, nullptr, score, outcome);
        const int longest = longest_play(scenario.data(), state);
        CAPTURE(name);
        CHECK(longest > 2);
        CHECK(longest <= turn_bound(scenario.data()));
    }
}
