// Whether the talk rewards what the rules reward: the best choices lead to the best ending, and at no point of that
// play does a worse choice lead to more points than a better one.
#include <algorithm>

#include "check/report.hpp"
#include "check/walk.hpp"
#include "check/worth.hpp"
#include "model/choice_verdict.hpp"

namespace huashu::scenarios {
namespace {

constexpr std::size_t most_compared = 60;           // turns of the best play
constexpr std::size_t most_scored_turns = 200'000;  // of all the plays that are compared
constexpr std::size_t least_compared = 4;

struct Way {
    int choice = 0;
    Worth worth;
    bool best_ending = false;
    Walk walk;
};

class Rewards {
public:
    explicit Rewards(const Check& check) : check_(check), walker_(check.data, check.engine) {}

    void run() {
        Walk best = walker_.begin();
        Walk at = best;
        walker_.finish(best, Quality::best);
        check_best(best);
        // Each comparison plays to the end: of a very long talk evenly spread turns are compared, and of one of
        // thousands of turns still fewer.
        const std::size_t turns = std::max<std::size_t>(best.turns.size(), 1);
        const std::size_t compared = std::clamp(most_scored_turns / (3 * turns), least_compared, most_compared);
        const std::size_t stride = (turns + compared - 1) / compared;
        for (std::size_t i = 0; i < best.turns.size() && !check_.stopped(); ++i) {
            if (i % stride == 0) compare(at);
            walker_.go(at, best.turns[i].move);
        }
    }

private:
    [[nodiscard]] bool in_best_ending(const Walk& walk) const {
        return walk.state.ended >= 0 && check_.data.endings[walk.state.ended].card.rank == Rank::best;
    }

    void check_best(const Walk& best) {
        score_ = walker_.score(best);
        best_ending_ = in_best_ending(best);
        if (best_ending_) return;
        const std::string ending = best.state.ended >= 0 ? check_.data.endings[best.state.ended].card.id : left_id;
        check_.report(check_.data.stages[check_.data.start].offset, "best-not-rewarded",
                      "choosing the best at every turn (" + walker_.describe(best) + ") ends in \"" + ending +
                          "\", not in an ending of rank best, with anger " + std::to_string(best.state.mood.anger) +
                          ", trust " + std::to_string(best.state.mood.trust) + ", patience " +
                          std::to_string(best.state.mood.patience),
                      "loosen the condition of the best ending, or better the best choices");
    }

    void compare(const Walk& at) {
        const StageData& stage = check_.data.stages[at.state.stage];
        std::vector<Way> ways;
        for (const int move : walker_.moves(at)) {
            if (move == silence_move) continue;
            Walk walk = at;
            walker_.go(walk, move);
            walker_.finish(walk, Quality::best);
            const scoring::Judgement& judgement =
                verdict_of(check_.data, stage, stage.choices[move], check_.engine).judgement;
            ways.push_back({move, worth_of(judgement, walker_.score(walk)), in_best_ending(walk), std::move(walk)});
        }
        for (const Way& worse : ways) {
            check_total(stage, worse);
            if (const Way* better = outdone(ways, worse)) report_rudeness(stage, worse, *better);
        }
    }

    /// The clearly better choice that falls furthest behind in the end.
    static const Way* outdone(const std::vector<Way>& ways, const Way& worse) {
        const Way* found = nullptr;
        for (const Way& better : ways)
            if (outdoes(worse.worth, better.worth) &&
                (found == nullptr || better.worth.in_the_end < found->worth.in_the_end))
                found = &better;
        return found;
    }

    void report_rudeness(const StageData& stage, const Way& worse, const Way& better) const {
        const auto id = [&](const Way& way) { return "\"" + stage.choices[way.choice].card.id + "\""; };
        check_.report(stage.choices[worse.choice].offset, "rudeness-pays",
                      "the choice " + id(worse) + " is worth " + std::to_string(worse.worth.by_itself) + " and " +
                          id(better) + " " + std::to_string(better.worth.by_itself) + ", but it leads to " +
                          std::to_string(worse.worth.in_the_end) + " points in the end and the other to " +
                          std::to_string(better.worth.in_the_end),
                      "compare the plays " + walker_.describe(worse.walk) + " and " + walker_.describe(better.walk),
                      worse.worth.faulty && !better.worth.faulty ? Level::error : Level::warning);
    }

    /// The play with the most points must be one that ends best.
    void check_total(const StageData& stage, const Way& way) {
        if (way.worth.in_the_end <= score_ || way.best_ending || !best_ending_) return;
        check_.report(stage.choices[way.choice].offset, "points-past-best-ending",
                      "the play " + walker_.describe(way.walk) + " scores " + std::to_string(way.worth.in_the_end) +
                          ", more than the play that ends best (" + std::to_string(score_) + "), but does not end best",
                      "let the best ending take what this play does, or better the best choices");
    }

    const Check& check_;
    Walker walker_;
    int score_ = 0;
    bool best_ending_ = false;
};

}  // namespace

void check_rewards(const Check& check) { Rewards(check).run(); }

}  // namespace huashu::scenarios
