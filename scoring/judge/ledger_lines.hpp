// Lines that the ledger of a reply and that of a conversation have in common.
#pragma once

#include "judge/program.hpp"
#include "scoring/judgement.hpp"

namespace huashu::scoring {

/// Hundredths of a point in a full score.
inline constexpr int full_score = 10'000;

[[nodiscard]] LedgerLine requirement_line(const CompiledRequirement& requirement, bool met, int possible_centipoints);
/// `centipoints` is what the finding costs here, >= 0.
[[nodiscard]] LedgerLine finding_line(const Finding& finding, int centipoints);
/// What close_ledger returns for lines of that sum.
[[nodiscard]] int closed_sum(int sum, bool has_critical, int critical_cap);
/// Adds floor and cap where they are needed. Returns the score, 0..100.
int close_ledger(std::vector<LedgerLine>& ledger, bool has_critical, int critical_cap);

}  // namespace huashu::scoring
