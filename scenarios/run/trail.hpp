// What a talk has come to so far, turn by turn, without a word copied: what was said and answered is pointed to where
// it stands in the scenario. Thousands of turns a second are played by those who look at few of them (a save is
// restored, records are scored again, a robot runs), so a Turn is written out only when somebody looks.
#pragma once

#include <vector>

#include "run/step.hpp"
#include "run/talk_score.hpp"
#include "scenarios/session.hpp"
#include "scoring/engine.hpp"

namespace huashu::scenarios {

class Trail {
public:
    /// Keeps references to both.
    Trail(const ScenarioData& data, const scoring::Engine& engine) : data_(data), engine_(engine) {}

    [[nodiscard]] std::size_t size() const { return turns_.size(); }
    /// A turn begins, in the stage and mood of `state`; it is finished by note_outcome().
    void begin_choice(const State& state, int choice);
    void begin_typed(const State& state, std::string text, scoring::SharedJudgement judgement);
    void begin_silence(const State& state, scoring::SharedJudgement judgement);
    void note_outcome(const Outcome& outcome);

    [[nodiscard]] Input input_of(std::size_t turn) const;
    [[nodiscard]] bool is_silence(std::size_t turn) const { return turns_[turn].kind == Input::Kind::silence; }
    /// The words said; empty for silence.
    [[nodiscard]] const std::string& text_of(std::size_t turn) const;
    /// What the owner then said, a line each.
    [[nodiscard]] std::string owner_text_of(std::size_t turn) const;
    [[nodiscard]] Turn written(std::size_t turn) const;
    [[nodiscard]] SaidTurn said(std::size_t turn) const;

private:
    struct Filed {
        Input::Kind kind = Input::Kind::silence;
        std::int8_t choice = -1;
        int stage = 0;
        int words = -1;  ///< index into words_, where nothing was chosen
        Mood before, after;
        /// Where what it brought begins in the lists below; it ends where the next turn's begins.
        std::uint32_t changes = 0, spoken = 0, told = 0;
    };
    struct Words {
        std::string text;
        scoring::SharedJudgement judgement;
    };

    Filed& begin(const State& state, Input::Kind kind);
    [[nodiscard]] const StageData& stage_of(const Filed& turn) const { return data_.stages[turn.stage]; }
    [[nodiscard]] const ChoiceData& choice_of(const Filed& turn) const {
        return stage_of(turn).choices[static_cast<std::size_t>(turn.choice)];
    }
    [[nodiscard]] scoring::SharedJudgement judgement_of(const Filed& turn) const;
    [[nodiscard]] std::size_t end_of(std::size_t turn, std::uint32_t Filed::*begin, std::size_t all) const {
        return turn + 1 < turns_.size() ? turns_[turn + 1].*begin : all;
    }

    const ScenarioData& data_;
    const scoring::Engine& engine_;
    std::vector<Filed> turns_;
    std::vector<Words> words_;
    std::vector<Change> changes_;
    std::vector<Spoken> spoken_;
    std::vector<int> told_;
};

}  // namespace huashu::scenarios
