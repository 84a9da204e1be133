// The shipped library with the shipped pack: everything loads, robots can play it, plays hold. Finding nothing fails.
#include <filesystem>

#include "check/report.hpp"
#include "model/scenario_data.hpp"
#include "robots.hpp"
#include "scenarios/cards.hpp"
#include "scenarios/coverage.hpp"
#include "scenarios/session_json.hpp"

#include "fixtures.hpp"

using namespace huashu;
using namespace huashu::scenarios;
using namespace huashu::scenarios::testing;

namespace {

const scoring::Engine& shipped_engine() {
    static const scoring::Engine engine = make_engine("scoring/packs/zh");
    return engine;
}

const Loaded<std::vector<Scenario>>& shipped() {
    static const auto library = [] {
        auto loaded = load_library("scenarios/library", shipped_engine());
        REQUIRE(loaded.has_value());
        return std::move(*loaded);
    }();
    return library;
}

std::size_t files_in(const std::string& path) {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(path)) count += entry.path().extension() == ".json";
    return count;
}

}  // namespace

TEST_CASE("content: every shipped scenario and persona loads without a problem") {
    for (const Diagnostic& problem : shipped().problems) CHECK_MESSAGE(false, to_text(problem));
    CHECK(shipped().value.size() >= 6);
    CHECK(shipped().value.size() == files_in("scenarios/library"));
}

TEST_CASE("content: robots play every shipped scenario to an end") {
    REQUIRE_FALSE(shipped().value.empty());
    for (const Scenario& scenario : shipped().value)
        for (const Robot robot : robots)
            for (std::uint64_t seed = 0; seed < plays_of_each(12); ++seed) {
                CAPTURE(scenario.card().id);
                CAPTURE(seed);
                (void)play_robot(robot, scenario, shipped_engine(), seed);
            }
}

TEST_CASE("content: golden plays come out the same straight and through save and load at each turn") {
    REQUIRE_FALSE(shipped().value.empty());
    for (const Scenario& scenario : shipped().value)
        for (const PlayData& play : scenario.data().plays) {
            CAPTURE(scenario.card().id);
            CAPTURE(play.id);
            Session straight = Session::start(scenario, shipped_engine(), 1, play.history);
            Session saved_often = Session::start(scenario, shipped_engine(), 1, play.history);
            for (const PlayTurn& turn : play.turns) {
                if (!straight.take(turn.input)) break;
                const auto saved = saved_session_from_json(to_json(saved_often.save()));
                REQUIRE(saved.has_value());
                auto again = Session::restore(scenario, shipped_engine(), *saved);
                REQUIRE(again.has_value());
                saved_often = std::move(*again);
                REQUIRE(saved_often.take(turn.input).has_value());
            }
            CHECK(straight.turns() == saved_often.turns());
            CHECK(straight.ending() == saved_often.ending());
            CHECK(straight.scorecard().ledger == saved_often.scorecard().ledger);
        }
}
TEST_CASE("content: two scenarios of each complaint family") {
    std::map<scoring::Complaint, int> families;
    for (const Scenario& scenario : shipped().value) ++families[scenario.card().complaint];
    CHECK(families.size() == 3);
    for (const auto& [family, count] : families) CHECK(count >= 2);
}

TEST_CASE("content: every speech act is rewarded and every forbidden family broken by some scenario") {
    const LibraryCoverage coverage = coverage_of(shipped().value, shipped_engine());
    CHECK(coverage.replies > 100);
    for (std::size_t i = 0; i < scoring::act_count; ++i)
        CHECK_MESSAGE(!coverage.acts[i].empty(), name_of(static_cast<scoring::Act>(i)));
    for (std::size_t i = 0; i < scoring::family_count; ++i)
        CHECK_MESSAGE(!coverage.families[i].empty(), name_of(static_cast<scoring::Family>(i)));
}

TEST_CASE("content: every scenario asks for a record, and it can be had by playing well") {
    for (const Scenario& scenario : shipped().value) {
        CAPTURE(scenario.card().id);
        CHECK(has_record(scenario));
        Diagnostics problems;
        check_record({scenario, scenario.data(), shipped_engine(), problems});
        for (const Diagnostic& problem : problems) CHECK_MESSAGE(false, to_text(problem));
    }
}

TEST_CASE("content: households that come back remember, and call backs come days later") {
    int returning = 0, later = 0;
    for (const Scenario& scenario : shipped().value) {
        returning += scenario.data().household.after.empty() ? 0 : 1;
        for (const StageData& stage : scenario.data().stages) later += stage.days_later > 0 ? 1 : 0;
    }
    CHECK(returning >= 2);
    CHECK(later >= 20);
}

TEST_CASE("content: the cards that are read ahead say what the loaded scenarios say") {
    const std::vector<ScenarioCard> cards = read_cards("scenarios/library");
    REQUIRE(cards.size() == shipped().value.size());
    for (std::size_t i = 0; i < cards.size(); ++i) {
        const ScenarioCard& ahead = cards[i];
        const ScenarioCard& loaded = shipped().value[i].card();
        CAPTURE(loaded.id);
        CHECK(ahead.id == loaded.id);
        CHECK(ahead.title == loaded.title);
        CHECK(ahead.persona_name == loaded.persona_name);
        CHECK(ahead.brief == loaded.brief);
        CHECK(ahead.difficulty == loaded.difficulty);
        CHECK(ahead.channel == loaded.channel);
        CHECK(ahead.owner.about == loaded.owner.about);
    }
    CHECK(read_cards("no/such/folder").empty());
    for (const ScenarioCard& card : read_cards(testing::folder + "/broken")) CHECK_FALSE(card.title.empty());
}
