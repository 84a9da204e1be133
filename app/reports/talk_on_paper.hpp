// One talk as it stands on every paper about it. Private to reports.
#pragma once

#include "reports/paper_writer.hpp"

namespace huashu::app {

/// Dimensions, course of the mood, every reply with its findings, the ledger with its sum and what a review changed.
void add_talk(PaperWriter& to, const AttemptFacts& attempt);

}  // namespace huashu::app
