// Facts out of the records: finished attempts, each played again from its inputs, typed words masked.
#pragma once

#include <string>
#include <vector>

#include "content/content.hpp"
#include "records/people.hpp"
#include "records/records.hpp"
#include "reports/facts.hpp"

namespace huashu::app {

/// What is wanted. Empty, 0: everything.
struct Wanted {
    std::string person;         ///< id or name
    std::string attempt;        ///< id
    std::int64_t since_ms = 0;  ///< ended at or after
    bool pseudonyms = false;    ///< names give way to pseudonyms; ids too
};

struct GatheredFacts {
    std::vector<Person> people;          ///< who matches, also without attempts
    std::vector<AttemptFacts> attempts;  ///< in the order in which they ended
    int unfinished = 0;                  ///< attempts that are not over, or were dropped: not among them
};

/// Of the people of a data folder. Folders and files are not made where there are none.
/// Error (usage): nobody of that name, no finished attempt of that id, each with what there is; (system, content): as
/// Records.
[[nodiscard]] Result<GatheredFacts> gather_facts(const std::string& data_folder, const Content& content,
                                                 const Wanted& wanted);

/// The finished attempts of one person's open records, in the order in which they ended.
[[nodiscard]] Result<std::vector<AttemptFacts>> facts_of(const Records& records, const Person& person,
                                                         const Content& content, int* unfinished = nullptr);

}  // namespace huashu::app
