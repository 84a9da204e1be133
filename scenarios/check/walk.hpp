// A talk by choices and silence, without wording: what the searches of the static check are made of.
#pragma once

#include <vector>

#include "run/step.hpp"
#include "scoring/scorecard.hpp"

namespace huashu::scenarios {

inline constexpr int silence_move = -1;

/// One thing that the trainee did: an index into the stage's choices, or silence_move.
struct WalkTurn {
    int stage = 0;
    int move = silence_move;
    int anger_before = 0;
};

class Walker;

/// A value: copy it to try another way from here.
struct Walk {
    State state;
    std::vector<WalkTurn> turns;
};

class Walker {
public:
    Walker(const ScenarioData& data, const scoring::Engine& engine);

    [[nodiscard]] Walk begin();
    /// The moves that are open: the offered choices in order, then silence.
    [[nodiscard]] std::vector<int> moves(const Walk& walk) const;
    void go(Walk& walk, int move);
    [[nodiscard]] bool over(const Walk& walk) const { return walk.state.ended != State::talking; }
    [[nodiscard]] int score(const Walk& walk) { return score(walk, data_.plan.size()); }
    /// What the last go() brought.
    [[nodiscard]] const Outcome& outcome() const { return outcome_; }

    /// The first offered choice of the quality; when there is none, of the next better, else of the next worse.
    [[nodiscard]] int pick(const Walk& walk, Quality quality) const;
    /// Picks so until the talk is over.
    void finish(Walk& walk, Quality quality);

    /// "a, c, silence": the way as an author can play it.
    [[nodiscard]] std::string describe(const Walk& walk) const;

private:
    class PlayedScore;
    [[nodiscard]] int score(const Walk& walk, std::size_t planned);
    [[nodiscard]] const scoring::Judgement& judgement_of(const WalkTurn& turn);

    const ScenarioData& data_;
    const scoring::Engine& engine_;
    std::vector<std::optional<scoring::Judgement>> silences_;  ///< by stage, judged when first needed
    Outcome outcome_;
};

}  // namespace huashu::scenarios
