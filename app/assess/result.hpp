// What a sitting is worth: each scenario's own score by weight, what fails it by itself, passed or not. The lines of
// every ledger are kept with it, so that a review changes lines and not totals. Provisional until a person confirms
// (review.hpp).
#pragma once

#include <string>
#include <vector>

#include "assess/blueprint.hpp"
#include "scenarios/session.hpp"
#include "scoring/scorecard.hpp"

namespace huashu::assess {

/// Something that fails a sitting by itself.
struct FatalReason {
    enum class Why : std::uint8_t { severity, family, rule, ending } why = Why::severity;
    std::string what;  ///< "critical", "abuse", a rule's id, "worst"
    std::string rule;  ///< that spoke; empty for an ending
    int turn = -1;     ///< from 0
    int line = -1;     ///< of the ledger; -1: none
    bool operator==(const FatalReason&) const = default;
};
[[nodiscard]] std::string_view name_of(FatalReason::Why value);

/// One scenario of a sitting, judged.
struct ItemResult {
    std::string scenario_id;
    int weight = 1;
    int score = 0;  ///< 0..100
    bool finished = false;
    int turns = 0;
    std::string ending, rank;  ///< empty: it did not end
    std::vector<scoring::LedgerLine> ledger;
    std::vector<scoring::DimensionScore> dimensions;
    std::vector<FatalReason> fatal;
    int record_percent = 0;  ///< of the score that the complaint record counts (record_lines.hpp); 0: it has none
    bool operator==(const ItemResult&) const;
};

struct SittingResult {
    std::vector<ItemResult> items;
    int score = 0;         ///< 0..100: the mean by weight, rounded half up once
    bool fatal = false;    ///< one of the items has a reason
    bool too_low = false;  ///< an item is below what each must reach
    bool passed = false;
    std::string hash;  ///< of all ledgers: rescoring gives the same or something was changed
    bool operator==(const SittingResult&) const = default;
};

/// A talk as it stands: one that has not ended has missed what the later stages ask for.
[[nodiscard]] ItemResult judge_item(const scenarios::Session& session, const FatalRules& fatal, int weight);
[[nodiscard]] SittingResult judge_sitting(std::vector<ItemResult> items, const Marking& marking);

/// Of the weighted scores in whole points; 0 for nothing.
[[nodiscard]] int weighted_mean(const std::vector<std::pair<int, int>>& score_and_weight);

/// The sum of a ledger's lines as a score, 0..100, with floor and cap reckoned anew: for a ledger whose lines were
/// changed. `cap_centi`: the most that it may come to; < 0: no cap.
[[nodiscard]] int score_of_lines(const std::vector<scoring::LedgerLine>& lines, int cap_centi);
/// What a critical finding caps this ledger at, in hundredths; < 0: no line says so.
[[nodiscard]] int cap_of(const std::vector<scoring::LedgerLine>& lines);

}  // namespace huashu::assess
