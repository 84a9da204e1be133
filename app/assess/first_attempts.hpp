// How hard scenarios have proved: what everybody's first attempts came to. A rewound attempt, one that goes on where an
// earlier one stopped, and a second attempt say nothing about that.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "assess/draw.hpp"
#include "content/content.hpp"
#include "records/records.hpp"

namespace huashu::assess {

/// By scenario. `people`: the records of each person; null ones are passed over.
[[nodiscard]] Result<std::map<std::string, FirstAttempts>> first_attempts(const std::vector<app::Records*>& people,
                                                                          const std::vector<std::string>& scenario_ids);

/// All scenarios of the library as the draw sees them. A scenario that follows another of its household is left out: it
/// can't be understood by itself.
[[nodiscard]] std::vector<Candidate> candidates_of(const app::Content& content,
                                                   const std::map<std::string, FirstAttempts>& first = {});

}  // namespace huashu::assess
