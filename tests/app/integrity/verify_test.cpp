// Whatever is done to a file of records from outside must show, and say where.
#include "integrity/verify.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "../records/faulty_vfs.hpp"
#include "../records/samples.hpp"
#include "records/sqlite.hpp"

using namespace huashu;
using namespace huashu::app;
using huashu::test::read_bytes;
using huashu::test::TemporaryFolder;
using scenarios::Input;
using ProblemKind = ChainProblem::Kind;

namespace {

struct ChainedSample {
    TemporaryFolder folder;
    std::string first, second, file;

    // Two attempts, written in turns: an ended one with a complaint record, and a running one that rewinds it.
    ChainedSample() {
        Records records = open(folder);
        file = records.file();
        AttemptStart start = sample_start();
        start.history = {.kept = {"noon-kept"}, .broken = {}, .said = {}, .last = {}};
        first = records.begin(start).value();
        REQUIRE(records.append(first, 0, sample_turn(Input::choose("a")), std::nullopt).has_value());
        AttemptStart again = sample_start();
        again.rewinds = first;
        second = records.begin(again, {sample_turn(Input::choose("a"))}).value();
        EndRecord end{"settled", "best", 91, false, {{"noon-kept", scenarios::Memory::Sort::kept, "說好中午到"}}};
        REQUIRE(records.append(first, 1, sample_turn(Input::say("抱歉")), end).has_value());
        REQUIRE(records.append(second, 1, sample_turn(Input::say("我記下了")), std::nullopt).has_value());
        REQUIRE(records.fill_in(first, {{}, 88}).has_value());
        REQUIRE(records.append(second, 2, sample_turn(Input::stay_silent()), std::nullopt).has_value());
        REQUIRE(records.keep({{"review.confirmed", first, R"({"by":"主管"})"}, {"note", second, "{}"}}).has_value());
    }

    // As somebody who takes down the triggers first.
    void tamper(const std::string& sql) const {
        auto database = Database::open(file);
        REQUIRE(database.has_value());
        for (const char* trigger :
             {"event_is_never_changed", "event_is_only_erased", "event_is_never_removed", "document_is_never_changed",
              "document_is_only_erased", "document_is_never_removed"})
            REQUIRE(database->execute("DROP TRIGGER IF EXISTS " + std::string(trigger)).has_value());
        const auto done = database->execute("PRAGMA foreign_keys = OFF; " + sql);
        REQUIRE_MESSAGE(done.has_value(), sql, (done ? "" : done.error().diagnostics.front().text));
    }

    [[nodiscard]] std::vector<ChainProblem> problems(const std::vector<std::string>& heads = {}) const {
        const auto found = verify_file(file, heads);
        REQUIRE_MESSAGE(found.has_value(), (found ? "" : to_text(found.error().diagnostics.front())));
        return found->problems;
    }
};

bool has_problem(const std::vector<ChainProblem>& problems, ProblemKind kind, const std::string& attempt, int turn) {
    return std::any_of(problems.begin(), problems.end(),
                       [&](const ChainProblem& p) { return p.kind == kind && p.attempt == attempt && p.turn == turn; });
}

}  // namespace

TEST_CASE("verify: records as they were written have no problem, and a head to note") {
    const ChainedSample sample;
    const auto found = verify_file(sample.file);
    REQUIRE(found.has_value());
    for (const ChainProblem& problem : found->problems) FAIL_CHECK(problem.text);
    CHECK(found->attempts == 2);
    CHECK(found->events == 9);
    CHECK(found->documents == 2);
    CHECK(found->untied == 0);
    CHECK(found->head.substr(0, 4) == "9-2-");
    CHECK(found->head.size() == 36);
}

