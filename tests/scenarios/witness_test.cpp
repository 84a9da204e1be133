// Witnesses against brute force: no play is shorter, and each shows what it says it shows.
#include "scenarios/witness.hpp"

#include <algorithm>
#include <map>

#include "check/walk.hpp"

#include "fixtures.hpp"

using namespace huashu;
using namespace huashu::scenarios;
using namespace huashu::scenarios::testing;

namespace {

using Shortest = std::map<std::string, std::size_t>;  // turns, by "stage x", "choice x/a", "ending x"

void meet(Shortest& shortest, const std::string& what, std::size_t turns) {
    const auto [found, fresh] = shortest.emplace(what, turns);
    if (!fresh) found->second = std::min(found->second, turns);
}

void play_on(Walker& walker, const ScenarioData& data, const Walk& walk, Shortest& shortest) {
    if (walker.over(walk)) {
        if (walk.state.ended >= 0)
            meet(shortest, "ending " + data.endings[walk.state.ended].card.id, walk.turns.size());
        return;
    }
    const StageData& stage = data.stages[walk.state.stage];
    meet(shortest, "stage " + stage.id, walk.turns.size());
    for (const int move : walker.moves(walk)) {
        if (move >= 0) meet(shortest, "choice " + stage.id + "/" + stage.choices[move].card.id, walk.turns.size() + 1);
        Walk next = walk;
        walker.go(next, move);
        play_on(walker, data, next, shortest);
    }
}

const Witness& of(const Witnesses& found, Witness::Sort sort, const std::string& id) {
    const auto part = std::find_if(found.parts.begin(), found.parts.end(),
                                   [&](const Witness& each) { return each.sort == sort && each.id == id; });
    REQUIRE_MESSAGE(part != found.parts.end(), id);
    return *part;
}

}  // namespace

TEST_CASE("witness: the play to each stage, choice and ending is a shortest one of all plays") {
    for (const std::string name : {"small", "loop", "pressed"}) {
        CAPTURE(name);
        const Scenario scenario = load(folder + "/sound/" + name + ".json");
        Walker walker(scenario.data(), plain_engine());
        Shortest shortest;
        play_on(walker, scenario.data(), walker.begin(), shortest);
        const Witnesses found = find_witnesses(scenario, plain_engine());
        CHECK(found.exact);
        int searched = 0;
        for (const Witness& part : found.parts) {
            const std::string key = std::string(name_of(part.sort)) + " " + part.id;
            if (part.by != Witness::By::search || !shortest.contains(key)) continue;
            ++searched;
            CAPTURE(key);
            CHECK(part.inputs.size() == shortest.at(key));
        }
        CHECK(searched == static_cast<int>(shortest.size()));
    }
}

TEST_CASE("witness: each play can be played, and meets what it is for") {
    const Scenario scenario = small();
    const Witnesses found = find_witnesses(scenario, plain_engine());
    int lines = 0;
    for (const Witness& part : found.parts) {
        CAPTURE(part.id);
        CHECK(part.place.line > 0);
        if (part.by != Witness::By::search) continue;
        auto session = Session::restore(scenario, plain_engine(), {"small", "", "", 1, part.inputs});
        REQUIRE(session.has_value());
        if (part.sort == Witness::Sort::stage) CHECK(session->stage_id() == part.id);
        if (part.sort == Witness::Sort::ending) CHECK(session->ending()->id == part.id);
        if (part.sort == Witness::Sort::choice)
            CHECK(session->turns().back().stage + "/" + session->turns().back().input.value == part.id);
        lines += part.sort == Witness::Sort::line ? 1 : 0;
    }
    CHECK(lines > 8);
}

TEST_CASE("witness: what only typed words bring about is met by a golden play, or by none") {
    const Witnesses found = find_witnesses(small(), plain_engine());
    const Witness& fall = of(found, Witness::Sort::fact, "fall");
    CHECK(fall.by == Witness::By::golden_play);
    CHECK(fall.golden_play == "mixed");
    CHECK(fall.inputs.size() == 3);
    CHECK(of(found, Witness::Sort::line, "不是燈泡的事。").by == Witness::By::nothing);
    const Witness& opening = of(found, Witness::Sort::stage, "receive");
    CHECK(opening.by == Witness::By::search);
    CHECK(opening.inputs.empty());
}

TEST_CASE("witness: with too few states it says that it is not exact") {
    const Witnesses found = find_witnesses(small(), plain_engine(), {.most_states = 3});
    CHECK_FALSE(found.exact);
    CHECK(found.gave_up);
}

TEST_CASE("witness: a search for one part ends there, with the play that a search for all finds") {
    const Witnesses all = find_witnesses(small(), plain_engine());
    CHECK_FALSE(all.gave_up);
    std::size_t fewest = all.states;
    for (const Witness& wanted : all.parts) {
        CAPTURE(wanted.id);
        const auto is_it = [&](const Witness& part) { return part.sort == wanted.sort && part.id == wanted.id; };
        const Witnesses one = find_witnesses(small(), plain_engine(), {}, is_it);
        const Witness& found = of(one, wanted.sort, wanted.id);
        CHECK(found.by == wanted.by);
        CHECK(found.inputs == wanted.inputs);
        fewest = std::min(fewest, one.states);
    }
    CHECK(fewest < all.states);
}

TEST_CASE("margins: a play that stands near a threshold is told, with the turn and the distance") {
    const Scenario close = load(folder + "/unsound/play-close.json");
    const Diagnostics problems = check_margins(close, plain_engine(), 2);
    REQUIRE_FALSE(problems.empty());
    CHECK(problems.front().code == "play-close");
    CHECK(problems.front().level == Level::warning);
    CHECK(
        problems.front().text ==
        "the play \"mixed\", turn 1: were the anger 1 higher, it would end in \"hangs-up\"; it goes on in \"receive\"");
    for (const Diagnostic& problem : check_margins(close, plain_engine(), 0)) CHECK_MESSAGE(false, problem.text);
}
