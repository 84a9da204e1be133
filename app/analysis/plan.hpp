// The improvement plan of one person (standard §10.2, §13.2): what is to be done about which chapter, by when, by whom,
// and whether later talks show an effect.
//
// Kept as a document of the person's own records (records/documents.hpp), the last of its kind counts: chained,
// exported and erased with everything else of him.
//     {"format": "huashu-plan", "version": 1, "measures": [{"id": "…", "chapter": 5, "what": "…", "who": "…",
//      "due": "2026-06-30", "begun_ms": 1780000000000, "done_ms": 1780500000000}]}
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "reports/facts.hpp"

namespace huashu::app {

struct Measure {
    std::string id;    ///< UUID
    int chapter = 0;   ///< of the standard, 1..13
    std::string what;  ///< "兩週內每天演練一次復述"
    std::string who;   ///< who is answerable
    std::string due;   ///< "2026-06-30"
    std::int64_t begun_ms = 0;
    std::optional<std::int64_t> done_ms;
    bool operator==(const Measure&) const = default;
};

/// "2026-02-28" of the Gregorian calendar, from 2000 to 2999.
[[nodiscard]] bool is_day(std::string_view text);
/// The day of a time, UTC: "2026-05-03".
[[nodiscard]] std::string day_of(std::int64_t ms_since_1970);
/// The beginning of a day, UTC, in milliseconds since 1970; 0 for what is no day.
[[nodiscard]] std::int64_t ms_of_day(std::string_view day);

/// Of the records in a person's folder; without records, or without a plan in them, it is empty and nothing is made.
/// Error (content): it can't be understood, with the place; (system): as Records.
[[nodiscard]] Result<std::vector<Measure>> load_plan(const std::string& person_folder);
/// Keeps it as the newest. Error (system): as Records.
[[nodiscard]] Result<void> save_plan(const std::string& person_folder, const std::vector<Measure>& plan);

/// Points left lying in the measure's chapter for each talk: before the measure was begun and since. Lower is better.
struct Effect {
    int talks_before = 0, talks_since = 0;  ///< of the last five before, and of all since
    double left_before = 0, left_since = 0;
    /// left_since − left_before; nothing with fewer than three talks on either side.
    [[nodiscard]] std::optional<double> change() const;
};
/// `attempts`: of this person. Talks that do not touch the chapter, and rewound ones, count on neither side.
[[nodiscard]] Effect effect_of(const Measure& measure, const std::vector<AttemptFacts>& attempts);

enum class MeasureState : std::uint8_t { open, overdue, done };
/// `today`: "2026-05-03".
[[nodiscard]] MeasureState state_of(const Measure& measure, std::string_view today);
[[nodiscard]] std::string_view name_of(MeasureState value);

}  // namespace huashu::app
