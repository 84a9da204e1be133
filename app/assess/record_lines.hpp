// The complaint record of a talk as part of its scenario's result: a blueprint says what share of the score it has.
//
// The lines of the record stand in the scenario's ledger behind those of the talk, each for its share; one line before
// them, `share_rule`, takes from the talk what the record may earn. So the ledger still adds up to the score, and a
// line of the record can be contested and changed as any other.
//
//     talk …                    68.00        (of 100)
//     record.share             −20.40        talk 70 %, record 30 %
//     record.kind               +4.50        … what score_record() gives, times 30 %
#pragma once

#include <optional>

#include "assess/result.hpp"
#include "scenarios/record_form.hpp"

namespace huashu::assess {

inline constexpr const char* share_rule = "record.share";

/// Puts the record into an item that was judged by its talk. Nothing to do for `percent` 0 and for a scenario without a
/// record. `form` nothing: it was not handed in, and earns nothing.
void count_record(ItemResult& item, const scenarios::Session& talk, const std::optional<scenarios::RecordForm>& form,
                  int percent, const scoring::Engine& engine);

/// After lines of an item with a record were changed: the share follows, as do the talk's floor and cap. Returns the
/// score. `critical`: a critical finding still stands, and the talk stays capped at what it was.
int settle_shares(std::vector<scoring::LedgerLine>& lines, const ItemResult& item, bool critical);

}  // namespace huashu::assess
