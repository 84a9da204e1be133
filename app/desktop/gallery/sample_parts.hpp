// What the samples are put together from.
#pragma once

#include <cstdint>
#include <string>

#include "desktop/state/state.hpp"

namespace huashu::desktop::sample {

inline constexpr std::int64_t some_day_ms = 1'746'252'300'000;  // 2025-05-03

inline constexpr const char* model =
    "周女士，真對不起，漏了三回還沒有人給您一個準信，換誰都著急。我現在就跟到底：中午十二點前韓師傅帶電工到您家，先斷電"
    "止水；下午五點前不管修到哪一步，我親自給您回電話。";

/// `part` must stand in `text`: its first place there is the span.
[[nodiscard]] scoring::Finding finding(const std::string& text, const std::string& part, std::string rule,
                                       scoring::Family family, scoring::Severity severity, std::string reason,
                                       std::string instead, std::string source, int points);
[[nodiscard]] scoring::EarnedAct act(const std::string& text, const std::string& part, scoring::Act what,
                                     std::string source);
[[nodiscard]] scoring::LedgerLine line(scoring::LedgerLine::Kind kind, scoring::Dimension dimension, int centipoints,
                                       int possible, std::string reason, std::string source, int turn);
[[nodiscard]] scenarios::OwnerLine says(std::string text,
                                        scenarios::OwnerLine::Why why = scenarios::OwnerLine::Why::reaction);
/// Of a talk with three replies; the ledger adds up to its score.
[[nodiscard]] scoring::Scorecard scorecard();
/// An attempt that runs, and one that ended.
[[nodiscard]] app::AttemptSummary running(std::string id, std::string scenario, int turns);
[[nodiscard]] app::AttemptSummary finished(std::string id, std::string scenario, int score, std::string rank);

}  // namespace huashu::desktop::sample
