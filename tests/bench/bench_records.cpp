// A turn put on record, beside the barest durable write that SQLite can do: one row, one commit, WAL with
// synchronous=FULL. The goal (docs/records.md) is a ratio of at least 0.85 within one run.
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

void bare_commit(benchmark::State& state) {
    const Folder folder;
    sqlite3* database = nullptr;
    sqlite3_open((folder.path + "/bare.db").c_str(), &database);
    sqlite3_exec(database,
                 "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE event (body TEXT NOT NULL)",
                 nullptr, nullptr, nullptr);
    sqlite3_stmt* insert = nullptr;
    sqlite3_prepare_v2(database, "INSERT INTO event VALUES (?)", -1, &insert, nullptr);
    const std::string body(350, 'x');
    for (auto _ : state) {
        sqlite3_bind_text(insert, 1, body.data(), static_cast<int>(body.size()), SQLITE_STATIC);
        if (sqlite3_step(insert) != SQLITE_DONE) state.SkipWithError("the bare commit failed");
        sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    sqlite3_close(database);
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
BENCHMARK(turn_on_record)->Unit(benchmark::kMicrosecond)->UseRealTime();

}  // namespace
