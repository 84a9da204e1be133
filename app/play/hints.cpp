#include "play/hints.hpp"

#include <algorithm>
#include <array>

namespace huashu::app {
namespace {

// The model reply gives everything away; a nudge only points.
constexpr std::array<int, hint_rungs> costs{1, 2, 4};

}  // namespace

int hint_cost(int rung) { return rung < 1 || rung > hint_rungs ? 0 : costs.at(static_cast<std::size_t>(rung - 1)); }

int hint_points(const std::vector<HintTaken>& hints) {
    int points = 0;
    for (const HintTaken& hint : hints) points += hint_cost(hint.rung);
    return points;
}

int score_after_hints(int score, const std::vector<HintTaken>& hints) {
    return std::max(0, score - hint_points(hints));
}

}  // namespace huashu::app