TEST_CASE("verify: a change of any column of any record shows") {
    const FaultyDisk quick;  // whose syncs cost nothing
    struct Row {
        const char* table;
        std::vector<const char*> columns;
        int rows;
    };
    const std::vector<Row> tables{
        {"attempt",
         {"id",         "scenario_id", "scenario_hash", "packs_hash", "seed",   "program", "rewinds",  "started_ms",
          "changed_ms", "status",      "turns",         "last_event", "ending", "rank",    "score",    "has_critical",
          "history",    "memories",    "record_score",  "salt",       "head",   "seal",    "erased_ms"},
         2},
        {"event", {"attempt", "number", "at_ms", "kind", "body", "hash", "link"}, 9},
        {"document", {"id", "kind", "subject", "at_ms", "body", "salt", "hash", "link"}, 2},
        {"chain", {"count", "head"}, 2}};
    const ChainedSample sample;
    const std::string sound = (open(sample.folder), read_bytes(sample.file));
    int changes = 0;
    for (const Row& table : tables)
        for (const char* column : table.columns)
            for (int row = 1; row <= table.rows; ++row) {
                CAPTURE(table.table);
                CAPTURE(column);
                CAPTURE(row);
                const std::string name = column;
                std::string value =
                    "CASE typeof(" + name + ") WHEN 'integer' THEN " + name + " + 1 WHEN 'blob' THEN " +
                    "zeroblob(32) WHEN 'null' THEN CASE '" + name +
                    "' WHEN 'erased_ms' THEN 5 WHEN 'score' THEN 5 WHEN 'has_critical' THEN 1 WHEN "
                    "'record_score' THEN 5 WHEN 'seal' THEN zeroblob(32) ELSE 'other' END ELSE substr(" +
                    name + ", 1, length(" + name + ") - 1) || 'z' END";
                if (name == "status") value = "CASE status WHEN 'ended' THEN 'running' ELSE 'ended' END";
                if (name == "kind" && table.table == std::string("event"))
                    value = "CASE kind WHEN 'turn' THEN 'dropped' ELSE 'turn' END";
                if (name == "number" || name == "count") value = name + " + 100";
                if (name == "attempt") value = "3 - attempt";
                std::string where = " WHERE rowid = " + std::to_string(row);
                if (name == "attempt") value += ", number = 50";  // moved to the end of the other one
                sample.folder.write("records.db", sound);
                sample.tamper("UPDATE " + std::string(table.table) + " SET " + name + " = " + value + where);
                CHECK_FALSE(sample.problems().empty());
                ++changes;
            }
    CHECK(changes == 23 * 2 + 7 * 9 + 8 * 2 + 2 * 2);
}

TEST_CASE("verify: a changed turn is named with its attempt and number") {
    const ChainedSample sample;
    sample.tamper(
        "UPDATE event SET body = replace(body, '\"score\":45', '\"score\":95') WHERE attempt = 1 AND number = 2");
    CHECK(sample.problems().size() == 1);
    CHECK(has_problem(sample.problems(), ProblemKind::changed, sample.first, 2));
}

TEST_CASE("verify: a better score in the list alone is a line that does not agree") {
    const ChainedSample sample;
    sample.tamper("UPDATE attempt SET score = 100 WHERE local = 1");
    CHECK(sample.problems().size() == 1);
    CHECK(has_problem(sample.problems(), ProblemKind::summary, sample.first, 0));
}

TEST_CASE("verify: what is removed shows: a turn, the last turn, a whole attempt, the last attempt, a document") {
    SUBCASE("a turn in the middle") {
        const ChainedSample sample;
        sample.tamper("DELETE FROM event WHERE attempt = 2 AND number = 2");
        CHECK(has_problem(sample.problems(), ProblemKind::removed, sample.second, 2));
    }
    SUBCASE("the last turn, with a line of the list that was made to fit") {
        const ChainedSample sample;
        sample.tamper(
            "DELETE FROM event WHERE attempt = 2 AND number = 3; UPDATE attempt SET turns = 2 "
            "WHERE local = 2");
        CHECK(has_problem(sample.problems(), ProblemKind::cut_off, sample.second, 0));
        CHECK(has_problem(sample.problems(), ProblemKind::cut_off, "", 0));
    }
    SUBCASE("a whole attempt") {
        const ChainedSample sample;
        sample.tamper("DELETE FROM event WHERE attempt = 2; DELETE FROM attempt WHERE local = 2");
        CHECK(has_problem(sample.problems(), ProblemKind::removed, "", 0));
    }
    SUBCASE("an attempt's line") {
        const ChainedSample sample;
        sample.tamper("DELETE FROM attempt WHERE local = 2");
        CHECK(has_problem(sample.problems(), ProblemKind::removed, "", 0));
    }
    SUBCASE("an attempt's records") {
        const ChainedSample sample;
        sample.tamper("DELETE FROM event WHERE attempt = 2");
        CHECK(has_problem(sample.problems(), ProblemKind::removed, sample.second, 0));
    }
    SUBCASE("the last document") {
        const ChainedSample sample;
        sample.tamper("DELETE FROM document WHERE local = 2");
        CHECK(has_problem(sample.problems(), ProblemKind::cut_off, "", 0));
    }
    SUBCASE("everything") {
        const ChainedSample sample;
        sample.tamper("DELETE FROM document; DELETE FROM event; DELETE FROM attempt");
        CHECK(sample.problems().size() == 2);
    }
}

