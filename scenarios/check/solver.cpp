#include "check/solver.hpp"

#include <algorithm>

#include "check/worth.hpp"
#include "model/hash.hpp"

namespace huashu::scenarios {
namespace {

constexpr int best_side = 0;
constexpr int worst_side = 1;

constexpr int out_of_reach = -10'000'000;

bool improves(int side, int sum, int than) { return side == best_side ? sum > than : sum < than; }

}  // namespace

Solver::Solver(const ScenarioData& data, const scoring::Engine& engine, SolverLimits limits)
    : data_(data), engine_(engine), walker_(data, engine), points_(data, engine), relevance_(data), limits_(limits) {
    relevance_.add_acts(points_.acts());
    solution_.complete = limits.mood_width == 1 && points_.sound() && !relevance_.by_score();
}

std::uint64_t Solver::key_of(const Open& open) const {
    std::uint64_t hash = relevance_.key_of(open.state, limits_.mood_width);
    const int gentle = limits_.pass > 0 && open.gentle ? 1 : 0;
    hash += static_cast<std::uint64_t>((open.reached + 1) << 4 | gentle << 3 | open.critical << 2 |
                                       open.wording_soiled << 1 | open.manners_soiled) *
            0x9e3779b97f4a7c15u;
    return finish_hash(hash ^ (open.met & points_.not_by_acts()));
}

Solution Solver::run() {
    Open first;
    first.state = walker_.begin().state;
    nodes_.push_back({});
    nodes_.back().stage = first.state.stage;
    present_.push_back(std::move(first));
    while (!present_.empty()) {
        ++turn_;
        for (const Open& open : present_) {
            if (limits_.stop != nullptr && limits_.stop->load(std::memory_order_relaxed)) break;
            expand(open);
        }
        if (limits_.stop != nullptr && limits_.stop->load()) {
            solution_.complete = false;
            break;
        }
        index_.clear();
        present_.swap(next_);
        next_.clear();
        if (nodes_.size() > limits_.most_states) narrow();
    }
    if (limits_.pass > 0 && solution_.complete) {  // else what was not searched would count as lost
        const std::vector<int> ahead = gains_ahead();
        find_no_returns(ahead);
        find_outdone(ahead);
    }
    solution_.states = nodes_.size();
    return std::move(solution_);
}

// Too many: go on with those that lead furthest up and those that lead furthest down.
void Solver::narrow() {
    constexpr std::size_t kept_each_way = 500;
    if (present_.size() <= 2 * kept_each_way) return;
    solution_.complete = false;
    const auto by_best = [this](const Open& a, const Open& b) {
        return nodes_[a.node].sum[best_side] > nodes_[b.node].sum[best_side];
    };
    std::sort(present_.begin(), present_.end(), by_best);
    std::vector<Open> kept;
    for (std::size_t i = 0; i < kept_each_way; ++i) {
        kept.push_back(std::move(present_[i]));
        kept.push_back(std::move(present_[present_.size() - 1 - i]));
    }
    present_ = std::move(kept);
}

void Solver::expand(const Open& open) {
    const StageData& stage = data_.stages[open.state.stage];
    for (std::size_t i = 0; i < stage.choices.size(); ++i) {
        if (!is_offered(stage, open.state, i)) continue;
        Open after = open;
        const int delta = account(after, open.state.stage, static_cast<int>(i));
        after.gentle = after.gentle && stage.choices[i].card.quality != Quality::bad;
        walker_.go(after.state, static_cast<int>(i), relevance_.repeats());
        if (after.state.ended == State::talking)
            keep(std::move(after), open.node, static_cast<int>(i), delta);
        else
            finish(after, nodes_[open.node], open.node, static_cast<int>(i), delta);
    }
}

int Solver::account(Open& open, int stage, int choice) const {
    if (!points_.sound()) return 0;
    const Gain& gain = points_.gain(stage, choice);
    int delta = -gain.charge;
    // A turn outside the plan belongs to the furthest stage reached before it.
    const int at = std::max({data_.stages[stage].planned, open.reached, 0});
    for (; open.reached < at; ++open.reached) {
        if (open.reached < 0) continue;
        delta += points_.settle(open.reached, open.met, open.wording_soiled, open.manners_soiled);
        open.wording_soiled = open.manners_soiled = false;
    }
    open.met |= gain.met;
    open.wording_soiled = open.wording_soiled || gain.soils_wording;
    open.manners_soiled = open.manners_soiled || gain.soils_manners;
    open.critical = open.critical || gain.critical;
    return delta;
}

void Solver::keep(Open&& open, int parent, int move, int delta) {
    const auto [found, fresh] = index_.emplace(key_of(open), static_cast<int>(nodes_.size()));
    if (fresh) {
        nodes_.push_back({});
        nodes_.back().critical = open.critical;
        nodes_.back().gentle = open.gentle;
        nodes_.back().stage = open.state.stage;
        open.node = found->second;
        next_.push_back(std::move(open));
    }
    if (limits_.pass > 0) edges_.push_back({parent, found->second, delta, false, static_cast<std::int8_t>(move)});
    Node& node = nodes_[found->second];
    for (const int side : {best_side, worst_side}) {
        const int sum = nodes_[parent].sum[side] + delta;
        if (!fresh && !improves(side, sum, node.sum[side])) continue;
        node.sum[side] = sum;
        node.parent[side] = parent;
        node.move[side] = static_cast<std::int8_t>(move);
    }
}

void Solver::finish(const Open& open, const Node& from, int parent, int move, int delta) {
    if (points_.sound()) delta += points_.settle(open.reached, open.met, open.wording_soiled, open.manners_soiled);
    if (limits_.pass > 0) edges_.push_back({parent, -1, delta, open.critical, static_cast<std::int8_t>(move)});
    SolvedEnding& ending = solution_.endings[open.state.ended];
    if (ending.shortest == 0) ending.shortest = static_cast<std::size_t>(turn_);
    std::optional<SolvedPlay>* plays[2] = {open.critical ? &ending.best_critical : &ending.best,
                                           open.critical ? &ending.worst_critical : &ending.worst};
    for (const int side : {best_side, worst_side}) {
        const int sum = from.sum[side] + delta;
        if (!*plays[side] || improves(side, sum, (*plays[side])->sum)) *plays[side] = play_to(sum, parent, move, side);
    }
}

SolvedPlay Solver::play_to(int sum, int parent, int move, int side) const {
    SolvedPlay play{sum, moves_to(parent, side)};
    play.moves.push_back(move);
    return play;
}

std::vector<int> Solver::moves_to(int node, int side) const {
    std::vector<int> moves;
    for (int at = node; nodes_[at].parent[side] >= 0; at = nodes_[at].parent[side])
        moves.push_back(nodes_[at].move[side]);
    std::reverse(moves.begin(), moves.end());
    return moves;
}

// The most that each node can still gain without a critical finding. Nodes are numbered turn by turn, so every edge
// leads to a higher number and one sweep backwards is enough.
std::vector<int> Solver::gains_ahead() const {
    std::vector<int> ahead(nodes_.size(), out_of_reach);
    for (auto edge = edges_.rbegin(); edge != edges_.rend(); ++edge) {
        if (edge->critical || (edge->to >= 0 && nodes_[edge->to].critical)) continue;
        const int gain = edge->to < 0 ? edge->gain : edge->gain + ahead[edge->to];
        ahead[edge->from] = std::max(ahead[edge->from], gain);
    }
    return ahead;
}

void Solver::find_no_returns(const std::vector<int>& ahead) {
    const int needed = limits_.pass * 100 - 50;  // a score is rounded half up
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
        const Node& node = nodes_[i];
        const int possible = node.sum[worst_side] + ahead[i];
        if (!node.critical && possible >= needed) continue;
        const SolvedNoReturn found{moves_to(static_cast<int>(i), worst_side), node.critical ? 0 : std::max(possible, 0),
                                   node.critical};
        if (!solution_.no_return) solution_.no_return = found;
        if (node.gentle && !solution_.gentle_no_return) solution_.gentle_no_return = found;
        if (solution_.no_return && solution_.gentle_no_return) return;
    }
}

