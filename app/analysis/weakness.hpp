// Where points are left lying, by chapter of the standard: what was not earned and what findings cost, for each talk.
// That makes chapters comparable that are asked for often and those that only ever cost points (§3.3, §9.3).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "reports/facts.hpp"

namespace huashu::app {

/// From so many talks on a weakness is told; before, it is chance.
inline constexpr int least_talks = 3;
/// Only the last talks count: how somebody spoke a year ago is no weakness of today.
inline constexpr int most_talks = 20;

struct ChapterResult {
    int chapter = 0;                            ///< 1..14
    int talks = 0;                              ///< in which something of it could be earned or was lost
    double earned = 0, possible = 0, lost = 0;  ///< points, summed over the talks
    std::vector<std::string> points;            ///< of the standard, that cost most: "§5.1.2"; at most three
    [[nodiscard]] double left() const { return possible - earned + lost; }
    [[nodiscard]] double left_per_talk() const { return talks == 0 ? 0 : left() / talks; }
    bool operator==(const ChapterResult&) const = default;
};

/// Of these attempts, those with a ledger and not rewound; the chapter where most is left for each talk first.
[[nodiscard]] std::vector<ChapterResult> chapters_of(const std::vector<const AttemptFacts*>& attempts);

/// Points left lying in one attempt in one chapter; nothing in a chapter that it did not touch, or without a ledger.
[[nodiscard]] std::optional<double> left_in(const AttemptFacts& attempt, int chapter);

}  // namespace huashu::app
