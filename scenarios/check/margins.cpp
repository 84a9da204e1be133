// How near golden plays are to going another way: each turn is tried again with the owner a little angrier, calmer, and
// so on. Only what a turn decides counts (where the talk goes on, how it ends), not the words that he picks.
#include <algorithm>
#include <array>
#include <limits>

#include "check/report.hpp"
#include "run/retracing.hpp"
#include "scenarios/analysis.hpp"

namespace huashu::scenarios {
namespace {

struct Gauge {
    const char* name;
    int Mood::*value;
};
constexpr std::array<Gauge, 3> gauges{
    {{"anger", &Mood::anger}, {"trust", &Mood::trust}, {"patience", &Mood::patience}}};

/// The score as it is, and some points away.
class ShiftedScore final : public ScoreSource {
public:
    ShiftedScore(ScoreSource& truly, int by) : truly_(truly), by_(by) {}
    int per_cent() override { return std::clamp(truly_.per_cent() + by_, 0, 100); }

private:
    ScoreSource& truly_;
    int by_;
};

struct CloseTurn {
    int points = 0;  ///< how much more, or less; 0: none was found
    const char* what = "";
    std::size_t turn = 0;
    State truly, other;
};

class PlayMargins {
public:
    PlayMargins(const Check& check, const PlayData& play, int points)
        : check_(check),
          play_(play),
          points_(points),
          session_(Session::start(check.scenario, check.engine, golden_seed, play.history)) {}

    void run() {
        for (const PlayTurn& turn : play_.turns)
            if (session_.waits_for() == Session::Waits::nothing || !session_.take(turn.input)) return;
        if (!session_.ending() || session_.ending()->id != play_.ending) return;  // it does not hold at all
        try_turns();
        if (closest_.points != 0) report_turn();
        if (play_.score) check_bound("score", session_.scorecard().score, *play_.score, play_.score_offset);
        check_bound("anger", session_.mood().anger, play_.anger, play_.mood_offset);
        check_bound("trust", session_.mood().trust, play_.trust, play_.mood_offset);
        check_bound("patience", session_.mood().patience, play_.patience, play_.mood_offset);
    }

private:
    void try_turns() {
        Retracing talk(session_, check_.engine);
        for (std::size_t i = 0; i < session_.turns().size(); ++i) {
            const Reply reply = talk.hear(i);
            const State before = talk.state();
            std::vector<CloseTurn> tried;
            for (int by = 1; by <= points_; ++by)
                for (const int points : {by, -by}) {
                    for (const Gauge& gauge : gauges) {
                        State moved = before;
                        int& value = moved.mood.*gauge.value;
                        value = std::clamp(value + points, 0, 100);
                        if (moved.mood == before.mood) continue;
                        step(check_.data, moved, nullptr, reply, talk, ignored_);
                        tried.push_back({points, gauge.name, i, {}, std::move(moved)});
                    }
                    if (!check_.data.asks_score) continue;
                    State moved = before;
                    ShiftedScore score(talk, points);
                    step(check_.data, moved, nullptr, reply, score, ignored_);
                    tried.push_back({points, "score", i, {}, std::move(moved)});
                }
            talk.go(reply, i, ignored_);
            for (CloseTurn& other : tried) keep_if_closer(std::move(other), talk.state());
        }
    }

    void keep_if_closer(CloseTurn&& other, const State& truly) {
        const State& state = other.other;
        if (state.ended == truly.ended && state.stage == truly.stage) return;
        if (closest_.points != 0 && std::abs(closest_.points) <= std::abs(other.points)) return;
        other.truly = truly;
        closest_ = std::move(other);
    }

    [[nodiscard]] std::string whither(const State& state) const {
        if (state.ended == State::left) return "the owner would break off";
        if (state.ended >= 0) return "it would end in \"" + check_.data.endings[state.ended].card.id + "\"";
        return "it would go on in \"" + check_.data.stages[state.stage].id + "\"";
    }
    [[nodiscard]] std::string as_it_is(const State& state) const {
        if (state.ended == State::left) return "he breaks off";
        if (state.ended >= 0) return "it ends in \"" + check_.data.endings[state.ended].card.id + "\"";
        return "it goes on in \"" + check_.data.stages[state.stage].id + "\"";
    }

    void report_turn() const {
        const int away = std::abs(closest_.points);
        check_.report(play_.turns[closest_.turn].offset, "play-close",
                      "the play \"" + play_.id + "\", turn " + std::to_string(closest_.turn + 1) + ": were the " +
                          closest_.what + " " + std::to_string(away) +
                          (closest_.points > 0 ? " higher, " : " lower, ") + whither(closest_.other) + "; " +
                          as_it_is(closest_.truly),
                      "a small change of the rules would break the play: move the threshold, or take a clearer reply",
                      Level::warning);
    }

    void check_bound(const char* what, int value, const Range& wanted, std::size_t offset) const {
        // A bound that is missing, or that the mood can't pass anyway, is no bound.
        const auto near = [&](int bound, int missing, int always) {
            return bound != missing && bound != always && std::abs(value - bound) < points_;
        };
        const bool low = near(wanted.min, std::numeric_limits<int>::min(), 0);
        const bool high = near(wanted.max, std::numeric_limits<int>::max(), 100);
        if (!low && !high) return;
        check_.report(offset, "play-close",
                      "the play \"" + play_.id + "\" leaves the " + what + " at " + std::to_string(value) +
                          ", and it must be " + (low ? "at least " : "at most ") +
                          std::to_string(low ? wanted.min : wanted.max),
                      "a small change of the rules would break the play: give it some room", Level::warning);
    }

    const Check& check_;
    const PlayData& play_;
    int points_;
    Session session_;
    Outcome ignored_;
    CloseTurn closest_;
};

}  // namespace

Diagnostics check_margins(const Scenario& scenario, const scoring::Engine& engine, int points) {
    Diagnostics problems;
    const Check check{scenario, scenario.data(), engine, problems};
    for (const PlayData& play : scenario.data().plays) PlayMargins(check, play, points).run();
    sort_by_place(problems);
    return problems;
}

}  // namespace huashu::scenarios
