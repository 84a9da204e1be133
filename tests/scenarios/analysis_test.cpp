// The search against brute force: every play of a small scenario is played and its scorecard reckoned.
#include "scenarios/analysis.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include "check/walk.hpp"
#include "scenarios/library.hpp"

#include "support/generated_scenario.hpp"
#include "support/temporary_folder.hpp"

#include "fixtures.hpp"

using namespace huashu;
using namespace huashu::scenarios;
using namespace huashu::scenarios::testing;

namespace {

struct Extremes {
    int best = -1, worst = 101;
    std::size_t shortest = 1000;
};

void play_all(Walker& walker, const Walk& walk, std::map<int, Extremes>& found, std::size_t& plays) {
    if (walker.over(walk)) {
        ++plays;
        Extremes& extremes = found[walk.state.ended];
        const int score = walker.score(walk);
        extremes.best = std::max(extremes.best, score);
        extremes.worst = std::min(extremes.worst, score);
        extremes.shortest = std::min(extremes.shortest, walk.turns.size());
        return;
    }
    for (const int move : walker.moves(walk)) {
        if (move == silence_move) continue;
        Walk next = walk;
        walker.go(next, move);
        play_all(walker, next, found, plays);
    }
}

int best_from(Walker& walker, const Walk& walk) {
    std::map<int, Extremes> found;
    std::size_t plays = 0;
    play_all(walker, walk, found, plays);
    int best = -1;
    for (const auto& [ending, extremes] : found) best = std::max(best, extremes.best);
    return best;
}

int choice_of(const StageData& stage, const std::string& id) {
    for (std::size_t i = 0; i < stage.choices.size(); ++i)
        if (stage.choices[i].card.id == id) return static_cast<int>(i);
    return -1;
}

struct Reached {
    std::vector<bool> stages, endings;
};

// Every play by choices and silence.
void reach_all(Walker& walker, const Walk& walk, Reached& reached) {
    if (walker.over(walk)) {
        if (walk.state.ended >= 0) reached.endings[walk.state.ended] = true;
        return;
    }
    reached.stages[walk.state.stage] = true;
    for (const int move : walker.moves(walk)) {
        Walk next = walk;
        walker.go(next, move);
        reach_all(walker, next, reached);
    }
}

void reach_by_play(const Scenario& scenario, const PlayData& play, Reached& reached) {
    Session session = Session::start(scenario, plain_engine(), 1, play.history);
    for (const PlayTurn& turn : play.turns)
        if (session.waits_for() == Session::Waits::nothing || !session.take(turn.input)) break;
    for (std::size_t i = 0; i < scenario.data().stages.size(); ++i)
        for (const Turn& turn : session.turns())
            if (turn.stage == scenario.data().stages[i].id) reached.stages[i] = true;
    for (std::size_t i = 0; i < scenario.data().endings.size(); ++i)
        if (session.ending() && session.ending()->id == scenario.data().endings[i].card.id) reached.endings[i] = true;
}

Scenario generated(int stages) {
    const huashu::test::TemporaryFolder temporary;
    return load(temporary.write("long.json", huashu::test::generated_scenario("long", stages, "plain")));
}

void compare_with_brute_force(const Scenario& scenario, std::size_t fewest_plays) {
    CAPTURE(scenario.card().id);
    Walker walker(scenario.data(), plain_engine());
    std::map<int, Extremes> all;
    std::size_t plays = 0;
    play_all(walker, walker.begin(), all, plays);
    CHECK(plays >= fewest_plays);
    const Analysis analysis = analyse(scenario, plain_engine());
    CHECK(analysis.exact);
    REQUIRE(analysis.endings.size() == all.size());
    for (const EndingReach& reach : analysis.endings) {
        CAPTURE(reach.ending);
        int index = State::left;
        for (std::size_t i = 0; i < scenario.data().endings.size(); ++i)
            if (scenario.data().endings[i].card.id == reach.ending) index = static_cast<int>(i);
        CHECK(reach.best.score == all[index].best);
        CHECK(reach.worst.score == all[index].worst);
        CHECK(reach.shortest == all[index].shortest);
    }
}

}  // namespace

TEST_CASE("analysis: best, worst and shortest of every ending are those of all plays") {
    int scenarios = 0;
    for (const std::string name : {"sound", "unsound", "giveaway"})
        for (const auto& entry : std::filesystem::directory_iterator(folder + "/" + name)) {
            if (entry.path().extension() != ".json") continue;
            ++scenarios;
            compare_with_brute_force(load(entry.path().generic_string()), 1);
        }
    CHECK(scenarios >= 25);
    compare_with_brute_force(generated(6), 1000);
}

