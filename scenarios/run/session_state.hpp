// What a Session owns: its state, what was said, and the moment in which the next reply will be judged.
#pragma once

#include "model/hear.hpp"
#include "run/step.hpp"
#include "scenarios/session.hpp"
#include "scoring/engine.hpp"

namespace huashu::scenarios {

struct Session::Impl final : ScoreSource {
    Impl(const Scenario& of, const scoring::Engine& judge, std::uint64_t seed_given, const History& remembered);

    [[nodiscard]] const StageData& stage() const { return data.stages[state.stage]; }
    [[nodiscard]] Result<void> take_choice(const Input& input);
    void take_typed(const Input& input);
    void take_silence();
    /// The card of the first `planned` stages of the plan.
    [[nodiscard]] scoring::Scorecard score(std::size_t planned) const;
    [[nodiscard]] int per_cent() override;
    void refresh_moment();

    Scenario scenario;  // keeps `data` alive
    const ScenarioData& data;
    const scoring::Engine* engine;
    std::uint64_t seed;
    History history;
    State state;
    Wording wording;
    Outcome outcome;
    std::vector<OwnerLine> opening;
    std::vector<MoodChange> opening_changes;
    Mood opened;
    std::vector<Turn> turns;
    std::optional<Ending> ending;
    scoring::Moment moment;
    Hearer hearer;

private:
    void play(Turn turn, const Reply& reply);
    [[nodiscard]] Turn begin_turn(const Input& input, std::string text) const;
    void take_lines(std::vector<OwnerLine>& lines);
    void take_changes(std::vector<MoodChange>& changes) const;
    void note_ending();
};

}  // namespace huashu::scenarios
