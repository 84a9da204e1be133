#include "records/records.hpp"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include "records/schema.hpp"
#include "records/sqlite.hpp"
#include "records/turn_json.hpp"
#include "records/uuid.hpp"
#include "samples.hpp"

using namespace huashu;
using namespace huashu::app;
using huashu::test::TemporaryFolder;
using scenarios::Input;

TEST_CASE("records: an attempt comes back as it was put in") {
    const TemporaryFolder folder;
    Records records = open(folder);
    CHECK(records.notices().empty());
    const auto id = records.begin(sample_start());
    REQUIRE(id.has_value());
    const std::vector<TurnRecord> turns{sample_turn(Input::choose("a")),
                                        sample_turn(Input::say(std::string("抱歉\n𠮷\"\\\0x", 15))),
                                        sample_turn(Input::stay_silent())};
    for (int i = 0; i < 3; ++i) REQUIRE(records.append(*id, i, turns[i], std::nullopt).has_value());

    const auto stored = open(folder).read(*id);
    REQUIRE(stored.has_value());
    CHECK(stored->turns == turns);
    CHECK(stored->session.seed == sample_start().seed);
    CHECK(stored->session.scenario_id == "leak");
    CHECK(stored->session.scenario_hash == "hash-of-leak");
    CHECK(stored->session.packs_hash == "hash-of-packs");
    CHECK(stored->session.inputs == std::vector<Input>{turns[0].input, turns[1].input, turns[2].input});
    CHECK(stored->summary.status == AttemptStatus::running);
    CHECK(stored->summary.turns == 3);
    CHECK_FALSE(stored->summary.end.has_value());
}

TEST_CASE("records: the lists show what is unfinished, what ended last and what was tried") {
    const TemporaryFolder folder;
    std::int64_t now = 5000;
    Records records = open(folder, [&now] { return now -= 100; });  // a clock that runs backwards changes no order
    const std::string first = begin(records, "leak");
    const std::string second = begin(records, "leak");
    const std::string untouched = begin(records, "leak");
    const std::string other = begin(records, "lift");
    const TurnRecord turn = sample_turn(Input::choose("a"));
    REQUIRE(records.append(second, 0, turn, EndRecord{"settled", "best", 91, false}).has_value());
    REQUIRE(records.append(first, 0, turn, EndRecord{"hung_up", "worst", 12, true}).has_value());
    REQUIRE(records.append(other, 0, turn, std::nullopt).has_value());

    const auto unfinished = records.unfinished();
    REQUIRE(unfinished.has_value());
    REQUIRE(unfinished->size() == 1);
    CHECK(unfinished->front().id == other);
    const auto results = records.last_results();
    REQUIRE(results.has_value());
    REQUIRE(results->size() == 1);
    CHECK(results->at("leak").id == first);
    CHECK(results->at("leak").end == EndRecord{"hung_up", "worst", 12, true});
    const auto history = records.history("leak");
    REQUIRE(history.has_value());
    REQUIRE(history->size() == 3);
    CHECK(history->at(0).id == untouched);
    CHECK(history->at(2).id == first);
    CHECK(records.history("leak", 1)->size() == 1);
    CHECK(records.history("none")->empty());
}

TEST_CASE("records: an attempt that is over takes no more turns, nor one that went on elsewhere") {
    const TemporaryFolder folder;
    Records here = open(folder);
    Records elsewhere = open(folder);
    const std::string id = begin(here, "leak");
    const TurnRecord turn = sample_turn(Input::choose("a"));
    REQUIRE(elsewhere.append(id, 0, turn, std::nullopt).has_value());
    CHECK(code_of(here.append(id, 0, turn, std::nullopt)) == "continued-elsewhere");
    REQUIRE(here.drop(id).has_value());
    CHECK(code_of(elsewhere.append(id, 1, turn, std::nullopt)) == "attempt-over");
    CHECK(code_of(here.drop(id)) == "attempt-over");
    CHECK(here.unfinished()->empty());
    CHECK(here.read(id)->turns.size() == 1);
    CHECK(code_of(here.append("none", 0, turn, std::nullopt)) == "unknown-attempt");
    CHECK(code_of(here.read("none")) == "unknown-attempt");
}

TEST_CASE("records: a rewound attempt takes over the turns that it keeps") {
    const TemporaryFolder folder;
    Records records = open(folder);
    const std::string first = begin(records, "leak");
    AttemptStart start = sample_start();
    start.rewinds = first;
    const auto second = records.begin(start, {sample_turn(Input::choose("a")), sample_turn(Input::choose("b"))});
    REQUIRE(second.has_value());
    const auto stored = records.read(*second);
    REQUIRE(stored.has_value());
    CHECK(stored->summary.rewinds == first);
    CHECK(stored->turns.size() == 2);
    CHECK(records.append(*second, 2, sample_turn(Input::choose("c")), std::nullopt).has_value());
    start.rewinds = "no-such-attempt";
    CHECK_FALSE(records.begin(start).has_value());
    CHECK(records.history("leak")->size() == 2);
}

TEST_CASE("records: the file is in WAL mode, stamped as ours, and its events can't be changed") {
    const TemporaryFolder folder;
    Records records = open(folder);
    const std::string id = begin(records, "leak");
    auto database = Database::open(records.file());
    REQUIRE(database.has_value());
    CHECK(database->text("PRAGMA journal_mode").value() == "wal");
    CHECK(database->integer("PRAGMA application_id").value() == application_id);
    CHECK(database->integer("PRAGMA user_version").value() == schema_version);
    CHECK_FALSE(database->execute("UPDATE event SET body = '{}'").has_value());
    CHECK_FALSE(database->execute("DELETE FROM event").has_value());
    CHECK(database->integer("SELECT count(*) FROM event").value() == 1);
}

TEST_CASE("records: the body of a turn that another program wrote is refused, not guessed") {
    CHECK(parse_turn(to_json(sample_turn(Input::choose("a")))) == sample_turn(Input::choose("a")));
    for (const char* body :
         {"", "{}", "[]", "null", "{\"kind\":\"choice\"}",
          R"({"kind":"shout","value":"","stage":"","score":1,"mood":[1,2,3],"findings":[],"acts":[]})",
          R"({"kind":"typed","value":"","stage":"","score":"1","mood":[1,2,3],"findings":[],"acts":[]})"}) {
        CAPTURE(body);
        CHECK_FALSE(parse_turn(body).has_value());
    }
}

TEST_CASE("uuid: version 7, in the order of time, never twice") {
    const std::string id = make_uuid(0x0123456789ab);
    REQUIRE(id.size() == 36);
    CHECK(id.substr(0, 15) == "01234567-89ab-7");
    CHECK(std::string("89ab").find(id[19]) != std::string::npos);
    CHECK(make_uuid(1000) < make_uuid(2000));
    CHECK(make_uuid(1000) != make_uuid(1000));
}
