// What came out otherwise when a record was played again, in the reader's language.
#pragma once

#include <string>

#include "integrity/rescore.hpp"
#include "words/words.hpp"

namespace huashu::app {

/// "score: 71 → 68"; of what is too long to read (a ledger, a seal) only that it is another.
[[nodiscard]] std::string difference_in_words(const RescoreDifference& difference, const Words& words);

}  // namespace huashu::app
