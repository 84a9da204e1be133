// What Records does with a file that is not as it should be.
#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "faulty_vfs.hpp"
#include "integrity/verify.hpp"
#include "records/records.hpp"
#include "records/schema.hpp"
#include "records/sqlite.hpp"
#include "samples.hpp"

using namespace huashu;
using namespace huashu::app;
using huashu::test::read_bytes;
using huashu::test::TemporaryFolder;
namespace fs = std::filesystem;
using scenarios::Input;

namespace {

// A closed file of records with one ended attempt; its bytes.
std::string sample_file(const TemporaryFolder& folder) {
    {
        Records records = open(folder);
        const std::string id = begin(records, "leak");
        for (int i = 0; i < 4; ++i)
            REQUIRE(records.append(id, i, sample_turn(Input::say("抱歉")), std::nullopt).has_value());
    }
    return read_bytes(folder / "records.db");
}

Result<Records> try_open(const TemporaryFolder& folder) { return Records::open({folder.path(), {}, {}}); }

void run_sql(const std::string& file, const std::string& sql) {
    auto database = Database::open(file);
    REQUIRE(database.has_value());
    REQUIRE(database->execute(sql).has_value());
}

}  // namespace

TEST_CASE("records: a file of a newer version is refused with words and left as it is") {
    const TemporaryFolder folder;
    sample_file(folder);
    run_sql(folder / "records.db", "PRAGMA user_version = " + std::to_string(schema_version + 1));
    const std::string before = read_bytes(folder / "records.db");
    const auto records = try_open(folder);
    REQUIRE(code_of(records) == "records-newer");
    CHECK(records.error().cause == Error::Cause::system);
    CHECK(records.error().diagnostics.front().remedy.find("--data") != std::string::npos);
    CHECK(read_bytes(folder / "records.db") == before);
}

TEST_CASE("records: a database of another program is refused and left as it is") {
    const TemporaryFolder folder;
    run_sql(folder / "records.db", "CREATE TABLE theirs (x)");
    const std::string before = read_bytes(folder / "records.db");
    CHECK(code_of(try_open(folder)) == "records-of-another-program");
    CHECK(read_bytes(folder / "records.db") == before);
}

TEST_CASE("records: a damaged file is set aside, whole, and a new one begun") {
    const TemporaryFolder folder;
    const std::string sound = sample_file(folder);
    std::string flipped = sound;
    for (std::size_t page = 4096; page < flipped.size(); page += 4096) flipped[page] = static_cast<char>(0x7f);
    int number = 0;
    for (const std::string& damaged : {std::string("this is no database at all, but it is long enough"), flipped,
                                       sound.substr(0, sound.size() / 2)}) {
        folder.write("records.db", damaged);
        const auto records = try_open(folder);
        REQUIRE(records.has_value());
        REQUIRE(records->notices().size() == 1);
        const Diagnostic& notice = records->notices().front();
        CHECK(notice.level == Level::warning);
        CHECK(notice.code == "records-set-aside");
        CHECK(notice.place.file == folder / ("records-damaged-" + std::to_string(++number) + ".db"));
        CHECK(read_bytes(notice.place.file) == damaged);
        CHECK(records->unfinished()->size() <= 1);
        CHECK(records->documents({.kind = "site.rescued"})->size() == 1);
    }
}

TEST_CASE("records: of a damaged file everything that can be read is brought over, and nothing that can't be trusted") {
    const FaultyDisk quick;  // whose syncs cost nothing
    const TemporaryFolder folder;
    std::vector<std::string> ids;
    constexpr int talks = 24;
    {
        Records records = open(folder);
        for (int talk = 0; talk < talks; ++talk) {
            ids.push_back(begin(records, "leak"));
            for (int turn = 0; turn < 5; ++turn) {
                const auto end = turn < 4 ? std::nullopt : std::optional(EndRecord{"settled", "best", 91, false, {}});
                REQUIRE(records.append(ids.back(), turn, sample_turn(Input::say("抱歉")), end).has_value());
            }
            REQUIRE(records.keep({{"note", ids.back(), R"({"text":"很好"})"}}).has_value());
        }
    }
    const std::string sound = read_bytes(folder / "records.db");
    // Four bytes in the middle of a page, page by page: a cell, a pointer, free room, or what tells the tables.
    int rescued = 0, damaged = 0;
    for (std::size_t page = 1; page < sound.size() / 4096; page += 3) {
        CAPTURE(page);
        std::string flipped = sound;
        for (const std::size_t at : {page * 4096, page * 4096 + 3, page * 4096 + 9})
            flipped[at] = static_cast<char>(~flipped[at]);
        folder.write("records.db", flipped);
        const auto records = try_open(folder);
        REQUIRE(records.has_value());
        const auto found = verify_file(folder / "records.db");
        REQUIRE(found.has_value());
        for (const ChainProblem& problem : found->problems) FAIL_CHECK(problem.text);
        if (records->notices().empty()) continue;
        ++damaged;
        rescued += static_cast<int>(found->attempts);
        const auto history = records->history("leak", 1000);
        REQUIRE(history.has_value());
        for (const AttemptSummary& summary : *history)
            CHECK(records->read(summary.id)->turns.size() == static_cast<std::size_t>(summary.turns));
        for (const char* part : {"records.db", "records.db-wal", "records.db-shm"}) fs::remove(folder / part);
    }
    CAPTURE(rescued);
    REQUIRE(damaged > 3);
    CHECK(rescued > damaged * talks / 2);
}

