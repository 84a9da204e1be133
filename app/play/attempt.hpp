// One person's attempt at a scenario: a running conversation whose every turn is on record before anybody sees what
// came of it. Screens and the terminal play through this and never through Session alone.
//
//     Result<Attempt> attempt = Attempt::start(scenario, engine, seed, &records);
//     Result<scenarios::Turn> turn = attempt->answer(Input::choose("a"));   // committed when it returns
//
// When a turn can't be committed the conversation stays where it was and the error says why; the same answer can be
// given again. Scenario, engine and records must outlive the attempt.
#pragma once

#include <string>

#include "play/hints.hpp"
#include "records/records.hpp"
#include "scenarios/session.hpp"

namespace huashu::app {

/// What is kept of a turn and of the end of a talk (nothing while it runs), so that playing it again can be compared.
[[nodiscard]] TurnRecord record_of(const scenarios::Turn& turn, std::vector<int> hints);
[[nodiscard]] std::optional<EndRecord> end_of(const scenarios::Session& session, const std::vector<HintTaken>& hints);
/// Of everything that came of a turn: the whole ledger, the moods, the owner's words. 32 hex digits.
[[nodiscard]] std::string fingerprint_of(const scenarios::Turn& turn);

class Attempt {
public:
    /// `records` null: nothing is kept (a demonstration, a script), and the owner remembers `history`; else what the
    /// records say of his household.
    [[nodiscard]] static Result<Attempt> start(const scenarios::Scenario& scenario, const scoring::Engine& engine,
                                               std::uint64_t seed, Records* records,
                                               const scenarios::History& history = {});
    /// Goes on where it stopped, by playing the recorded inputs again. Error (content): the scenario has changed so
    /// much that they can't be played; the error says from which turn. Error (usage): no such running attempt, or one
    /// of another scenario.
    [[nodiscard]] static Result<Attempt> resume(const std::string& id, const scenarios::Scenario& scenario,
                                                const scoring::Engine& engine, Records& records);

    /// For an attempt that resume() refuses because its scenario has changed: goes on, as an attempt of its own, after
    /// the turns that the scenario still takes; the old one is set aside. Errors as resume, but for that one.
    [[nodiscard]] static Result<Attempt> resume_what_fits(const std::string& id, const scenarios::Scenario& scenario,
                                                          const scoring::Engine& engine, Records& records);

    /// Any attempt, running or over, as it stands: to look back on and to rewind. Errors as resume, but it may be over.
    [[nodiscard]] static Result<Attempt> look_back(const std::string& id, const scenarios::Scenario& scenario,
                                                   const scoring::Engine& engine, Records& records);

    /// Plays on from after `turns` turns of this one, as an attempt of its own; this one stays as it is on record.
    /// Error (usage): it has not so many turns.
    [[nodiscard]] Result<Attempt> rewind(int turns) const;

    /// Errors as Session::answer; (system) the turn could not be committed: nothing has changed.
    [[nodiscard]] Result<scenarios::Turn> answer(const scenarios::Input& input);

    /// A rung of the hint ladder was shown for the coming reply: it is on record when this returns, is kept with that
    /// reply, and the score on record is less by its cost. A rung that does not exist, or one already taken for this
    /// reply, changes nothing. Error (system): it could not be committed; it counts as long as this attempt is open.
    [[nodiscard]] Result<void> take_hint(int rung);
    [[nodiscard]] const std::vector<HintTaken>& hints() const { return hints_; }  ///< by turn

    /// The complaint record (scenarios/record_form.hpp), scored and on record when it returns. Only when the talk is
    /// over and its scenario asks for one. Error (usage): it is not, or does not; (system): it could not be committed.
    [[nodiscard]] Result<scenarios::RecordScore> fill_in(const scenarios::RecordForm& form);

    [[nodiscard]] const scenarios::Session& session() const { return session_; }
    [[nodiscard]] const std::string& id() const { return id_; }  ///< empty when nothing is kept
    /// What was filled in, now or before it was looked back on.
    [[nodiscard]] const std::optional<FilledRecord>& record() const { return record_; }
    /// What a person should know: the scenario or the rules have changed since it was begun.
    [[nodiscard]] const Diagnostics& notices() const { return notices_; }

private:
    Attempt(scenarios::Session session, const scoring::Engine& engine, Records* records, std::string id);
    [[nodiscard]] Result<void> recall_hints();

    scenarios::Session session_;
    const scoring::Engine* engine_;
    Records* records_;
    std::string id_;
    std::vector<HintTaken> hints_;
    Diagnostics notices_;
    std::optional<FilledRecord> record_;
};

}  // namespace huashu::app