TEST_CASE("analysis: what the static check calls out of reach no play reaches, and all else some play does") {
    for (const std::string name : {"sound", "unsound"})
        for (const auto& entry : std::filesystem::directory_iterator(folder + "/" + name)) {
            if (entry.path().extension() != ".json") continue;
            const Scenario scenario = load(entry.path().generic_string());
            const ScenarioData& data = scenario.data();
            CAPTURE(scenario.card().id);
            Reached reached{std::vector<bool>(data.stages.size()), std::vector<bool>(data.endings.size())};
            Walker walker(data, plain_engine());
            reach_all(walker, walker.begin(), reached);
            for (const PlayData& play : data.plays) reach_by_play(scenario, play, reached);
            std::set<std::string> called_out;
            for (const Diagnostic& problem : check_scenario(scenario, plain_engine()))
                if (problem.code == "stage-unreached" || problem.code == "ending-unreached" ||
                    problem.code == "stage-unlinked")
                    called_out.insert(problem.text);
            const auto is_called_out = [&](const std::string& id) {
                return std::any_of(called_out.begin(), called_out.end(), [&](const std::string& text) {
                    return text.find("\"" + id + "\"") != std::string::npos;
                });
            };
            for (std::size_t i = 0; i < data.stages.size(); ++i)
                CHECK_MESSAGE(is_called_out(data.stages[i].id) == !reached.stages[i], data.stages[i].id);
            for (std::size_t i = 0; i < data.endings.size(); ++i)
                CHECK_MESSAGE(is_called_out(data.endings[i].card.id) == !reached.endings[i], data.endings[i].card.id);
        }
}

TEST_CASE("analysis: each figure comes with a play that shows it") {
    const Scenario scenario = small();
    const Analysis analysis = analyse(scenario, plain_engine());
    CHECK(analysis.best.score == 100);
    CHECK(analysis.best.ending == "settled");
    for (const EndingReach& reach : analysis.endings)
        for (const AnalysedPlay* play : {&reach.best, &reach.worst}) {
            auto session = Session::restore(scenario, plain_engine(), {"small", "", "", 1, play->inputs});
            REQUIRE(session.has_value());
            REQUIRE(session->ending().has_value());
            CHECK(session->ending()->id == reach.ending);
            CHECK(session->scorecard().score == play->score);
        }
}

TEST_CASE("analysis: it knows from where on a pass is out of reach") {
    const Scenario scenario = small();
    const Analysis analysis = analyse(scenario, plain_engine());
    REQUIRE(analysis.no_return.has_value());
    Walker walker(scenario.data(), plain_engine());
    Walk walk = walker.begin();
    for (const Input& input : analysis.no_return->play.inputs) {
        const auto& choices = scenario.data().stages[walk.state.stage].choices;
        for (std::size_t i = 0; i < choices.size(); ++i)
            if (choices[i].card.id == input.value) {
                walker.go(walk, static_cast<int>(i));
                break;
            }
    }
    std::map<int, Extremes> ahead;
    std::size_t plays = 0;
    play_all(walker, walk, ahead, plays);
    REQUIRE(plays > 0);
    for (const auto& [ending, extremes] : ahead) CHECK(extremes.best < 70);
}

TEST_CASE("analysis: where rudeness pays, every play from there bears it out") {
    const Scenario scenario = load(folder + "/unsound/rudeness-pays.json");
    const Analysis analysis = analyse(scenario, plain_engine());
    REQUIRE_FALSE(analysis.rudeness_pays.empty());
    Walker walker(scenario.data(), plain_engine());
    for (const RudenessPays& found : analysis.rudeness_pays) {
        CAPTURE(found.worse);
        Walk walk = walker.begin();
        for (const Input& input : found.play.inputs)
            walker.go(walk, choice_of(scenario.data().stages[walk.state.stage], input.value));
        const StageData& stage = scenario.data().stages[walk.state.stage];
        CHECK(stage.id == found.stage);
        Walk worse = walk, better = walk;
        walker.go(worse, choice_of(stage, found.worse));
        walker.go(better, choice_of(stage, found.better));
        CHECK(best_from(walker, worse) == found.play.score);
        CHECK(best_from(walker, better) == found.better_score);
        CHECK(found.play.score > found.better_score);
    }
    CHECK(analyse(small(), plain_engine()).rudeness_pays.empty());
}

TEST_CASE("analysis: with too few states it says that it is not exact") {
    const Scenario scenario = generated(14);
    const Analysis analysis = analyse(scenario, plain_engine(), {.most_states = 2000});
    CHECK_FALSE(analysis.exact);
    Walker walker(scenario.data(), plain_engine());
    Walk best = walker.begin();
    walker.finish(best, Quality::best);
    CHECK(analysis.best.score >= walker.score(best));  // the search keeps what leads furthest up
    CHECK(analyse(small(), plain_engine()).exact);
}
