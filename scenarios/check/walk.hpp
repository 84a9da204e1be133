// A talk by choices and silence, without wording: what the searches of the static check are made of.
#pragma once

#include <array>
#include <vector>

#include "model/choice_verdict.hpp"
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

    [[nodiscard]] Walk begin(const History& history = {});
    /// The moves that are open: the offered choices in order, then silence.
    [[nodiscard]] std::vector<int> moves(const Walk& walk) const;
    void go(Walk& walk, int move);
    /// For searches that keep no way: conditions on the score see none. `note_words`: whether what was said can be said
    /// again.
    void go(State& state, int move, bool note_words);
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
    void bring_judged_to(const Walk& walk);
    [[nodiscard]] Reply reply_of(const State& state, int move);
    [[nodiscard]] const scoring::SharedJudgement& judgement_of(const WalkTurn& turn);
    [[nodiscard]] const Heard& heard(int stage, int choice) {
        const Heard*& known = heard_[stage][choice];
        if (known == nullptr)
            known = &verdict_of(data_, data_.stages[stage], data_.stages[stage].choices[choice], engine_).heard;
        return *known;
    }

    const ScenarioData& data_;
    const scoring::Engine& engine_;
    std::vector<std::array<const Heard*, 8>> heard_;  ///< by stage and choice, looked up when first needed
    std::vector<std::optional<scoring::SharedJudgement>> silences_;  ///< by stage, judged when first needed
    std::vector<scoring::PlannedStage> plan_;                        ///< the part of it that was scored last
    std::vector<scoring::JudgedTurn> judged_;                        ///< of the walk that was scored last
    std::vector<WalkTurn> judged_of_;
    Outcome outcome_;
};

}  // namespace huashu::scenarios
