// A household that remembers: what a talk leaves behind, and what a later one makes of it.
#include "scenarios/history.hpp"

#include "scenarios/session_json.hpp"

#include "fixtures.hpp"
#include "golden.hpp"

using namespace huashu;
using namespace huashu::scenarios;
using namespace huashu::scenarios::testing;

namespace {

Scenario recorded() { return load(folder + "/sound/recorded.json"); }
Scenario returns() { return load(folder + "/sound/returns.json"); }

Session played(const Scenario& scenario, const std::vector<Input>& inputs, const History& history = {}) {
    Session session = Session::start(scenario, plain_engine(), 1, history);
    for (const Input& input : inputs) REQUIRE(session.take(input).has_value());
    return session;
}

std::vector<std::string> ids_of(const std::vector<Memory>& memories) {
    std::vector<std::string> ids;
    for (const Memory& memory : memories) ids.push_back(memory.id);
    return ids;
}

const std::vector<Input> best{Input::choose("a"), Input::choose("c")};

}  // namespace

TEST_CASE("history: a talk leaves memories when it is over, and none before") {
    CHECK(played(recorded(), {Input::choose("a")}).memories().empty());
    CHECK(ids_of(played(recorded(), best).memories()) == std::vector<std::string>{"on-time", "rang"});
    const Session rude = played(recorded(), {Input::choose("c"), Input::say("這不歸我管，你滾。")});
    CHECK(ids_of(rude.memories()) == std::vector<std::string>{"brushed-off", "rang"});
    CHECK(rude.memories()[0].sort == Memory::Sort::broken);
    CHECK(played(small(), best).memories().empty());
}

TEST_CASE("history: a newer memory of the same id takes the place of the older one") {
    History past{{"a"}, {"b"}, {}, Rank::bad};
    past = remember(past, {{"b", Memory::Sort::kept, ""}, {"c", Memory::Sort::said, ""}}, Rank::best);
    CHECK(past == History{{"a", "b"}, {}, {"c"}, Rank::best});
    CHECK(remember({}, {}, std::nullopt).empty());
}

TEST_CASE("history: what he remembers moves his mood and his words before the first reply") {
    const Session fresh = played(returns(), {});
    CHECK(fresh.initial_mood() == Mood{50, 40, 50});
    CHECK(fresh.opening_changes().empty());
    CHECK(fresh.opening()[0].text.find("上回") == std::string::npos);

    const Session let_down = played(returns(), {}, {{}, {"brushed-off"}, {}, Rank::bad});
    CHECK(let_down.initial_mood() == Mood{60, 25, 50});
    REQUIRE(let_down.opening_changes().size() == 1);
    CHECK(let_down.opening_changes()[0].cause == "memory let-down");
    CHECK(let_down.opening()[0].text == "上回你們就推，這回呢？");

    const Session other = played(returns(), {}, {{}, {"something-else"}, {}, std::nullopt});
    CHECK(other.opening()[0].text == "又是你們。");  // an unknown memory counts as a broken promise, not as this one

    const Session pleased = played(returns(), {}, {{"on-time"}, {}, {}, Rank::best});
    CHECK(pleased.initial_mood() == Mood{50, 50, 50});
    CHECK(pleased.opening()[0].text == "上回電工來得準，這回又壞了。");
}

TEST_CASE("history: it is saved with the talk, which comes back equal byte for byte") {
    const History past{{"on-time"}, {"brushed-off"}, {"rang"}, Rank::mixed};
    const Session session = played(returns(), best, past);
    const std::string json = to_json(session.save());
    const auto saved = saved_session_from_json(json);
    REQUIRE(saved.has_value());
    CHECK(*saved == session.save());
    CHECK(to_json(*saved) == json);
    const auto again = Session::restore(returns(), plain_engine(), *saved);
    REQUIRE(again.has_value());
    CHECK(again->turns() == session.turns());
    CHECK(again->opening() == session.opening());
    CHECK(again->history() == past);
}

TEST_CASE("history: talks that were saved before there were households still restore") {
    const auto saved = saved_session_from_json(huashu::test::read_whole(folder + "/saves/session-1.json"));
    REQUIRE(saved.has_value());
    CHECK(saved->history.empty());
    CHECK(saved->inputs.size() == 2);
    REQUIRE(Session::restore(small(), plain_engine(), *saved).has_value());
    const auto turn = turn_from_json(huashu::test::read_whole(folder + "/saves/turn-1.json"));
    REQUIRE(turn.has_value());
    CHECK(turn->judgement->findings.at(0).paid_by.empty());
    CHECK(turn->judgement->ledger.back().kind == scoring::LedgerLine::Kind::shared);
    CHECK_FALSE(saved_session_from_json(R"({"version": 3, "scenario": "small"})").has_value());
}