TEST_CASE("records: a damaged file of an old version is rescued as one of today is") {
    const FaultyDisk quick;  // whose syncs cost nothing
    for (int version = 1; version < schema_version; ++version) {
        CAPTURE(version);
        const TemporaryFolder folder;
        run_sql(folder / "records.db", read_bytes("tests/app/records/fixtures/v" + std::to_string(version) + ".sql"));
        std::string damaged = read_bytes(folder / "records.db");
        // The index of the list is gone; of the tables nothing is.
        const auto database = Database::open(folder / "records.db");
        REQUIRE(database.has_value());
        auto root = database->prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'attempt_by_status'");
        REQUIRE(root.has_value());
        REQUIRE(*root->step());
        const auto page = static_cast<std::size_t>(root->integer(0) - 1) * 4096;
        REQUIRE(page + 4096 <= damaged.size());
        for (std::size_t at = page; at < page + 4096; at += 3) damaged[at] = static_cast<char>(~damaged[at]);
        const TemporaryFolder other;
        other.write("records.db", damaged);
        const auto records = try_open(other);
        REQUIRE(records.has_value());
        REQUIRE(records->notices().size() == 1);
        CHECK(records->notices().front().code == "records-set-aside");
        REQUIRE(records->unfinished()->size() == 1);
        const auto running = records->read(records->unfinished()->front().id);
        REQUIRE(running.has_value());
        CHECK(running->session.seed == 18446744073709551607u);
        REQUIRE(running->turns.size() == 2);
        CHECK(running->turns[1].input == Input::say("非常抱歉"));
        CHECK(records->last_results()->at("lift").end == EndRecord{"settled", "best", 91, false});
        const auto found = verify_file(records->file());
        REQUIRE(found.has_value());
        for (const ChainProblem& problem : found->problems) FAIL_CHECK(problem.text);
        CHECK(found->untied == found->events);
    }
}

