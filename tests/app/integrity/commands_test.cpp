// The commands that look after records, from the outside.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "../commands/world.hpp"
#include "records/people.hpp"
#include "records/records.hpp"
#include "records/sqlite.hpp"

using namespace huashu;
using namespace huashu::app;
using huashu::test::TemporaryFolder;

namespace {

struct RecordsOffice : World {
    const TemporaryFolder data;
    RecordsOffice() { variables["HUASHU_DATA"] = data.path(); }

    int command(std::vector<std::string> arguments, const std::string& typed = {}) {
        input = typed;
        out.clear();
        err.clear();
        return run(with_small_content(std::move(arguments)));
    }
    [[nodiscard]] bool shows(const std::string& text) const { return out.find(text) != std::string::npos; }
    void play() {
        is_terminal = true;
        CHECK(command({"play", "drip", "--seed", "3"}, "2\n師傅下午三點到。\n\n") == 0);
        is_terminal = false;
    }
    void tamper(const std::string& sql) const {
        auto database = Database::open(data / "records.db");
        REQUIRE(database.has_value());
        for (const char* trigger : {"event_is_never_changed", "event_is_only_erased"})
            REQUIRE(database->execute(std::string("DROP TRIGGER IF EXISTS ") + trigger).has_value());
        REQUIRE(database->execute(sql).has_value());
    }
};

}  // namespace

TEST_CASE("integrity commands: verify and rescore find nothing in what was played, and a changed score twice") {
    RecordsOffice office;
    CHECK(office.command({"verify"}) == 2);
    CHECK(office.err.find("there are no records") != std::string::npos);
    office.play();
    CHECK(office.command({"verify"}) == 0);
    CHECK(office.shows("No record was changed"));
    CHECK(office.command({"rescore"}) == 0);
    CHECK(office.shows("Attempts and sittings as recorded: 1"));

    office.tamper("UPDATE event SET body = json_set(body, '$.score', 1) WHERE number = 1");
    CHECK(office.command({"verify"}) == 1);
    CHECK(office.shows("turn 1: its record 1 (turn) was changed [changed]"));
    CHECK(office.command({"verify", "--format", "json"}) == 1);
    const auto verified = nlohmann::json::parse(office.out);
    CHECK(verified.at(0).at("problems").at(0).at("turn") == 1);
    CHECK(office.command({"rescore"}) == 1);
    CHECK(office.shows("turn 1 score: 1 → "));
    CHECK(office.command({"rescore", "--format", "json"}) == 1);
    CHECK(nlohmann::json::parse(office.out).at("verdict") == "differs");
    CHECK(office.command({"rescore", "none"}) == 2);
    CHECK(office.command({"verify", "--head", "1-0-00000000000000000000000000000000"}) == 1);
    CHECK(office.shows("[unknown-head]"));
}

TEST_CASE("integrity commands: content that is not the one of the attempt is said, and is no failure") {
    RecordsOffice office;
    office.play();
    office.tamper("UPDATE attempt SET scenario_hash = 'another'");
    CHECK(office.command({"rescore"}) == 0);
    CHECK(office.shows("has been changed since"));
    office.tamper("UPDATE attempt SET scenario_id = 'none'");
    CHECK(office.command({"rescore", "--format", "json"}) == 0);
    CHECK(nlohmann::json::parse(office.out).at("verdict") == "scenario-gone");
}

TEST_CASE("integrity commands: a person is exported and erased only with the passphrase, and with --yes") {
    RecordsOffice office;
    office.play();
    CHECK(office.command({"lock"}) == 0);
    CHECK(office.shows("No passphrase is set"));
    CHECK(office.command({"lock", "set"}, "short\n") == 2);
    CHECK(office.command({"lock", "set"}, "a good long one\n") == 0);
    CHECK(office.shows("Recovery code: "));
    CHECK(office.command({"person", "list"}) == 0);
    CHECK(office.shows("first"));
    CHECK(office.command({"person", "export", "first"}, "wrong\n") == 2);
    CHECK(office.err.find("this is not right") != std::string::npos);
    CHECK(office.command({"person", "export", "first"}) == 2);
    CHECK(office.command({"person", "export", "first"}, "a good long one\n") == 0);
    CHECK(nlohmann::json::parse(office.out).at("attempts").size() == 1);
    CHECK(office.command({"person", "erase", "first"}, "a good long one\n") == 2);
    CHECK(office.command({"person", "erase", "first", "--yes"}, "a good long one\n") == 0);
    CHECK(office.shows("Erased"));
    CHECK(office.command({"person", "erase", "nobody", "--yes"}) == 2);
    CHECK(office.command({"verify"}) == 0);
    CHECK(office.shows("erased attempts: 1"));
}

TEST_CASE("integrity commands: a backup verifies, and a retention time counts before it erases") {
    RecordsOffice office;
    office.play();
    const TemporaryFolder elsewhere;
    CHECK(office.command({"backup", elsewhere / "copy"}) == 0);
    CHECK(office.shows("verified"));
    CHECK(office.command({"--data", elsewhere / "copy", "verify"}) == 0);
    CHECK(office.command({"backup", elsewhere / "copy"}) == 2);
    CHECK(office.command({"retention"}) == 0);
    CHECK(office.shows("without end"));
    CHECK(office.command({"retention", "--apply"}) == 2);
    CHECK(office.command({"retention", "0"}) == 2);
    CHECK(office.command({"retention", "365", "--apply"}) == 0);
    CHECK(office.shows("Older attempts: 0"));
    CHECK(office.command({"retention", "off"}) == 0);
}
