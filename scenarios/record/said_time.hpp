// Times as people say them: "今天中午十二點前", "週三下午四點", "17:30", "兩個小時內". Found in a text and compared, so
// that a record can be held against what was promised. No calendar and no clock: "今天" stays "今天".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scoring/text.hpp"

namespace huashu::scenarios {

struct SaidTime {
    std::optional<int> day;      ///< a code: equal for equal words, whatever the spelling
    std::optional<int> clock;    ///< minutes after midnight; below 12:00 it may be the afternoon, when `half` is open
    bool half_known = false;     ///< forenoon or afternoon was said, or the clock is beyond 12:59
    std::optional<int> minutes;  ///< within so long
    scoring::ByteSpan span;      ///< of the text as given
    bool operator==(const SaidTime&) const = default;
};

/// In the order of the text.
[[nodiscard]] std::vector<SaidTime> times_in(std::string_view text);
/// Whether `written` says what was `said`: nothing of the one contradicts the other, and a clock time or a span that
/// was said is there. "中午十二點" agrees with "今天中午十二點前"; "今天" alone does not.
[[nodiscard]] bool agrees(const SaidTime& written, const SaidTime& said);

}  // namespace huashu::scenarios
