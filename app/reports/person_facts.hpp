// One person's part of what is gathered: practice and sittings brought together, first attempts found among both.
// Private to reports.
#pragma once

#include "reports/gather.hpp"

namespace huashu::app {

/// Adds what the records hold to `to`. `thin`: only what an analysis rests on is played again, and without words.
/// Error (system): the file can't be read at all; (usage): it was stopped.
[[nodiscard]] Result<void> add_facts_of(Records& records, const Person& person, const Content& content, bool thin,
                                        GatherWatch* watch, GatheredFacts& to);

/// Ended attempts of a file.
[[nodiscard]] Result<std::int64_t> ended_attempts(Records& records);

[[nodiscard]] bool ended_earlier(const AttemptFacts& a, const AttemptFacts& b);

}  // namespace huashu::app
