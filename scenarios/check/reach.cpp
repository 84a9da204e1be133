// What no play meets. First the cheap ways: plays that follow one quality, plays that differ from those in one choice,
// random ones. Whatever is still missing is looked for by a breadth-first search in which moods that are nearly the
// same count as one; every play found is a real one, so nothing is called reachable that is not.
#include <algorithm>
#include <deque>
#include <unordered_map>
#include <unordered_set>

#include "check/implies.hpp"
#include "check/relevance.hpp"
#include "check/report.hpp"
#include "check/walk.hpp"
#include "run/random.hpp"

namespace huashu::scenarios {
namespace {

constexpr int random_plays = 200;
constexpr std::size_t most_nodes = 20000;
// Turns of plays that differ in one choice, and of random ones: a talk of thousands of stages has many more.
constexpr int most_probe_turns = 1'000'000;
constexpr int mood_step = 8;  // moods in one step of this width count as one in the search

class Explorer {
public:
    Explorer(const Check& check, Coverage& coverage)
        : check_(check),
          data_(check.data),
          coverage_(coverage),
          walker_(check.data, check.engine),
          relevance_(check.data) {
        for (const FactData& fact : data_.facts) note_slots(fact.tell);
        for (const StageData& stage : data_.stages) {
            note_slots(stage.enter);
            if (stage.stuck) note_slots(*stage.stuck);
            for (const ChoiceData& choice : stage.choices)
                if (choice.answer) note_slots(*choice.answer);
        }
        for (const EndingData& ending : data_.endings) note_slots(ending.say);
        begins_.push_back(walker_.begin());
        mark_lines();
        std::vector<History> seen{History{}};
        for (const PlayData& play : data_.plays) {
            if (std::find(seen.begin(), seen.end(), play.history) != seen.end()) continue;
            seen.push_back(play.history);
            begins_.push_back(walker_.begin(play.history));
            mark_lines();
        }
    }

    void run() {
        by_quality();
        if (!complete() || !every_line_spoken()) with_one_other_choice();
        if (!complete() || !every_line_spoken()) at_random();
        if (!complete()) search();
    }
    [[nodiscard]] bool exhausted() const { return exhausted_; }

private:
    static bool all(const std::vector<bool>& met) { return std::find(met.begin(), met.end(), false) == met.end(); }
    [[nodiscard]] bool complete() const {
        return all(coverage_.stages) && all(coverage_.endings) && all(coverage_.facts) && all(coverage_.events);
    }

    [[nodiscard]] bool every_line_spoken() const {
        return std::all_of(slots_.begin(), slots_.end(),
                           [&](const auto& each) { return coverage_.lines[each.second]; });
    }

    void go(Walk& walk, int move) {
        coverage_.stages[walk.state.stage] = true;
        walker_.go(walk, move);
        mark(walk);
    }

    // A walk picks the first variant of whatever speaks.
    void mark_lines() {
        for (const Spoken& spoken : walker_.outcome().spoken)
            if (const auto slot = slots_.find(spoken.text); slot != slots_.end()) coverage_.lines[slot->second] = true;
    }

    void note_slots(const Lines& lines) {
        for (const Lines::Guarded& guarded : lines.guarded)
            slots_.emplace(&guarded.variants.texts.front(), static_cast<std::size_t>(guarded.variants.slot));
    }

    void mark(const Walk& walk) {
        mark_lines();
        if (walk.state.ended >= 0) coverage_.endings[walk.state.ended] = true;
        for (const int fact : walker_.outcome().told) coverage_.facts[fact] = true;
        for (const Spoken& spoken : walker_.outcome().spoken)
            for (std::size_t i = 0; spoken.why == OwnerLine::Why::event && i < data_.events.size(); ++i)
                if (spoken.from == &data_.events[i].id) coverage_.events[i] = true;
    }

    int finish(Walk walk, Quality quality) {
        while (!walker_.over(walk) && !check_.stopped()) go(walk, walker_.pick(walk, quality));
        return walk.state.turn;
    }

    void by_quality() {
        for (const Quality quality : {Quality::best, Quality::near, Quality::bad})
            for (const Walk& begin : begins_) finish(begin, quality);
    }