TEST_CASE("records: a log that is cut off or has flipped bits gives a shorter, sound file") {
    const FaultyDisk quick;  // whose syncs cost nothing
    const TemporaryFolder folder;
    std::string log, file;
    {
        Records records = open(folder);
        const std::string id = begin(records, "leak");
        for (int i = 0; i < 4; ++i)
            REQUIRE(records.append(id, i, sample_turn(Input::say("抱歉")), std::nullopt).has_value());
        log = read_bytes(folder / "records.db-wal");  // as a crash would leave them
        file = read_bytes(folder / "records.db");
    }
    REQUIRE(log.size() > 20'000);
    for (std::size_t at = 100; at < log.size(); at += log.size() / 12) {
        CAPTURE(at);
        std::string flipped = log;
        flipped[at] = static_cast<char>(flipped[at] ^ 0x10);
        for (const std::string& damaged : {log.substr(0, at), flipped}) {
            fs::remove(folder / "records.db-shm");
            folder.write("records.db", file);
            folder.write("records.db-wal", damaged);
            const auto records = try_open(folder);
            REQUIRE(records.has_value());
            CHECK(records->notices().empty());
            const auto found = verify_file(folder / "records.db");
            REQUIRE(found.has_value());
            CHECK(found->problems.empty());
        }
    }
}

TEST_CASE("records: a damaged file that another program has open stays where it is") {
    const TemporaryFolder folder;
    const std::string sound = sample_file(folder);
    int is_open[2], may_end[2];
    REQUIRE(pipe(is_open) == 0);
    REQUIRE(pipe(may_end) == 0);
    const pid_t child = fork();
    if (child == 0) {
        const auto records = try_open(folder);
        char c = records ? '+' : '-';
        if (write(is_open[1], &c, 1) != 1 || read(may_end[0], &c, 1) != 1) _exit(1);
        _exit(0);
    }
    char answer = 0;
    REQUIRE(read(is_open[0], &answer, 1) == 1);
    REQUIRE(answer == '+');
    std::fstream file(folder / "records.db", std::ios::in | std::ios::out | std::ios::binary);
    file << "no database";
    file.close();
    const auto refused = try_open(folder);
    REQUIRE(code_of(refused) == "records-damaged");
    CHECK(refused.error().diagnostics.front().remedy.find("close") != std::string::npos);
    CHECK_FALSE(fs::exists(folder / "records-damaged-1.db"));
    REQUIRE(write(may_end[1], "+", 1) == 1);
    REQUIRE(waitpid(child, nullptr, 0) == child);
    CHECK(try_open(folder).has_value());
    CHECK(fs::exists(folder / "records-damaged-1.db"));
}

TEST_CASE("records: a file cut off at any place is opened or set aside, never an error") {
    const FaultyDisk quick;  // whose syncs cost nothing
    const TemporaryFolder folder;
    const std::string sound = sample_file(folder);
    int set_aside = 0;
    for (std::size_t length = 0; length <= sound.size(); length += 4093) {
        CAPTURE(length);
        folder.write("records.db", sound.substr(0, length));
        auto records = try_open(folder);
        REQUIRE(records.has_value());
        set_aside += records->notices().empty() ? 0 : 1;
        CHECK(records->begin(sample_start()).has_value());
    }
    CHECK(set_aside > 10);
}

TEST_CASE("records: a folder in the file's place, or a file in the folder's, is an error with its place") {
    const TemporaryFolder folder;
    fs::create_directories(folder / "records.db");
    CHECK(code_of(try_open(folder)) == "records-not-writable");
    const std::string file = folder.write("file", "x");
    const auto records = Records::open({file, {}, {}});
    REQUIRE(code_of(records) == "folder-not-made");
    CHECK(records.error().diagnostics.front().place.file == file);
}

// Permissions don't bind root: the attempt is made by a child that gave up being root.
TEST_CASE("records: an unwritable folder or file is an error with a remedy") {
    const TemporaryFolder folder;
    sample_file(folder);
    fs::permissions(folder.path(), fs::perms(0555));
    fs::permissions(folder / "records.db", fs::perms(0444));
    const fs::path empty = folder / "empty";
    const pid_t child = fork();
    if (child == 0) {
        if (getuid() == 0 && setuid(65534) != 0) _exit(100);
        if (code_of(try_open(folder)) != "records-not-writable") _exit(1);
        if (code_of(Records::open({empty.string(), {}, {}})) != "folder-not-made") _exit(2);
        _exit(0);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    fs::permissions(folder.path(), fs::perms(0755));
    REQUIRE(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
}

TEST_CASE("records: an old file, brought up to date, has the very tables of a new one") {
    const FaultyDisk quick;  // whose syncs cost nothing
    const auto tables_of = [](const std::string& file) {
        auto database = Database::open(file);
        REQUIRE(database.has_value());
        auto rows = database->prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name");
        REQUIRE(rows.has_value());
        std::string all;
        while (*rows->step()) all += rows->text(0) + ";\n";
        return all;
    };
    const TemporaryFolder fresh;
    static_cast<void>(open(fresh));
    const std::string wanted = tables_of(fresh / "records.db");
    CHECK(wanted.find("CREATE TABLE event") != std::string::npos);
    for (int version = 1; version <= schema_version; ++version) {
        const TemporaryFolder old;
        run_sql(old / "records.db", read_bytes("tests/app/records/fixtures/v" + std::to_string(version) + ".sql"));
        static_cast<void>(open(old));
        CHECK(tables_of(old / "records.db") == wanted);
    }
}

TEST_CASE("records: each version's fixture opens and says what it held") {
    const FaultyDisk quick;  // whose syncs cost nothing
    for (int version = 1; version <= schema_version; ++version) {
        const std::string fixture = "tests/app/records/fixtures/v" + std::to_string(version) + ".sql";
        CAPTURE(fixture);
        const TemporaryFolder folder;
        const std::string sql = read_bytes(fixture);
        REQUIRE_FALSE(sql.empty());
        run_sql(folder / "records.db", sql);
        const Records records = open(folder);
        CHECK(records.notices().empty());
        const auto unfinished = records.unfinished();
        REQUIRE(unfinished.has_value());
        REQUIRE(unfinished->size() == 1);
        const auto running = records.read(unfinished->front().id);
        REQUIRE(running.has_value());
        CHECK(running->session.seed == 18446744073709551607u);
        REQUIRE(running->turns.size() == 2);
        CHECK(running->turns[0].input == Input::choose("a"));
        CHECK(running->turns[1].input == Input::say("非常抱歉"));
        CHECK(running->turns[1].mood == scenarios::Mood{70, 20, 55});
        const auto results = records.last_results();
        REQUIRE(results.has_value());
        CHECK(results->at("lift").end == EndRecord{"settled", "best", 91, false});
        const auto found = verify_file(records.file());
        REQUIRE(found.has_value());
        for (const ChainProblem& problem : found->problems) FAIL_CHECK(problem.text);
        CHECK(found->untied == (version < 3 ? found->events : 7));
        CHECK(found->erased == (version < 3 ? 0 : 1));
    }
}
