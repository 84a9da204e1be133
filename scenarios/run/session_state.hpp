// What a Session owns: its state, what was said, and the moment in which the next reply will be judged.
#pragma once

#include "model/hear.hpp"
#include "run/step.hpp"
#include "run/trail.hpp"
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
    /// The moment in which the next reply will be judged.
    void refresh_moment();
    [[nodiscard]] const std::string& last_owner_line();
    /// Writes out the turns that nobody has looked at yet.
    [[nodiscard]] const std::vector<Turn>& written_turns();

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
    Trail trail;
    std::optional<Ending> ending;
    scoring::Moment moment;
    Hearer hearer;

private:
    void play(const Reply& reply);
    void note_opening();
    void note_ending();
    void hear_owner(std::string lines);
    void catch_up();

    std::vector<Turn> written_;
    std::size_t caught_up_ = 0;  ///< turns whose words stand in `moment`
};

}  // namespace huashu::scenarios
