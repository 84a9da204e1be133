#include "play/hints.hpp"

#include <doctest/doctest.h>

#include "app/records/samples.hpp"
#include "app/small_library.hpp"
#include "play/attempt.hpp"

using namespace huashu;
using namespace huashu::app;
using huashu::test::TemporaryFolder;
using scenarios::Input;

TEST_CASE("hints: each rung costs more than the one before, and a score never falls below zero") {
    CHECK(hint_cost(0) == 0);
    CHECK(hint_cost(hint_rungs + 1) == 0);
    for (int rung = 2; rung <= hint_rungs; ++rung) CHECK(hint_cost(rung) > hint_cost(rung - 1));
    const std::vector<HintTaken> all{{0, 1}, {0, 2}, {0, 3}};
    CHECK(hint_points(all) == hint_cost(1) + hint_cost(2) + hint_cost(3));
    CHECK(score_after_hints(90, all) == 90 - hint_points(all));
    CHECK(score_after_hints(2, all) == 0);
}

TEST_CASE("hints: what was taken is on record with its reply, lowers the score on record, and survives resuming") {
    const TemporaryFolder folder;
    Records records = open(folder);
    const scenarios::Scenario& drip = *small_library().find("drip");
    const scoring::Engine& engine = *small_library().engine;
    auto attempt = Attempt::start(drip, engine, 7, &records);
    REQUIRE(attempt.has_value());
    REQUIRE(attempt->answer(Input::choose("b")).has_value());
    REQUIRE(attempt->take_hint(1).has_value());
    REQUIRE(attempt->take_hint(2).has_value());
    REQUIRE(attempt->take_hint(2).has_value());  // shown twice, paid once
    REQUIRE(attempt->take_hint(9).has_value());  // no such rung
    {
        const auto after_kill = Attempt::resume(attempt->id(), drip, engine, records);
        REQUIRE(after_kill.has_value());
        CHECK(after_kill->hints() == attempt->hints());  // nothing was said since, and yet they count
        CHECK(after_kill->rewind(1)->hints().empty());
    }
    CHECK(attempt->hints() == std::vector<HintTaken>{{1, 1}, {1, 2}});
    REQUIRE(attempt->answer(Input::choose("a")).has_value());
    const auto stored = records.read(attempt->id());
    REQUIRE(stored.has_value());
    CHECK(stored->turns[0].hints.empty());
    CHECK(stored->turns[1].hints == std::vector<int>{1, 2});
    REQUIRE(stored->summary.end.has_value());
    const int full = attempt->session().scorecard().score;
    CHECK(stored->summary.end->score == score_after_hints(full, attempt->hints()));
    CHECK(stored->summary.end->score < full);
    const auto again = Attempt::look_back(attempt->id(), drip, engine, records);
    REQUIRE(again.has_value());
    CHECK(again->hints() == attempt->hints());
    const auto before = again->rewind(1);
    REQUIRE(before.has_value());
    CHECK(before->hints().empty());
}

TEST_CASE("hints: what stands on record is read strictly") {
    CHECK(parse_hint(to_json({3, 2})) == HintTaken{3, 2});
    for (const char* bad : {"", "[]", "{}", R"({"turn":1})", R"({"turn":"1","rung":2})", "{"}) {
        CAPTURE(bad);
        CHECK_FALSE(parse_hint(bad));
    }
}
