// The sum of one reply: what its requirements earn, less what its findings cost (docs/scoring.md).
#pragma once

#include "judge/judging.hpp"
#include "scoring/judgement.hpp"

namespace huashu::scoring {

/// Writes the ledger, what is missing and the score of a judgement whose findings and advice are in.
void write_ledger(Judging& judging, Judgement& judgement);

}  // namespace huashu::scoring
