// One reply fully judged with the shipped pack: canonical text, matches, acts, findings, ledger.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "scoring/engine.hpp"
#include "support/temporary_folder.hpp"

using namespace huashu::scoring;

namespace {

const std::vector<Pack>& packs() {
    static const std::vector<Pack> loaded = [] {
        auto pack = load_pack("scoring/packs/zh");
        if (!pack) {
            std::fprintf(stderr, "bench_judge: run it from the top of the source tree\n");
            std::exit(3);
        }
        return std::vector<Pack>{pack->value};
    }();
    return loaded;
}

const Engine& engine() {
    static const Engine made = *Engine::make(packs());
    return made;
}

/// About 110 characters each: good, terse, bad, evading, Simplified.
const std::vector<std::string>& replies() {
    static const std::vector<std::string> all{
        "王女士您好，非常抱歉漏水給您一家帶來這麼大的不便，換成是我也會著急。我已經通知工程部張師傅，他今天下午三點前帶"
        "著工具到您家檢查主臥的天花板和樓上的水管，"
        "檢查完我六點前打電話把結果告訴您，您看這樣安排可以嗎？",
        "已安排水電師傅上門，閥門今早更換完畢，樓上業主也聯繫過了，水漬的部分保潔下午兩點會過來清理，牆面等乾透以後由工"
        "程部統一修補，費用不用您承擔，"
        "進展我每天在群裡報給您，有任何情況直接打我手機就行，我二十四小時開機。",
        "您說的這個情況我們也沒有辦法，電梯是開發商當年選的牌子，維保是電梯公司在做，物業只負責打掃衛生，不歸我們管，您"
        "自己去找開發商反映吧，再說別的業主也都沒有說什麼，"
        "就您一個人天天打電話來催，催也沒有用啊，等著通知就好了。",
        "这 个 不 归 我 们 "
        "管，你自己去找開發商，跟您说过多少遍了怎么就听不懂呢，物业费都没交齐还好意思来投诉，有本事你去投诉啊，"
        "我就在这里上班，工号你随便记，反正投诉来投诉去最后还是回到我这里，谁怕谁啊。",
        "李先生，您反映的电动车在消防通道充电的事我马上核实。请问您看到的时候大概是几点、在几号楼的哪个门口、大概停了几"
        "辆？"
        "保安队长十分钟内到现场拉警示带，今晚我把处理结果发给您，也谢谢您提醒我们这么重要的安全隐患。"};
    return all;
}

void judge_reply(benchmark::State& state) {
    const std::string& reply = replies()[static_cast<std::size_t>(state.range(0))];
    Moment moment;
    moment.complaint = Complaint::facility;
    moment.step = Step::one;
    for (auto _ : state) benchmark::DoNotOptimize(engine().judge(reply, moment));
}
BENCHMARK(judge_reply)->DenseRange(0, 4)->Unit(benchmark::kMicrosecond);

/// Percentiles over single calls, as people meet them: another reply each time.
void judge_percentiles(benchmark::State& state) {
    std::vector<double> micros;
    std::size_t next = 0;
    for (auto _ : state) {
        const auto start = std::chrono::steady_clock::now();
        benchmark::DoNotOptimize(engine().judge(replies()[next++ % replies().size()]));
        const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - start;
        micros.push_back(took.count());
    }
    std::sort(micros.begin(), micros.end());
    state.counters["p50_us"] = micros[micros.size() / 2];
    state.counters["p99_us"] = micros[micros.size() * 99 / 100];
}
BENCHMARK(judge_percentiles)->Unit(benchmark::kMicrosecond);

/// Linear in the reply: bytes per second should not fall as it grows.
void judge_long(benchmark::State& state) {
    std::string reply;
    while (reply.size() < static_cast<std::size_t>(state.range(0))) reply += replies()[reply.size() % 5];
    for (auto _ : state) benchmark::DoNotOptimize(engine().judge(reply));
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(reply.size()));
}
BENCHMARK(judge_long)->Arg(1 << 10)->Arg(1 << 15)->Arg(1 << 20)->Unit(benchmark::kMicrosecond);

void make_engine(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(Engine::make(packs()));
}
BENCHMARK(make_engine)->Unit(benchmark::kMillisecond);

/// The shipped pack with a supervisor's own ten examples: beyond make_engine, it is the learning.
void make_engine_that_learns(benchmark::State& state) {
    const huashu::test::TemporaryFolder folder;
    std::filesystem::copy("scoring/packs/zh", folder.path(), std::filesystem::copy_options::recursive);
    std::string lines;
    for (const std::string& reply : replies())
        for (const char* start : {"您好，", "打擾了，"})
            lines += R"({"text":")" + (start + reply) + R"(","acts":["greet"],"families":[],"origin":"own"})" + "\n";
    folder.write("utterances-own.jsonl", lines);
    const std::vector<Pack> with_own{load_pack(folder.path())->value};
    for (auto _ : state) benchmark::DoNotOptimize(Engine::make(with_own));
}
BENCHMARK(make_engine_that_learns)->Unit(benchmark::kMillisecond);

void load_shipped_pack(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(load_pack("scoring/packs/zh"));
}
BENCHMARK(load_shipped_pack)->Unit(benchmark::kMillisecond);

}  // namespace
