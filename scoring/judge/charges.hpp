// Which candidates become findings, and which of them pays for which words.
#pragma once

#include "judge/judging.hpp"

namespace huashu::scoring {

struct Charged {
    Candidate candidate;
    int points = 0;
    const Rule* paid_by = nullptr;  ///< set: another finding pays for these words
};

/// By place, then rule. Of overlapping candidates of one family the most severe stays, then the longest; a rule that is
/// not `each` stays once, with its first; overlapping findings of different families all stay, but the dearest pays.
[[nodiscard]] std::vector<Charged> settle_charges(Judging& judging);

}  // namespace huashu::scoring