// The edges of a node stand together: it is expanded once.
void Solver::find_outdone(const std::vector<int>& ahead) {
    for (std::size_t begin = 0, end = 0; begin < edges_.size(); begin = end) {
        while (end < edges_.size() && edges_[end].from == edges_[begin].from) ++end;
        if (!nodes_[static_cast<std::size_t>(edges_[begin].from)].critical) compare(begin, end, ahead);
    }
}

void Solver::compare(std::size_t begin, std::size_t end, const std::vector<int>& ahead) {
    const Node& node = nodes_[static_cast<std::size_t>(edges_[begin].from)];
    const StageData& stage = data_.stages[static_cast<std::size_t>(node.stage)];
    const auto points = [](int sum) { return (std::clamp(sum, 0, 10000) + 50) / 100; };
    std::vector<std::pair<int, Worth>> ways;
    for (std::size_t i = begin; i < end; ++i) {
        const Edge& edge = edges_[i];
        if (edge.critical || (edge.to >= 0 && (nodes_[static_cast<std::size_t>(edge.to)].critical ||
                                               ahead[static_cast<std::size_t>(edge.to)] == out_of_reach)))
            continue;
        const int gain = edge.gain + (edge.to < 0 ? 0 : ahead[static_cast<std::size_t>(edge.to)]);
        const ChoiceData& choice = stage.choices[static_cast<std::size_t>(edge.move)];
        ways.emplace_back(edge.move, worth_of(verdict_of(data_, stage, choice, engine_).judgement,
                                              points(node.sum[best_side] + gain)));
    }
    for (const auto& [worse, its] : ways)
        for (const auto& [better, other] : ways) {
            if (!its.faulty || !outdoes(its, other) || !outdone_.insert(node.stage * 8 + worse).second) continue;
            solution_.outdone.push_back(
                {node.stage, worse, better, moves_to(edges_[begin].from, best_side), its.in_the_end, other.in_the_end});
        }
}

}  // namespace huashu::scenarios
