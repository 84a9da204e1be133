#include <nlohmann/json.hpp>

#include "model/scenario_data.hpp"
#include "scenarios/session_json.hpp"

#include "fixtures.hpp"

using namespace huashu;
using namespace huashu::scenarios;
using namespace huashu::scenarios::testing;

namespace {

const std::vector<Input> whole_talk{Input::say("抱歉，\"幾天\"了？\n\t燈泡壞了嗎"), Input::stay_silent(),
                                    Input::choose("b"), Input::say("我安排電工，下午三點前到。")};

Session played(const Scenario& scenario, std::size_t turns) {
    Session session = Session::start(scenario, plain_engine(), 11);
    for (std::size_t i = 0; i < turns; ++i) REQUIRE(session.answer(whole_talk[i]).has_value());
    return session;
}

}  // namespace

TEST_CASE("save: restored after any turn, a talk goes on as if nothing had happened") {
    const Scenario scenario = small();
    const Session whole = played(scenario, whole_talk.size());
    for (std::size_t cut = 0; cut <= whole_talk.size(); ++cut) {
        CAPTURE(cut);
        const SavedSession saved = played(scenario, cut).save();
        const auto written = saved_session_from_json(to_json(saved));
        REQUIRE(written.has_value());
        CHECK(*written == saved);
        auto session = Session::restore(scenario, plain_engine(), *written);
        REQUIRE(session.has_value());
        for (std::size_t i = cut; i < whole_talk.size(); ++i) REQUIRE(session->answer(whole_talk[i]).has_value());
        CHECK(session->turns() == whole.turns());
        CHECK(session->opening() == whole.opening());
        CHECK(session->ending() == whole.ending());
        CHECK(session->scorecard().score == whole.scorecard().score);
    }
}

TEST_CASE("save: a shorter list of inputs rewinds, and another reply there leads elsewhere") {
    const Scenario scenario = small();
    SavedSession saved = played(scenario, 3).save();
    saved.inputs.resize(1);
    auto session = Session::restore(scenario, plain_engine(), saved);
    REQUIRE(session.has_value());
    CHECK(session->turns() == played(scenario, 1).turns());
    const auto rude = session->answer(Input::choose("c"));
    REQUIRE(rude.has_value());
    CHECK(rude->after.anger > rude->before.anger);
}

TEST_CASE("save: a turn written as JSON comes back equal, byte for byte") {
    const Session session = played(small(), whole_talk.size());
    for (const Turn& turn : session.turns()) {
        const std::string json = to_json(turn);
        const auto back = turn_from_json(json);
        REQUIRE(back.has_value());
        CHECK(*back == turn);
        CHECK(to_json(*back) == json);
        CHECK(nlohmann::ordered_json::parse(json).dump() == json);  // fingerprints on record were taken of such bytes
    }
}

TEST_CASE("save: the largest seed survives") {
    const Scenario scenario = small();
    const Session session = Session::start(scenario, plain_engine(), ~std::uint64_t{0});
    const auto back = saved_session_from_json(to_json(session.save()));
    REQUIRE(back.has_value());
    CHECK(back->seed == ~std::uint64_t{0});
}

TEST_CASE("save: what can't be restored says why") {
    const Scenario scenario = small();
    SavedSession saved = played(scenario, 2).save();
    SUBCASE("another scenario") {
        saved.scenario_id = "large";
        const auto session = Session::restore(scenario, plain_engine(), saved);
        REQUIRE_FALSE(session.has_value());
        CHECK(session.error().diagnostics.front().code == "other-scenario");
    }
    SUBCASE("a choice that the scenario no longer has") {
        saved.inputs[1] = Input::choose("z");
        const auto session = Session::restore(scenario, plain_engine(), saved);
        REQUIRE_FALSE(session.has_value());
        CHECK(session.error().diagnostics.front().code == "save-does-not-fit");
        CHECK(session.error().diagnostics.front().text.find("at turn 2") != std::string::npos);
    }
    SUBCASE("a changed file is no error, but can be told by the hash") {
        saved.scenario_hash = "0000000000000000";
        const auto session = Session::restore(scenario, plain_engine(), saved);
        REQUIRE(session.has_value());
        CHECK(session->save().scenario_hash != saved.scenario_hash);
    }
}

TEST_CASE("save: JSON that was not written by us is refused") {
    const std::string sound = to_json(played(small(), 2).save());
    for (std::size_t length = 0; length < sound.size(); length += 7)
        CHECK_FALSE(saved_session_from_json(sound.substr(0, length)).has_value());
    CHECK_FALSE(saved_session_from_json("[]").has_value());
    CHECK_FALSE(saved_session_from_json(R"({"version": 2})").has_value());
    CHECK_FALSE(turn_from_json(sound).has_value());
    std::string bad_seed = sound;
    bad_seed.replace(bad_seed.find("\"seed\":\"11\""), 11, "\"seed\":\"1x\"");
    CHECK_FALSE(saved_session_from_json(bad_seed).has_value());
}
