// The whole picture that a supervisor looks at: how the scenarios work, where the team is weak, how each person is
// getting on. Pure: the same attempts give the same figures.
//
//     Analysis all = analyse(gathered.attempts);
//     for (const ChapterResult& c : all.chapters) …        // where the team leaves most points lying
//
// What rests on which attempts: scenarios, turns, choices and reliability on first attempts; weakness on each person's
// last twenty (weakness.hpp); trend on all. Talks of sittings count like any other, with the score that counts after
// review. Attempts rewound from an earlier one count nowhere.
#pragma once

#include <string>
#include <vector>

#include "analysis/items.hpp"
#include "analysis/weakness.hpp"

namespace huashu::app {

/// A calendar month, UTC, and what was reached in it.
struct Month {
    int year = 0, month = 0;  ///< month 1..12
    int talks = 0;
    double mean = 0;
    bool operator==(const Month&) const = default;
};

/// The last five talks against the five before, from six talks on (so both sides have some).
inline constexpr int trend_side = 5;

struct PersonResult {
    std::string id, name;
    int talks = 0, passed = 0;            ///< finished, not rewound
    double mean = 0;                      ///< of the last `trend_side` talks
    std::optional<double> change;         ///< of that mean against the `trend_side` talks before; nothing: too few
    std::vector<int> scores;              ///< in the order of time
    std::vector<ChapterResult> chapters;  ///< of the last talks, where most is left first
    std::int64_t last_ms = 0;
};

struct Analysis {
    int people = 0, talks = 0, first_talks = 0;
    int sat = 0;      ///< of the talks, those of sittings
    int summed = 0;   ///< of the talks, those that count for trends and counts only
    double mean = 0;  ///< of first attempts
    Reliability reliability;
    std::vector<ScenarioItem> scenarios;
    std::vector<ChapterResult> chapters;  ///< of the team
    std::vector<PersonResult> persons;    ///< by name, then id
    std::vector<Month> months;            ///< with talks in them, in order
};

/// `summed`: talks that count for trends, months and counts only (gather.hpp).
[[nodiscard]] Analysis analyse(const std::vector<AttemptFacts>& attempts, const std::vector<SummedTalks>& summed = {});

/// Those rewound left out.
[[nodiscard]] std::vector<Month> months_of(const std::vector<AttemptFacts>& attempts,
                                           const std::vector<SummedTalks>& summed = {});

}  // namespace huashu::app
