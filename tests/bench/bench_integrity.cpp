// Looking after many records: verifying, exporting and erasing 100,000 of one person, and the lists that screens show
// at very many attempts (HUASHU_BENCH_ATTEMPTS, by default 100,000). Goals: export and erase 2 s, each list 100 ms.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>

#include "integrity/erasure.hpp"
#include "integrity/person.hpp"
#include "integrity/verify.hpp"
#include "records/records.hpp"
#include "records/sqlite.hpp"

using namespace huashu::app;

namespace {

std::string make_bench_folder() {
    std::string name = "build/bench-integrity-XXXXXX";
    std::filesystem::create_directories("build");
    if (mkdtemp(name.data()) == nullptr) std::exit(3);
    return name;
}

struct BenchFolder {
    std::string path = make_bench_folder();
    ~BenchFolder() { std::filesystem::remove_all(path); }
};

Records open_or_exit(const std::string& folder) {
    auto records = Records::open({folder, {}, {}});
    if (!records) std::exit(3);
    return std::move(*records);
}

TurnRecord spoken_turn() {
    return {huashu::scenarios::Input::say("周女士，對不起，報修三天沒人給您回話。今天中午十二點前師傅到。"),
            "receive",
            72,
            {61, 33, 57},
            {"overpromise.never_again"},
            {"apologize", "own", "solve", "deadline"}};
}

constexpr int records_of_a_person = 100'000;
constexpr int records_of_a_talk = 10;  // the start, eight turns, the end

void play_many(Records& records) {
    // Filling is not what is measured: no commit waits for the disk.
    static_cast<void>(records.database().execute("PRAGMA synchronous = OFF"));
    const TurnRecord turn = spoken_turn();
    for (int talk = 0; talk < records_of_a_person / records_of_a_talk; ++talk) {
        const std::string id = *records.begin({"leak", "hash", "hash", 1, {}, {}});
        for (int i = 0; i < records_of_a_talk - 2; ++i) {
            const auto end =
                i == records_of_a_talk - 3 ? std::optional(EndRecord{"settled", "best", 91, false, {}}) : std::nullopt;
            if (!records.append(id, i, turn, end)) std::exit(3);
        }
    }
    static_cast<void>(records.database().execute("PRAGMA synchronous = FULL"));
}

void verify_export_erase(benchmark::State& state, int what) {
    const BenchFolder folder;
    Records records = open_or_exit(folder.path);
    play_many(records);
    for (auto _ : state) {
        bool done = false;
        if (what == 0) done = verify_file(records.file())->problems.empty();
        if (what == 1) done = export_person(folder.path, {}, {}).has_value();
        if (what == 2) done = erase_all(records).has_value();
        if (!done) state.SkipWithError("it failed");
    }
    state.counters["file_mb"] = static_cast<double>(std::filesystem::file_size(records.file())) / 1e6;
}
BENCHMARK_CAPTURE(verify_export_erase, verify_100000, 0)->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();
BENCHMARK_CAPTURE(verify_export_erase, export_100000, 1)->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();
BENCHMARK_CAPTURE(verify_export_erase, erase_100000, 2)->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();

int wanted_attempts() {
    const char* wanted = std::getenv("HUASHU_BENCH_ATTEMPTS");
    return wanted != nullptr ? std::atoi(wanted) : 100'000;
}

// Rows as the lists read them, made by SQL: 100 scenarios, one attempt in 5,000 unfinished. Without their events.
void fill_attempts(Records& records, int count) {
    const std::string sql =
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + std::to_string(count) +
        ") INSERT INTO attempt (id, scenario_id, scenario_hash, packs_hash, seed, program, started_ms, changed_ms, "
        "status, turns, last_event, ending, rank, score, has_critical, salt, head, seal) "
        "SELECT printf('%036d', i), printf('scenario-%02d', i % 100), hex(zeroblob(32)), hex(zeroblob(32)), i, "
        "'0.1.0', "
        "i, i, CASE WHEN i % 5000 = 0 THEN 'running' ELSE 'ended' END, 8, i * 10, 'settled', 'best', i % 101, 0, "
        "zeroblob(32), zeroblob(32), zeroblob(32) FROM n";
    if (!records.database().execute(sql)) std::exit(3);
}

void lists_at_many_attempts(benchmark::State& state) {
    static const BenchFolder folder;
    static Records records = [] {
        Records made = open_or_exit(folder.path);
        fill_attempts(made, wanted_attempts());
        return made;
    }();
    for (auto _ : state) {
        bool done = false;
        if (state.range(0) == 0) done = records.unfinished().has_value();
        if (state.range(0) == 1) done = records.last_results().has_value();
        if (state.range(0) == 2) done = records.history("scenario-42").has_value();
        if (state.range(0) == 3) done = records.remembered({"scenario-07", "scenario-08"}).has_value();
        if (!done) state.SkipWithError("the list failed");
    }
}
BENCHMARK(lists_at_many_attempts)->ArgName("list")->DenseRange(0, 3)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
