// One conversation as it runs. A Session owns its state and knows no screen and no clock: it hands out what
// the owner says and its `waits_for` names what the caller must do next.
//
//     Session talk = Session::start(scenario, engine, seed);
//     while (talk.waits_for() == Session::Waits::reply) talk.answer(Input::choose("a"));
//
// The same scenario, packs, seed and inputs give the same conversation, byte for byte. A session is saved as its
// inputs and seed (save()) and restored by playing them again, so a save can never disagree with the rules;
// rewinding is restoring a shorter list.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/history.hpp"
#include "scenarios/scenario.hpp"
#include "scoring/scorecard.hpp"
#include "scoring/shared_judgement.hpp"

namespace huashu::scenarios {

/// What the trainee did in one turn.
struct Input {
    enum class Kind : std::uint8_t { choice, typed, silence };
    Kind kind = Kind::typed;
    std::string value;  ///< the choice's id, or the typed words; empty for silence

    [[nodiscard]] static Input choose(std::string id) { return {Kind::choice, std::move(id)}; }
    [[nodiscard]] static Input say(std::string text) { return {Kind::typed, std::move(text)}; }
    [[nodiscard]] static Input stay_silent() { return {Kind::silence, {}}; }
    bool operator==(const Input&) const = default;
};

/// One cause of a change of mood, for the audit: "apologize", "deflect", "reaction brushed-off", "stuck", …
struct MoodChange {
    std::string cause;
    int anger = 0, trust = 0, patience = 0;
    bool operator==(const MoodChange&) const = default;
};

struct OwnerLine {
    enum class Why : std::uint8_t { enter, answer, reaction, fact, event, stuck, ending };
    Why why = Why::reaction;
    std::string text;
    std::string from;  ///< the id of the stage, reaction, fact, event or ending
    bool operator==(const OwnerLine&) const = default;
};

/// A turn as it happened: what was said, how it was judged, what came of it.
struct Turn {
    Input input;
    std::string text;  ///< the words said (of the choice, or as typed); empty for silence
    std::string stage;
    scoring::Step step = scoring::Step::unknown;
    scoring::SharedJudgement judgement;
    std::optional<Quality> quality;  ///< of a choice
    std::string model_reply;         ///< the stage's
    Mood before, after;
    std::vector<MoodChange> changes;
    std::vector<std::string> told;  ///< ids of the facts told in answer
    std::vector<OwnerLine> owner;   ///< what the owner then said
    bool operator==(const Turn&) const = default;
};

struct Ending {
    std::string id, title, note;
    Rank rank = Rank::mixed;
    bool operator==(const Ending&) const = default;
};

struct FactNote {
    std::string id, label, note;
    bool told = false;
};

struct SavedSession {
    std::string scenario_id, scenario_hash, packs_hash;
    std::uint64_t seed = 0;
    std::vector<Input> inputs;
    History history;  ///< what the owner remembered when it began
    bool operator==(const SavedSession&) const = default;
};

class Session {
public:
    enum class Waits : std::uint8_t { reply, nothing };

    [[nodiscard]] static Session start(const Scenario& scenario, const scoring::Engine& engine, std::uint64_t seed,
                                       const History& history = {});

    /// Plays the saved inputs again. Error (content): another scenario, or an input that the scenario no longer
    /// takes (says at which turn). A changed hash is no error: compare it with that of the new session's save() to
    /// warn.
    [[nodiscard]] static Result<Session> restore(const Scenario& scenario, const scoring::Engine& engine,
                                                 const SavedSession& saved);

    [[nodiscard]] Waits waits_for() const;
    /// The choices offered now, in order.
    [[nodiscard]] std::vector<Choice> choices() const;
    /// Error (usage): the talk is over, or no such choice is offered.
    [[nodiscard]] Result<Turn> answer(const Input& input);
    /// The same, but leaves the turn in turns() instead of copying it.
    [[nodiscard]] Result<void> take(const Input& input);
    /// What the owner says into the silence while a reply is long in coming. Changes nothing; silence that outlasts
    /// the time for a reply is an Input of its own. `nth`: how often he has spoken up in this turn.
    [[nodiscard]] std::string nudge(int nth = 0) const;
    /// How long he waits for the next reply (reply_timer.hpp); nothing: as long as it takes, or the talk is over.
    [[nodiscard]] std::optional<int> seconds_for_reply() const;

    [[nodiscard]] const std::vector<OwnerLine>& opening() const;  ///< what the owner says before the first reply
    /// How what he remembers moved his mood before the first word: "memory broke-money".
    [[nodiscard]] const std::vector<MoodChange>& opening_changes() const;
    [[nodiscard]] const std::vector<Turn>& turns() const;
    [[nodiscard]] Mood mood() const;
    [[nodiscard]] Mood initial_mood() const;  ///< at the first word, memories included
    [[nodiscard]] std::string stage_id() const;
    [[nodiscard]] std::string stage_title() const;
    [[nodiscard]] scoring::Step step() const;
    [[nodiscard]] std::string model_reply() const;  ///< of the present stage
    [[nodiscard]] std::vector<FactNote> facts() const;
    [[nodiscard]] const std::optional<Ending>& ending() const;  ///< set when it waits for nothing
    /// What the household keeps in mind of this talk; empty while it runs, or when the scenario says nothing of it.
    [[nodiscard]] std::vector<Memory> memories() const;
    [[nodiscard]] const History& history() const;  ///< that it began with
    [[nodiscard]] std::string last_owner_line() const;
    /// The moment in which the next reply will be judged (for a coach that judges while one types).
    [[nodiscard]] scoring::Moment moment() const;
    [[nodiscard]] scoring::Scorecard scorecard() const;
    [[nodiscard]] SavedSession save() const;
    [[nodiscard]] int turn_bound() const;  ///< no talk in this scenario has more turns
    [[nodiscard]] const Scenario& scenario() const;

    Session(Session&&) noexcept;
    Session& operator=(Session&&) noexcept;
    ~Session();

private:
    struct Impl;
    explicit Session(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace huashu::scenarios