    void with_one_other_choice() {
        for (const Walk& begin : begins_)
            for (const Quality before : {Quality::best, Quality::near, Quality::bad})
                with_one_other_choice(begin, before);
    }

    void with_one_other_choice(Walk walk, Quality before) {
        while (!walker_.over(walk) && probes_ > 0 && !check_.stopped()) {
            for (const int move : walker_.moves(walk))
                for (const Quality after : {Quality::best, Quality::near, Quality::bad}) {
                    Walk other = walk;
                    go(other, move);
                    const int at = other.state.turn;
                    probes_ -= finish(std::move(other), after) - at + 1;
                }
            go(walk, walker_.pick(walk, before));
        }
    }

    void at_random() {
        Random random(1);
        for (int i = 0; i < random_plays && probes_ > 0 && !check_.stopped(); ++i) {
            Walk walk = begins_[static_cast<std::size_t>(i) % begins_.size()];
            while (!walker_.over(walk) && !check_.stopped()) {
                const std::vector<int> moves = walker_.moves(walk);
                go(walk, moves[random.below(static_cast<std::uint32_t>(moves.size()))]);
            }
            probes_ -= walk.state.turn;
        }
    }

    void search() {
        // One history after the other: states of different pasts are told apart by nothing in their key.
        for (const Walk& begin : begins_)
            if (!complete()) search(begin);
    }

    void search(const Walk& begin) {
        std::deque<Walk> queue{begin};
        std::unordered_set<std::uint64_t> seen;
        while (!queue.empty() && seen.size() < most_nodes && !complete() && !check_.stopped()) {
            const Walk walk = std::move(queue.front());
            queue.pop_front();
            for (const int move : walker_.moves(walk)) {
                Walk next = walk;
                go(next, move);
                if (!walker_.over(next) && seen.insert(relevance_.key_of(next.state, mood_step)).second)
                    queue.push_back(std::move(next));
            }
        }
        exhausted_ = exhausted_ && queue.empty();
    }

    const Check& check_;
    const ScenarioData& data_;
    Coverage& coverage_;
    Walker walker_;
    Relevance relevance_;
    std::unordered_map<const std::string*, std::size_t> slots_;  ///< of guarded lines, by their first variant
    int probes_ = most_probe_turns;                              ///< turns that may still be played so
    std::vector<Walk> begins_;  ///< one for each history that a golden play begins with, and none
    bool exhausted_ = true;
};

std::string how_far(bool exhausted) {
    return exhausted ? "the search by choices and silence met every sort of state there is"
                     : "some 20,000 states were searched by choices and silence";
}

}  // namespace

void check_reach(const Check& check, Coverage& coverage) {
    Explorer explorer(check, coverage);
    explorer.run();
    const std::string searched = how_far(explorer.exhausted());
    const auto each_missing = [](const std::vector<bool>& met, const auto& things, auto report) {
        for (std::size_t i = 0; i < things.size(); ++i)
            if (!met[i]) report(things[i]);
    };
    each_missing(coverage.stages, check.data.stages, [&](const StageData& stage) {
        check.report(stage.offset, "stage-unreached", "no play was found that comes to the stage \"" + stage.id + "\"",
                     "loosen the conditions that lead to it, or add a golden play that gets there; " + searched);
    });
    each_missing(coverage.endings, check.data.endings, [&](const EndingData& ending) {
        check.report(ending.offset, "ending-unreached", "no play was found that ends in \"" + ending.card.id + "\"",
                     "loosen its condition, or add a golden play that gets there; " + searched);
    });
    each_missing(coverage.facts, check.data.facts, [&](const FactData& fact) {
        check.report(fact.offset, "fact-untold",
                     "no choice and no golden play brings the owner to tell \"" + fact.id + "\"",
                     "let a choice ask for it, or add a golden play with a typed question", Level::warning);
    });
    each_missing(coverage.events, check.data.events, [&](const Rule& event) {
        if (event.when && asks_for_typing(*event.when)) return;
        check.report(event.offset, "event-unreached", "no play was found in which \"" + event.id + "\" happens",
                     "loosen its condition, or add a golden play in which it does; " + searched, Level::warning);
    });
}

}  // namespace huashu::scenarios
