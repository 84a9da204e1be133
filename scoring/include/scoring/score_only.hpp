// The points of a scorecard without its ledger: for searches that compare thousands of talks and show none of them.
#pragma once

#include "scoring/scorecard.hpp"

namespace huashu::scoring {

/// make_scorecard(…).score, in a fraction of the time.
[[nodiscard]] int score_of(const Engine& engine, Complaint complaint, const std::vector<PlannedStage>& plan,
                           const std::vector<JudgedTurn>& turns);

}  // namespace huashu::scoring
