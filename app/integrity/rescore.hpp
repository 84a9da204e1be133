// Plays stored attempts again with the content they were bound to, and compares what comes of it with what was shown
// then: each turn's score, findings, acts and mood, the fingerprint of its whole ledger, and the end. On any machine
// the same; so a difference means that a record, the content or the program's judgement is another.
//
//     Rescore one = rescore(*records.read(id), scenario, engine);
#pragma once

#include <string>
#include <vector>

#include "content/content.hpp"
#include "records/records.hpp"
#include "scenarios/scenario.hpp"
#include "scoring/engine.hpp"

namespace huashu::app {

struct RescoreDifference {
    int turn = 0;      ///< from 1, of a sitting: its scenario; 0: the end, the whole
    std::string what;  ///< "score", "findings", "acts", "mood", "stage", "ledger", "ending", "replay"
    std::string then, now;
};

struct Rescored {
    enum class Verdict : std::uint8_t {
        same,              ///< everything came out as it was recorded
        differs,           ///< with the very content it was bound to
        scenario_gone,     ///< there is no scenario of that id here
        scenario_changed,  ///< there is, but not with the hash that the attempt is bound to
        rules_changed,     ///< the scenario is the same, the rule packs are not
    };
    Verdict verdict = Verdict::same;
    bool is_sitting = false;
    std::string id, scenario, program;  ///< of a sitting: the blueprint's id
    int turns = 0;
    bool has_ledgers = true;  ///< false: from before fingerprints were kept, compared without them
    std::vector<RescoreDifference> differences;
};
[[nodiscard]] std::string_view name_of(Rescored::Verdict value);

/// `scenario` null: there is none of that id. Content that is not the one the attempt is bound to is said, and not
/// played: a comparison would say nothing about the record.
[[nodiscard]] Rescored rescore(const StoredAttempt& stored, const scenarios::Scenario* scenario,
                               const scoring::Engine& engine);

/// Whether a sealed sitting comes out as it was sealed, every line of every ledger and the hash of them. A sitting that
/// runs, or was set aside before it was sealed, has nothing to compare: nothing. Errors: it can't be read.
[[nodiscard]] Result<std::optional<Rescored>> rescore_sitting(const std::vector<Document>& documents,
                                                              const Content& content);

/// The ids of all sittings that are not erased, in the order in which they were begun.
[[nodiscard]] Result<std::vector<std::string>> sittings_to_rescore(const Records& records);

/// The ids of all attempts that are not erased, in the order in which they were begun.
[[nodiscard]] Result<std::vector<std::string>> attempts_to_rescore(Records& records);

}  // namespace huashu::app
