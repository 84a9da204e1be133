// What people add to a sealed result: a supervisor changes a line with a reason or confirms, a trainee contests a line,
// somebody decides the appeal. Nothing replaces what the program reckoned: both scores are kept, and a result counts
// only when a person has confirmed it.
//
//     Review review;
//     for (const ReviewEvent& e : events) if (auto ok = apply(review, sitting, e); !ok) …
//     ReviewedResult r = reviewed(*sitting.result, sitting.begun.marking, review);
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "assess/sitting.hpp"

namespace huashu::assess {

struct LineRef {
    int item = 0;  ///< scenario of the sitting, from 0
    int line = 0;  ///< of its ledger, from 0
    auto operator<=>(const LineRef&) const = default;
};

namespace reviewing {
struct Changed {
    LineRef at;
    int to_centi = 0;  ///< what the line is worth now, in hundredths
    std::string by, reason;
    bool operator==(const Changed&) const = default;
};
struct Contested {
    LineRef at;
    std::string by, reason;
    bool operator==(const Contested&) const = default;
};
struct Decided {
    int appeal = 0;  ///< index, in the order in which they came
    bool upheld = false;
    int to_centi = 0;  ///< the line's worth when upheld
    std::string by, reason;
    bool operator==(const Decided&) const = default;
};
struct Confirmed {
    std::string by, note;
    bool operator==(const Confirmed&) const = default;
};
}  // namespace reviewing

struct ReviewEvent {
    std::int64_t at_ms = 0;
    std::variant<reviewing::Changed, reviewing::Contested, reviewing::Decided, reviewing::Confirmed> what;
    bool operator==(const ReviewEvent&) const = default;
};

struct LineChange {
    LineRef at;
    int from_centi = 0, to_centi = 0;
    std::string by, reason;
    std::int64_t at_ms = 0;
    int appeal = -1;  ///< that brought it about; -1: none
    bool operator==(const LineChange&) const = default;
};
struct Appeal {
    LineRef at;
    std::string by, reason;
    std::int64_t at_ms = 0;
    std::optional<reviewing::Decided> decided;
    std::int64_t decided_ms = 0;
    bool operator==(const Appeal&) const = default;
};
struct Review {
    std::vector<LineChange> changes;
    std::vector<Appeal> appeals;
    std::optional<reviewing::Confirmed> confirmed;  ///< none: provisional. An upheld appeal takes it back
    std::int64_t confirmed_ms = 0;
    bool operator==(const Review&) const = default;

    [[nodiscard]] int open_appeals() const;
    /// What the line is worth now; nothing: as the program reckoned.
    [[nodiscard]] std::optional<int> worth_of(LineRef at) const;
};

inline constexpr std::size_t longest_reason = 1000;  ///< bytes

/// Error (usage): the sitting is not sealed, no such line or appeal, a line that can't be changed, points out of the
/// line's range, no reason, one's own result, an appeal that is still open; nothing changes.
[[nodiscard]] Result<void> apply(Review& review, const Sitting& sitting, const ReviewEvent& event);

/// The range of a line's worth, in hundredths. Error (usage): no such line; floor, cap and shared lines follow from the
/// others.
struct Range {
    int least = 0, most = 0;
};
[[nodiscard]] Result<Range> range_of(const SittingResult& result, LineRef at);

struct ReviewedItem {
    int machine = 0, now = 0;        ///< scores, 0..100
    std::vector<FatalReason> fatal;  ///< that still stand
    bool operator==(const ReviewedItem&) const = default;
};
struct ReviewedResult {
    std::vector<ReviewedItem> items;
    int machine = 0, now = 0;
    bool machine_passed = false, passed = false, fatal = false;
    bool provisional = true;
    bool operator==(const ReviewedResult&) const = default;
};
/// A fatal finding whose line was brought to nothing is fatal no more.
[[nodiscard]] ReviewedResult reviewed(const SittingResult& result, const Marking& marking, const Review& review);

}  // namespace huashu::assess
