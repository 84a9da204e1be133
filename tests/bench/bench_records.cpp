// A turn put on record, beside what SQLite alone does, in WAL with synchronous=FULL: the same rows without the chain
// (the event under its number, the attempt's line), and the barest durable write there is (one row in one table). The
// goal (docs/records.md) is a ratio of at least 0.85 to the same rows within one run.
#include <benchmark/benchmark.h>
#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "records/records.hpp"

using namespace huashu::app;

namespace {

// In the working folder, not in /tmp: that may be memory, where a sync costs nothing.
std::string make_folder() {
    std::string name = "build/bench-records-XXXXXX";
    std::filesystem::create_directories("build");
    if (mkdtemp(name.data()) == nullptr) std::exit(3);
    return name;
}

struct Folder {
    std::string path = make_folder();
    ~Folder() { std::filesystem::remove_all(path); }
};

TurnRecord sample_turn() {
    return {
        huashu::scenarios::Input::say("周女士，對不起，報修三天沒人給您回話，是我們沒跟住。今天中午十二點前師傅到。"),
        "receive",
        72,
        {61, 33, 57},
        {"overpromise.never_again"},
        {"apologize", "own", "solve", "deadline"}};
}

// A database of SQLite's own, as durable as the records.
class Bare {
public:
    explicit Bare(const std::string& tables) {
        sqlite3_open((folder_.path + "/bare.db").c_str(), &database_);
        run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;" + tables);
    }
    ~Bare() { sqlite3_close(database_); }
    Bare(const Bare&) = delete;
    Bare& operator=(const Bare&) = delete;

    void run(const std::string& sql) { sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr); }
    [[nodiscard]] sqlite3_stmt* prepare(const char* sql) {
        sqlite3_stmt* statement = nullptr;
        sqlite3_prepare_v2(database_, sql, -1, &statement, nullptr);
        return statement;
    }

private:
    Folder folder_;
    sqlite3* database_ = nullptr;
};

bool step(sqlite3_stmt* statement) {
    const bool done = sqlite3_step(statement) == SQLITE_DONE;
    sqlite3_reset(statement);
    return done;
}

const std::string body(350, 'x');

void bare_commit(benchmark::State& state) {
    Bare bare("CREATE TABLE event (body TEXT NOT NULL)");
    sqlite3_stmt* insert = bare.prepare("INSERT INTO event VALUES (?)");
    sqlite3_bind_text(insert, 1, body.data(), static_cast<int>(body.size()), SQLITE_STATIC);
    for (auto _ : state)
        if (!step(insert)) state.SkipWithError("the bare commit failed");
    sqlite3_finalize(insert);
}

void same_rows_without_chain(benchmark::State& state) {
    Bare bare(
        "CREATE TABLE attempt (local INTEGER PRIMARY KEY, turns INTEGER NOT NULL, changed_ms INTEGER NOT NULL);"
        "CREATE TABLE event (local INTEGER PRIMARY KEY, attempt INTEGER NOT NULL REFERENCES attempt (local), number "
        "INTEGER NOT NULL, at_ms INTEGER NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL, UNIQUE (attempt, number))");
    sqlite3_stmt* begin = bare.prepare("BEGIN IMMEDIATE");
    sqlite3_stmt* insert = bare.prepare("INSERT INTO event VALUES (NULL, ?1, ?2, 1, 'turn', ?3)");
    sqlite3_stmt* sum = bare.prepare("UPDATE attempt SET turns = ?2, changed_ms = 1 WHERE local = ?1");
    sqlite3_stmt* commit = bare.prepare("COMMIT");
    sqlite3_bind_text(insert, 3, body.data(), static_cast<int>(body.size()), SQLITE_STATIC);
    sqlite3_int64 attempt = 0, number = 8;
    for (auto _ : state) {
        if (number == 8) {
            state.PauseTiming();
            bare.run("INSERT INTO attempt VALUES (" + std::to_string(++attempt) + ", 0, 0)");
            number = 0;
            state.ResumeTiming();
        }
        ++number;
        for (sqlite3_stmt* statement : {insert, sum}) {
            sqlite3_bind_int64(statement, 1, attempt);
            sqlite3_bind_int64(statement, 2, number);
        }
        if (!step(begin) || !step(insert) || !step(sum) || !step(commit)) state.SkipWithError("the rows failed");
    }
    for (sqlite3_stmt* statement : {begin, insert, sum, commit}) sqlite3_finalize(statement);
}

void turn_on_record(benchmark::State& state) {
    const Folder folder;
    auto records = Records::open({folder.path, {}, {}});
    const TurnRecord turn = sample_turn();
    std::string id;
    int index = 0;
    for (auto _ : state) {
        if (index % 8 == 0) {
            state.PauseTiming();
            id = *records->begin({"leak", "hash", "hash", 1, {}});
            index = 0;
            state.ResumeTiming();
        }
        if (!records->append(id, index++, turn, std::nullopt)) state.SkipWithError("the turn was not recorded");
    }
    state.counters["bytes_a_turn"] = static_cast<double>(std::filesystem::file_size(folder.path + "/records.db")) /
                                     static_cast<double>(std::max<benchmark::IterationCount>(state.iterations(), 1));
}

BENCHMARK(bare_commit)->Unit(benchmark::kMicrosecond)->UseRealTime();
BENCHMARK(same_rows_without_chain)->Unit(benchmark::kMicrosecond)->UseRealTime();
BENCHMARK(turn_on_record)->Unit(benchmark::kMicrosecond)->UseRealTime();

}  // namespace
