// Searches every play by choices, turn by turn, merging states that have the same future, and keeps for each the best
// and the worst sum of points that leads there. So the best and the worst score of a scenario, and of each of its
// endings, come out with a play that shows it, without playing all of its billions of plays.
#pragma once

#include <atomic>
#include <map>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "check/points.hpp"
#include "check/relevance.hpp"
#include "check/walk.hpp"

namespace huashu::scenarios {

struct SolverLimits {
    std::size_t most_states = 2'000'000;  ///< then the search goes on with the most promising of each turn only
    int mood_width = 1;                   ///< 1: exact; more: moods in steps of that width count as one
    const std::atomic<bool>* stop = nullptr;
    int pass = 0;  ///< points; 0: do not look for points of no return
};

/// The best or the worst play to one ending: by choices, in order.
struct SolvedPlay {
    int sum = 0;             ///< hundredths of a point, before floor and cap
    std::vector<int> moves;  ///< indices of choices
};

struct SolvedEnding {
    std::optional<SolvedPlay> best, worst;
    std::optional<SolvedPlay> best_critical, worst_critical;  ///< of plays with a critical finding
    std::size_t shortest = 0;                                 ///< turns of the shortest play; 0: none
};

/// The first place from which `pass` can't be reached any more.
struct SolvedNoReturn {
    std::vector<int> moves;
    int still_possible = 0;  ///< hundredths of a point
    bool critical = false;
};

/// A choice that breaks the rules and yet can be followed by more points than a clearly better one of the same turn.
struct SolvedOutdone {
    int stage = 0, worse = 0, better = 0;             ///< indices
    std::vector<int> moves;                           ///< up to that turn
    int worse_in_the_end = 0, better_in_the_end = 0;  ///< points, played at its best from there
};

struct Solution {
    bool complete = true;  ///< every state was looked at
    std::size_t states = 0;
    std::map<int, SolvedEnding> endings;  ///< by State::ended
    std::optional<SolvedNoReturn> no_return, gentle_no_return;
    std::vector<SolvedOutdone> outdone;  ///< each worse choice once, where the play to it is shortest
};

class Solver {
public:
    Solver(const ScenarioData& data, const scoring::Engine& engine, SolverLimits limits);
    [[nodiscard]] Solution run();

private:
    struct Node {
        int parent[2] = {-1, -1};  ///< of the best, of the worst
        std::int8_t move[2] = {0, 0};
        int sum[2] = {0, 0};
        int stage = 0;
        bool critical = false, gentle = true;
    };
    /// A choice from one node to another, or (to < 0) to an ending.
    struct Edge {
        int from = 0, to = 0, gain = 0;
        bool critical = false;
        std::int8_t move = 0;
    };
    /// A state of the present turn, with what of the past its points still depend on.
    struct Open {
        State state;
        RuleBits met = 0;
        int reached = -1;
        bool wording_soiled = false, manners_soiled = false, critical = false;
        bool gentle = true;  ///< no choice labelled bad so far
        int node = 0;
    };

    [[nodiscard]] std::uint64_t key_of(const Open& open) const;
    void expand(const Open& open);
    /// Adds the choice to the account; returns what it gives and takes, in hundredths of a point.
    [[nodiscard]] int account(Open& open, int stage, int choice) const;
    void finish(const Open& open, const Node& from, int parent, int move, int delta);
    void keep(Open&& open, int parent, int move, int delta);
    [[nodiscard]] SolvedPlay play_to(int sum, int parent, int move, int side) const;
    void narrow();
    void find_no_returns(const std::vector<int>& ahead);
    void find_outdone(const std::vector<int>& ahead);
    void compare(std::size_t begin, std::size_t end, const std::vector<int>& ahead);
    [[nodiscard]] std::vector<int> gains_ahead() const;
    [[nodiscard]] std::vector<int> moves_to(int node, int side) const;

    const ScenarioData& data_;
    const scoring::Engine& engine_;
    Walker walker_;
    Points points_;
    Relevance relevance_;
    SolverLimits limits_;
    Solution solution_;
    std::vector<Node> nodes_;
    std::vector<Edge> edges_;  ///< kept only to look for points of no return
    std::vector<Open> present_, next_;
    std::unordered_map<std::uint64_t, int> index_;  ///< of next_, by key
    int turn_ = 0;
    std::unordered_set<int> outdone_;  ///< worse choices that were found, by stage * 8 + choice
};

}  // namespace huashu::scenarios
