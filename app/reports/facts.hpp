// What a report or an analysis knows of an attempt: plain facts, in the order in which they happened. Filled from the
// records by playing an attempt again (gather.hpp); whoever has results of another kind (a sitting of an assessment)
// fills the same struct and has every report, table and figure.
//
// Facts are made to leave the machine: call mask() (mask.hpp) on them before they are handed to a report.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/session.hpp"
#include "scoring/scorecard.hpp"

namespace huashu::app {

struct TurnFacts {
    scenarios::Input::Kind kind = scenarios::Input::Kind::typed;
    std::string choice;                      ///< id of what was chosen; else empty
    std::vector<scenarios::Choice> offered;  ///< what could have been chosen, in order
    std::string owner;                       ///< the owner's last line before it
    std::string reply;  ///< the words said; empty for silence, and where they are not known any more
    std::string stage, stage_title;
    int score = 0;  ///< of this reply, 0..100, as it is on record
    std::vector<scoring::Finding> findings;
    std::vector<scoring::EarnedAct> acts;
    scenarios::Mood after;
};

/// A line of the ledger that a person changed (assess/review.hpp).
struct ChangedLine {
    std::size_t line = 0;  ///< of AttemptFacts::ledger
    int from_centi = 0;    ///< what the program reckoned; the ledger holds what counts now
    std::string by, reason;
    std::int64_t at_ms = 0;
    bool by_appeal = false;
};

/// Which part of which sitting a talk was.
struct SittingPart {
    std::string sitting;      ///< UUID
    std::string blueprint;    ///< its title
    int item = 0, count = 1;  ///< which talk, from 0, of how many
    int machine = 0;          ///< 0..100: what the program reckoned; AttemptFacts::score is what counts after review
    bool provisional = true;  ///< no person has confirmed the result yet
    std::int64_t confirmed_ms = 0;
    std::vector<ChangedLine> changes;
};

struct AttemptFacts {
    /// Whether the talk could be played again as it was.
    enum class Basis : std::uint8_t {
        same,        ///< with the same scenario and rules: every line of the ledger is the one that was shown
        changed,     ///< scenario or rules have changed since: the ledger is today's, the score the one on record
        not_played,  ///< the scenario is gone or no longer takes these replies: no ledger, but for one that was sealed
    };

    std::string id;                 ///< UUID
    std::string person_id, person;  ///< id and name; both may be empty: the first person of a machine
    std::string scenario_id, scenario_hash, packs_hash;
    std::string title;  ///< of the scenario; its id where the scenario is gone
    std::string kind;   ///< "§2.2.1"; empty: not known
    int difficulty = 0;
    std::int64_t started_ms = 0, ended_ms = 0;  ///< milliseconds since 1970 UTC
    /// The person's first attempt at this scenario, in practice or in a sitting; what analysis of scenarios rests on.
    bool first = false;
    bool rewound = false;  ///< played on from the middle of an earlier one, which it repeats
    scenarios::Mood initial;
    std::vector<TurnFacts> turns;
    std::string ending, ending_title, rank;  ///< id, words and rank ("best" … "worst") of how it ended
    int score = 0;                           ///< 0..100, hints taken off, as it is on record
    int hint_points = 0;                     ///< what hints cost
    int pass_mark = 80;
    bool has_critical = false;
    std::vector<scoring::DimensionScore> dimensions;
    std::vector<scoring::LedgerLine> ledger;
    std::optional<int> record_score;  ///< of the complaint record, when one was filled in
    Basis basis = Basis::same;
    int score_now = 0;                   ///< what present rules give it, hints taken off; only when `changed`
    std::optional<SittingPart> sitting;  ///< nothing: it was for practice

    [[nodiscard]] bool passed() const { return score >= pass_mark && !has_critical; }
};

/// What lists know of a talk that was not played again: enough for trends, months and counts. Not a first attempt, not
/// rewound.
struct SummedTalk {
    std::int64_t ended_ms = 0;  ///< milliseconds since 1970 UTC
    int score = 0;
    bool passed = false;
};
struct SummedTalks {
    std::string person_id;
    std::vector<SummedTalk> talks;  ///< in the order in which they ended
};

}  // namespace huashu::app
