// What would become of plays and attempts if draft rules or scenarios were published: each is played again, as things
// are and as they would be, and whatever differs is told with the rules that make the difference.
//
// Nothing on record is changed by looking. The same content and the same plays give the same report, whatever the
// number of threads.
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "content/content.hpp"
#include "records/records.hpp"
#include "scenarios/session.hpp"

namespace huashu::app {

/// A play to be looked at: a golden play, or somebody's attempt.
struct ImpactJob {
    scenarios::SavedSession session;
    std::string person;  ///< of an attempt; may be empty
    std::string id;      ///< of the attempt, or of the golden play
    std::int64_t at_ms = 0;
    int hint_points = 0;  ///< that the attempt's hints cost
    bool is_golden = false;
    /// What the record says came of an attempt that has ended. Where it was played with what is current, and all of it
    /// comes out the same under the draft, it need not be played a second time.
    std::vector<TurnRecord> recorded{};
    std::optional<EndRecord> end{};
};

struct ImpactTurn {
    int turn = 0;  ///< from 1
    int before = 0, after = 0;
    std::vector<std::string> gone, fresh;  ///< rules that spoke only before, only after; "model: ACT" for the model's
};

struct ImpactSide {
    int score = 0;
    std::string ending{}, ending_title{};  ///< empty: the talk goes on
    bool passes = false;
    /// What comes of it; what an ending is called makes no difference.
    bool operator==(const ImpactSide& other) const {
        return score == other.score && ending == other.ending && passes == other.passes;
    }
};

struct ImpactCase {
    std::size_t job = 0;
    std::optional<ImpactSide> before, after;  ///< none: it can't be played so; `why` tells
    std::string why;
    std::vector<ImpactTurn> turns;  ///< those that differ
};

struct ImpactReport {
    std::vector<ImpactCase> cases;  ///< those of which score, ending or a reply's score differ, by job
    std::size_t jobs = 0, reasons_only = 0, unplayable = 0;
    std::size_t turns = 0;                     ///< of all that was looked at
    std::size_t untouched = 0;                 ///< plays that the change can't touch: they were not played again
    int now_pass = 0, now_fail = 0;            ///< attempts and plays that would pass, would fail
    std::map<std::string, std::size_t> rules;  ///< how many turns each rule makes a difference to
    bool cancelled = false;
};

class ImpactTouch;  // impact_touch.hpp

struct ImpactRun {
    int threads = 1;
    const std::atomic<bool>* cancel = nullptr;       ///< looked at between plays
    std::function<void(std::size_t done)> progress;  ///< in the caller's thread, after each few hundred plays
    const ImpactTouch* touch = nullptr;              ///< what the change can touch; null: everything
};

/// `current` and `draft` hold the scenarios by id; a scenario that only one of them has is unplayable in the other.
[[nodiscard]] ImpactReport measure_impact(const std::vector<ImpactJob>& jobs, const Content& current,
                                          const Content& draft, const ImpactRun& run);

/// The golden plays of every scenario of the library, as its files hold them.
[[nodiscard]] std::vector<ImpactJob> golden_jobs(const Content& content);

/// Every attempt with at least a turn, of all people on this machine, at any of these scenarios. A person without
/// records is passed over. Error (system): records can't be read.
[[nodiscard]] Result<std::vector<ImpactJob>> attempt_jobs(const std::string& data_folder,
                                                          const std::vector<std::string>& scenario_ids);

}  // namespace huashu::app
