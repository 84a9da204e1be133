// Playing in a terminal, with the lines that a person types handed in as a file.
#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>

#include "records/records.hpp"
#include "records/sqlite.hpp"
#include "world.hpp"

using namespace huashu;
using namespace huashu::app;
using huashu::test::TemporaryFolder;

namespace {

struct Terminal : World {
    const TemporaryFolder data;
    Terminal() {
        is_terminal = true;
        variables["HUASHU_DATA"] = data.path();
    }
    int type(const std::string& lines, std::vector<std::string> arguments) {
        input = lines;
        out.clear();
        err.clear();
        return run(with_small_content(std::move(arguments)));
    }
    [[nodiscard]] bool shows(const std::string& text) const { return out.find(text) != std::string::npos; }
    [[nodiscard]] Records records() const {
        auto opened = Records::open({data.path(), {}, {}});
        REQUIRE(opened.has_value());
        return std::move(*opened);
    }
};

}  // namespace

TEST_CASE("terminal: a conversation from the first choice to the scorecard, on record") {
    Terminal terminal;
    CHECK(terminal.type("?\n:f\n:m\n2\n師傅下午三點到。\n\n", {"play", "drip", "--seed", "3"}) == 0);
    CHECK(terminal.err.empty());
    CHECK(terminal.shows("  1  非常抱歉，我們儘快處理。"));
    CHECK(terminal.shows("A number chooses"));
    CHECK(terminal.shows("Facts known: 0 of 1"));
    CHECK(terminal.shows("李先生，非常抱歉。請問是廚房哪裡滴水？"));
    CHECK(terminal.shows("說定了"));
    CHECK(terminal.shows("Score"));
    const auto results = terminal.records().last_results();
    REQUIRE(results.has_value());
    CHECK(results->at("drip").end->ending == "settled");
}

TEST_CASE("terminal: who leaves is asked next time, goes on, and is shown what was said") {
    Terminal terminal;
    CHECK(terminal.type("這不歸我管。\n:q\n", {"play", "drip"}) == 0);
    CHECK(terminal.shows("Kept."));
    CHECK(terminal.type("\n2\n1\n\n", {"play", "drip"}) == 0);
    CHECK(terminal.shows("An attempt is unfinished (turn 1)"));
    CHECK(terminal.shows("這不歸我管。"));
    CHECK(terminal.shows("說定了"));
    CHECK(terminal.records().history("drip")->size() == 1);
}

TEST_CASE("terminal: who would rather begin anew leaves the old attempt behind") {
    Terminal terminal;
    CHECK(terminal.type("1\n", {"play", "drip"}) == 0);  // the input ends: left, and kept
    CHECK(terminal.type("n\n2\n1\n\n", {"play", "drip"}) == 0);
    CHECK(terminal.records().unfinished()->empty());
    const auto history = terminal.records().history("drip");
    REQUIRE(history->size() == 2);
    CHECK(history->at(1).status == AttemptStatus::dropped);
}

TEST_CASE("terminal: after the end one plays again from a turn") {
    Terminal terminal;
    CHECK(terminal.type("3\n你滾出去！\n9\n2\n2\n1\n\n", {"play", "drip"}) == 0);
    CHECK(terminal.shows("不歡而散"));
    CHECK(terminal.shows("說定了"));
    const auto history = terminal.records().history("drip");
    REQUIRE(history->size() == 2);
    CHECK(history->at(0).rewinds == history->at(1).id);
    CHECK(history->at(0).turns == 3);
}

TEST_CASE("terminal: without a command and a display there is a menu") {
    Terminal terminal;
    CHECK(terminal.type("5\n1\n2\n1\n\n\n", {}) == 0);
    CHECK(terminal.shows("廚房滴水"));
    CHECK(terminal.shows("說定了"));
    CHECK(terminal.shows("last score"));
}

TEST_CASE("terminal: a data folder that can't be used is a failure with a remedy, and nothing is played") {
    Terminal terminal;
    const std::string file = terminal.data.write("file", "x");
    terminal.variables["HUASHU_DATA"] = file;
    CHECK(terminal.type("1\n", {"play", "drip"}) == status_system);
    CHECK(terminal.err.find(file) != std::string::npos);
    CHECK(terminal.err.find("help:") != std::string::npos);
    CHECK(terminal.out.empty());
}

TEST_CASE("terminal: a damaged file of records is told, and the play goes on with a new one") {
    Terminal terminal;
    terminal.data.write("records.db", "no database, but long enough to be looked at");
    CHECK(terminal.type("2\n1\n\n", {"play", "drip"}) == 0);
    CHECK(terminal.err.find("records-damaged-1.db") != std::string::npos);
    CHECK(terminal.records().last_results()->size() == 1);
}

TEST_CASE("terminal: records of a newer version are refused with words, and kept") {
    Terminal terminal;
    CHECK(terminal.type("1\n", {"play", "drip"}) == 0);
    {
        auto database = Database::open(terminal.data / "records.db");
        REQUIRE(database.has_value());
        REQUIRE(database->execute("PRAGMA user_version = 99").has_value());
    }
    CHECK(terminal.type("1\n", {"play", "drip"}) == status_system);
    CHECK(terminal.err.find("newer version") != std::string::npos);
    CHECK(terminal.err.find("--data") != std::string::npos);
    CHECK(terminal.out.empty());
}

TEST_CASE("terminal: a reply of a megabyte is judged, kept and shown") {
    Terminal terminal;
    std::string large;
    while (large.size() < 1'000'000) large += "我們馬上安排，";
    CHECK(terminal.type(large + "\n", {"play", "drip"}) == 0);
    const auto history = terminal.records().history("drip");
    REQUIRE(history->size() == 1);
    CHECK(terminal.records().read(history->front().id)->turns[0].input.value == large);
}

TEST_CASE("terminal: scripted replies leave no record") {
    Terminal terminal;
    CHECK(terminal.type("", {"play", "drip", "--replies", "tests/app/fixtures/mixed.txt"}) == 0);
    CHECK_FALSE(std::filesystem::exists(terminal.data / "records.db"));
}

TEST_CASE("terminal: without a terminal or a display a shipped conversation is played, and ends") {
    World world;
    CHECK(world.run({}) == 0);
    CHECK(world.out.find("Scorecard") != std::string::npos);
    CHECK(world.out.find("not over") == std::string::npos);
    CHECK(world.out.find("1^") != std::string::npos);
}
