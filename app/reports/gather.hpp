// Facts out of the records: finished attempts and the talks of sealed sittings, each played again from its inputs,
// typed words masked. One record that can't be read stops nothing: it is named and left out.
#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <vector>

#include "content/content.hpp"
#include "records/people.hpp"
#include "records/records.hpp"
#include "reports/facts.hpp"
#include "reports/sitting_facts.hpp"

namespace huashu::app {

/// For whoever waits: how far it is, and a way to stop it.
struct GatherWatch {
    std::atomic<std::int64_t> done = 0, total = 0;  ///< attempts
    std::atomic<bool> stop = false;
};

/// With more ended attempts than this, an analysis plays only those again that its figures rest on word for word.
inline constexpr std::int64_t most_played_again = 20'000;

/// What is wanted. Empty, 0: everything.
struct Wanted {
    std::string person;         ///< id or name
    std::string attempt;        ///< id, also of a talk of a sitting
    std::string sitting;        ///< id, or its first characters
    std::int64_t since_ms = 0;  ///< ended at or after
    bool pseudonyms = false;    ///< names give way to pseudonyms; ids too
    /// For an analysis: beyond `play_most` attempts, only first attempts, each person's last ones and those that a
    /// measure of a plan is told by are played again; the others come as SummedTalks, without words. 0: all are.
    std::int64_t play_most = 0;
    GatherWatch* watch = nullptr;  ///< null: nobody waits
};

struct GatheredFacts {
    std::vector<Person> people;          ///< who matches, also without attempts
    std::vector<AttemptFacts> attempts;  ///< in the order in which they ended
    std::vector<SittingFacts> sittings;  ///< all, also running ones, in the order in which they were begun
    std::vector<SummedTalks> summed;     ///< talks that were not played again; empty unless there are too many
    int unfinished = 0;                  ///< attempts that are not over, or were dropped: not among them
    Diagnostics left_out;                ///< records that can't be read, each with its remedy
};

/// Of the people of a data folder. Folders and files are not made where there are none.
/// Error (usage): nobody of that name, no finished attempt, no sitting of that id, it was stopped; (system, content):
/// the list of people, or the one file that was asked for, can't be read.
[[nodiscard]] Result<GatheredFacts> gather_facts(const std::string& data_folder, const Content& content,
                                                 const Wanted& wanted);

/// Those of one person's open records. Errors as above.
[[nodiscard]] Result<GatheredFacts> facts_of(Records& records, const Person& person, const Content& content);

}  // namespace huashu::app
