// Finding terms and phrases with bounded gaps: ours with all folding, beside Hyperscan and RE2::Set without any.
//
// The engines take turns within one run and the median round counts, so that the ratios hold when the machine's speed
// drifts. "x_hyperscan" is how many times as fast as Hyperscan ours is; goals: terms >= 0.4 below 10,000 and >= 1 from
// there, p99 over p50 <= 4, load_x_hyperscan >= 50, x_re2 >= 2.5 at 10,000.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <functional>

#include "bench/match_peers.hpp"
#include "bench/match_work.hpp"
#include "scoring/pattern.hpp"

namespace {

using namespace huashu;
using Clock = std::chrono::steady_clock;

constexpr int rounds = 15;
constexpr std::size_t reply_count = 400;

double seconds_of(const std::function<void()>& work) {
    const auto begin = Clock::now();
    work();
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

double quantile(std::vector<double> values, double q) {
    const auto at = static_cast<std::ptrdiff_t>(q * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + at, values.end());
    return values[static_cast<std::size_t>(at)];
}

/// An engine in the race: counts its matches in one reply.
struct Racer {
    std::string name;
    std::function<std::size_t(const std::string&)> count;
    std::vector<double> round_us;  ///< microseconds a reply, by round
    std::vector<double> reply_us;
};

void race(std::vector<Racer>& racers, const std::vector<std::string>& replies) {
    for (int round = 0; round < rounds; ++round)
        for (Racer& racer : racers) {
            const double whole = seconds_of([&] {
                for (const std::string& reply : replies) benchmark::DoNotOptimize(racer.count(reply));
            });
            racer.round_us.push_back(whole * 1e6 / static_cast<double>(replies.size()));
        }
    for (Racer& racer : racers)
        for (const std::string& reply : replies) {
            std::vector<double> times;
            for (int i = 0; i < 5; ++i)
                times.push_back(seconds_of([&] { benchmark::DoNotOptimize(racer.count(reply)); }) * 1e6);
            racer.reply_us.push_back(quantile(times, 0.5));
        }
}

/// Ours: from the bytes of a reply to sorted matches, everything folded.
class Ours {
public:
    Ours(const std::vector<std::string>& patterns, bool evasion) {
        scoring::PatternSetBuilder builder(lists_);
        for (std::size_t i = 0; i < patterns.size(); ++i)
            if (!builder.add(static_cast<scoring::PatternId>(i), patterns[i], evasion).empty()) std::abort();
        set_ = builder.build();
    }
    std::size_t count(const std::string& reply) {
        scoring::prepare_into(reply, prepared_);
        set_.match(prepared_, found_);
        return found_.size();
    }
    [[nodiscard]] std::size_t memory_bytes() const { return set_.memory_bytes(); }

private:
    scoring::WordLists lists_;
    scoring::PatternSet set_;
    scoring::PreparedText prepared_;
    std::vector<scoring::PatternMatch> found_;
};

void report(benchmark::State& state, const std::vector<Racer>& racers) {
    const double ours = quantile(racers[0].round_us, 0.5);
    state.counters["ours_us"] = ours;
    state.counters["p99_over_p50"] = quantile(racers[0].reply_us, 0.99) / quantile(racers[0].reply_us, 0.5);
    for (std::size_t i = 1; i < racers.size(); ++i) {
        state.counters[racers[i].name + "_us"] = quantile(racers[i].round_us, 0.5);
        state.counters["x_" + racers[i].name] = quantile(racers[i].round_us, 0.5) / ours;
    }
}

/// The same patterns for us and, as expressions, for the peers; which of them take part.
struct Race {
    std::vector<std::string> patterns;
    std::vector<std::string> expressions;
    bool literal = true;
    bool evasion = false;
    bool hyperscan = true;
    bool re2 = true;
};

void run(benchmark::State& state, bench::MatchWork& work, const Race& plan) {
    const std::vector<std::string> replies = work.replies(reply_count);
    std::vector<Racer> racers;
    std::unique_ptr<Ours> ours;
    const double load = seconds_of([&] { ours = std::make_unique<Ours>(plan.patterns, plan.evasion); });
    state.counters["load_ms"] = load * 1e3;
    state.counters["memory_MB"] = static_cast<double>(ours->memory_bytes()) / 1e6;
    racers.push_back({"ours", [&](const std::string& reply) { return ours->count(reply); }, {}, {}});
#ifdef HUASHU_HAVE_HYPERSCAN
    std::unique_ptr<bench::HyperscanPeer> hyperscan;
    if (plan.hyperscan) {
        const double peer_load =
            seconds_of([&] { hyperscan = std::make_unique<bench::HyperscanPeer>(plan.expressions, plan.literal); });
        state.counters["load_x_hyperscan"] = peer_load / load;
        racers.push_back({"hyperscan", [&](const std::string& reply) { return hyperscan->count(reply); }, {}, {}});
    }
#endif
    std::unique_ptr<bench::Re2Peer> re2;
    if (plan.re2) {
        re2 = std::make_unique<bench::Re2Peer>(plan.expressions);
        if (re2->ready())
            racers.push_back({"re2", [&](const std::string& reply) { return re2->count(reply); }, {}, {}});
    }
    for (auto _ : state) race(racers, replies);
    report(state, racers);
}

void terms(benchmark::State& state) {
    bench::MatchWork work;
    Race plan;
    plan.patterns = plan.expressions = work.terms(static_cast<std::size_t>(state.range(0)));
    run(state, work, plan);
}
BENCHMARK(terms)->Arg(100)->Arg(1000)->Arg(10000)->Arg(100000)->Iterations(1)->Unit(benchmark::kMillisecond);

/// The same terms, each also sought on the skeleton.
void terms_with_evasion(benchmark::State& state) {
    bench::MatchWork work;
    Race plan;
    plan.patterns = plan.expressions = work.terms(static_cast<std::size_t>(state.range(0)));
    plan.evasion = true;
    plan.re2 = false;
    run(state, work, plan);
}
BENCHMARK(terms_with_evasion)->Arg(1000)->Arg(10000)->Iterations(1)->Unit(benchmark::kMillisecond);

/// Hyperscan takes a quarter of a minute to compile 10,000 of these, so it takes part up to 1,000.
void phrases_with_gaps(benchmark::State& state) {
    bench::MatchWork work;
    Race plan;
    for (const bench::MatchWork::Phrase& phrase : work.phrases(static_cast<std::size_t>(state.range(0)))) {
        plan.patterns.push_back(phrase.first + "~" + std::to_string(phrase.gap) + phrase.second);
        plan.expressions.push_back(phrase.first + "[^,;!?。…\\n]{0," + std::to_string(phrase.gap) + "}" +
                                   phrase.second);
    }
    plan.literal = false;
    plan.hyperscan = plan.re2 = state.range(0) <= 1000;
    run(state, work, plan);
}
BENCHMARK(phrases_with_gaps)->Arg(1000)->Arg(10000)->Iterations(1)->Unit(benchmark::kMillisecond);

/// Never quadratic: 40 terms of one repeated character, all of which match everywhere. Goal: at most 10 ns a match.
void repeated_character(benchmark::State& state) {
    std::vector<std::string> patterns;
    std::string reply;
    for (int i = 1; i <= 40; ++i) patterns.push_back(patterns.empty() ? "啊" : patterns.back() + "啊");
    for (std::int64_t i = 0; i < state.range(0); ++i) reply += "啊";
    Ours ours(patterns, false);
    std::size_t found = 0;
    for (auto _ : state) found += ours.count(reply);
    state.counters["ns_a_match"] = benchmark::Counter(static_cast<double>(found) * 1e-9,
                                                      benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}
BENCHMARK(repeated_character)->Arg(200)->Arg(20000);

/// The steps before matching, for the reader who wonders where the time goes.
void folding(benchmark::State& state) {
    bench::MatchWork work;
    const std::vector<std::string> replies = work.replies(reply_count);
    scoring::FoldedText text;
    for (auto _ : state)
        for (const std::string& reply : replies) {
            scoring::canonicalise_into(reply, text);
            benchmark::DoNotOptimize(text.chars.data());
        }
    state.counters["us_a_reply"] = benchmark::Counter(static_cast<double>(state.iterations() * replies.size()) * 1e-6,
                                                      benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}
BENCHMARK(folding)->Unit(benchmark::kMillisecond);

void preparing(benchmark::State& state) {
    bench::MatchWork work;
    const std::vector<std::string> replies = work.replies(reply_count);
    scoring::PreparedText text;
    for (auto _ : state)
        for (const std::string& reply : replies) {
            scoring::prepare_into(reply, text);
            benchmark::DoNotOptimize(text.clauses.data());
        }
    state.counters["us_a_reply"] = benchmark::Counter(static_cast<double>(state.iterations() * replies.size()) * 1e-6,
                                                      benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}
BENCHMARK(preparing)->Unit(benchmark::kMillisecond);

}  // namespace