TEST_CASE("verify: turns that changed places show, and so do those that were put in") {
    SUBCASE("two turns changed places") {
        const ChainedSample sample;
        sample.tamper(
            "UPDATE event SET number = 90 WHERE attempt = 2 AND number = 2;"
            "UPDATE event SET number = 2 WHERE attempt = 2 AND number = 3;"
            "UPDATE event SET number = 3 WHERE attempt = 2 AND number = 90");
        CHECK(has_problem(sample.problems(), ProblemKind::changed, sample.second, 2));
        CHECK(has_problem(sample.problems(), ProblemKind::changed, sample.second, 3));
    }
    SUBCASE("two records changed places in the file") {
        const ChainedSample sample;
        sample.tamper(
            "UPDATE event SET local = 90 WHERE local = 2; UPDATE event SET local = 2 WHERE local = 3;"
            "UPDATE event SET local = 3 WHERE local = 90");
        CHECK(has_problem(sample.problems(), ProblemKind::misplaced, sample.second, 0));
    }
    SUBCASE("a copy of a turn at the end") {
        const ChainedSample sample;
        sample.tamper(
            "INSERT INTO event SELECT 10, attempt, 4, at_ms, kind, body, hash, link FROM event WHERE local = 9");
        CHECK(has_problem(sample.problems(), ProblemKind::misplaced, "", 0));
    }
}

TEST_CASE("verify: an older copy of the file is sound in itself, and found out by a head that was noted") {
    const ChainedSample sample;
    const std::string older = (open(sample.folder), read_bytes(sample.file));
    const std::string old_head = verify_file(sample.file)->head;
    {
        Records records = open(sample.folder);
        REQUIRE(records.append(sample.second, 3, sample_turn(Input::say("稍等")), std::nullopt).has_value());
    }
    const std::string new_head = verify_file(sample.file)->head;
    CHECK(new_head != old_head);
    CHECK(sample.problems({old_head, new_head}).empty());
    sample.folder.write("records.db", older);
    CHECK(sample.problems().empty());
    CHECK(sample.problems({old_head}).empty());
    CHECK(has_problem(sample.problems({new_head}), ProblemKind::unknown, "", 0));
    for (const char* none : {"", "9", "9-2", "9-2-", "9-2-123", "x-2-00000000000000000000000000000000"})
        CHECK(code_of(verify_file(sample.file, {none})) == "no-head");
}

TEST_CASE("verify: no file, and a file of another program, are errors with words") {
    const TemporaryFolder folder;
    CHECK(code_of(verify_file(folder / "records.db")) == "records-not-writable");
    folder.write("records.db", "this is no database at all, but it is long enough");
    CHECK(code_of(verify_file(folder / "records.db")) == "records-damaged");
}

TEST_CASE("verify: records from before there was a chain are tied now, and said to be from before") {
    const FaultyDisk quick;  // whose syncs cost nothing
    for (const char* fixture : {"v1", "v2"}) {
        const TemporaryFolder folder;
        {
            auto database = Database::open(folder / "records.db");
            REQUIRE(database.has_value());
            const std::string sql = read_bytes(std::string("tests/app/records/fixtures/") + fixture + ".sql");
            REQUIRE(database->execute(sql).has_value());
        }
        CHECK(code_of(verify_file(folder / "records.db")) == "records-older");
        static_cast<void>(open(folder));
        const auto found = verify_file(folder / "records.db");
        REQUIRE(found.has_value());
        for (const ChainProblem& problem : found->problems) FAIL_CHECK(problem.text);
        CHECK(found->untied == found->events);
        CHECK(found->events > 5);
    }
}

TEST_CASE("documents: come back as they were kept, in order, and only by those who saw the last") {
    const TemporaryFolder folder;
    std::int64_t now = 5000;
    Records records = open(folder, [&now] { return now -= 100; });
    const auto kept = records.keep({{"sitting.begun", "s-1", "{}"}, {"sitting.begun", "s-2", R"({"n":1})"}});
    REQUIRE(kept.has_value());
    REQUIRE(records.keep({{"sitting.ended", "s-1", "[]", 1}}).has_value());
    CHECK(records.documents({})->size() == 3);
    CHECK(records.documents({.kind = "sitting.begun"})->at(1) == kept->at(1));
    CHECK(records.documents({.subject = "s-1"})->size() == 2);
    CHECK(records.documents({.kind = "sitting.ended", .subject = "s-1"})->front().body == "[]");
    CHECK(records.documents({.kind = "sitting.ended", .subject = "s-2"})->empty());
    CHECK(code_of(records.keep({{"sitting.ended", "s-1", "{}", 1}})) == "continued-elsewhere");
    CHECK(code_of(records.keep({{"note", "s-1", "{}"}, {"note", "s-1", "no json"}})) == "document-not-json");
    CHECK(code_of(records.keep({{"", "s-1", "{}"}})) == "document-incomplete");
    CHECK(records.documents({})->size() == 3);  // all or none
}
