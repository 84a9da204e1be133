// What the program shows of assessments: those one may sit, one's own sittings, the one that runs, and the supervisor's
// side. A value of its own behind a pointer in State; update_exams() makes a new one for each change.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "assess/archive.hpp"
#include "assess/blueprint_draft.hpp"
#include "assess/calibration.hpp"
#include "desktop/state/state.hpp"

namespace huashu::desktop {

/// A blueprint with what it comes to with the library as it is.
struct ExamOffer {
    assess::Blueprint blueprint;
    std::optional<assess::Drawn> drawn;
    Diagnostics problems;  ///< why it could not be drawn
    assess::Attempts attempts;
};

/// A scenario as lists show it.
struct ExamScenario {
    std::string id, title, kind;
    int difficulty_centi = 100;
    int first_attempts = 0;
};

/// The sitting that runs, between or during its talks.
struct RunningExam {
    assess::Sitting sitting;
    std::int64_t left_ms = 0;
    std::string ended_title;  ///< how the last talk ended; empty: none has, or its time was over
};

/// A sitting that is looked at: one's own result, or one under review.
struct OpenSitting {
    assess::Filed filed;
    std::string person_folder;  ///< whose records it stands in
    bool as_supervisor = false;
    int item = 0;                     ///< the scenario whose ledger is shown
    std::vector<std::string> titles;  ///< of the scenarios
    std::vector<std::vector<std::string>>
        replies;  ///< by scenario and turn: what was said; empty where it can't be played
    std::vector<std::vector<std::vector<scoring::ByteSpan>>> pasted;  ///< of those
    std::optional<assess::LineRef> acting;                            ///< the line for which a reason is being written
    enum class Act : std::uint8_t { contest, change, decide, confirm, set_aside } act = Act::contest;
    int appeal = -1;  ///< the one that is being decided
};

enum class SuperviseTab : std::uint8_t { blueprints, sittings, calibration };

struct SittingLine {
    assess::Filed filed;
    std::string folder;
};

/// What only a supervisor sees.
struct SuperviseState {
    bool locked = false;   ///< a passphrase is asked for
    bool refused = false;  ///< the last one was wrong
    SuperviseTab tab = SuperviseTab::blueprints;
    std::string selected;               ///< blueprint
    std::vector<SittingLine> sittings;  ///< of everybody, the last one begun first
    assess::Calibration calibration;
    bool has_calibration = false;  ///< it is reckoned only when its page is opened: talks are judged again for it
    int markings = 0;              ///< sheets that were marked
    int specimens = 0;             ///< replies that could be
};

/// What is edited of a blueprint; the rules as they are typed, so that half a name may stand there.
struct DraftValue {
    assess::Blueprint blueprint;
    std::string rules;
};

/// A blueprint that is being written.
struct BlueprintDraft {
    DraftValue value;
    std::string opened_as;                        ///< id that it has on the disk; empty: it is new
    bool changed = false;                         ///< since it was opened or saved
    bool leaving = false;                         ///< "throw the changes away?" is asked
    bool can_save = true;                         ///< there is a folder to write into
    unsigned revision = 1;                        ///< of the value
    std::vector<DraftValue> before, after;        ///< to undo and redo
    std::vector<std::string> personas, rule_ids;  ///< there are
    // What the library says to it.
    unsigned checked = 0;  ///< revision that was looked at
    assess::DraftCheck check;
};

struct CareState;     // desktop/state/care_state.hpp
struct MarkingState;  // desktop/state/marking_state.hpp

struct ExamsState {
    std::vector<ExamOffer> offers;
    std::vector<ExamScenario> scenarios;
    std::vector<assess::Filed> mine;  ///< the last one begun first
    Diagnostics problems;             ///< of blueprints that were left out
    std::string selected;             ///< blueprint
    std::optional<RunningExam> running;
    std::optional<Talk> record_talk;  ///< the complaint record of this talk is asked for
    std::optional<OpenSitting> open;
    SuperviseState supervise;
    std::optional<BlueprintDraft> draft;
    std::int64_t now_ms = 0;  ///< when it was loaded
    unsigned revision = 0;
    std::shared_ptr<const CareState> care;        ///< null: nobody has looked after records yet
    std::shared_ptr<const MarkingState> marking;  ///< null: no second marking was opened
};

/// Null counts as nothing.
[[nodiscard]] inline const ExamsState& exams_of(const State& state) {
    static const ExamsState nothing;
    return state.exams ? *state.exams : nothing;
}

}  // namespace huashu::desktop
