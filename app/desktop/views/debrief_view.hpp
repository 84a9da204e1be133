// What the debrief shows: what the conversation was worth, why, and what would have been better.
#pragma once

#include "desktop/views/play_view.hpp"
#include "desktop/views/record_view.hpp"

namespace huashu::desktop {

struct DimensionRow {
    std::string label;
    int per_cent = 0;      ///< earned of possible; only when `applies`
    std::string figures;   ///< "20 / 25"; with what findings cost
    std::string lost;      ///< "−5"; empty: nothing
    std::string change;    ///< against the attempt before: "+3.5"; empty: the same, or nothing to compare with
    bool better = false;   ///< of `change`
    bool applies = false;  ///< something could be earned or was lost
};

struct LedgerRow {
    std::string points;  ///< "+20", "−12", "0 / 5"
    std::string reason, instead, source, dimension;
    std::string turn;  ///< "第 2 句"; empty: none
    int turn_index = -1;
    enum class Kind : std::uint8_t { earned, missed, lost, other } kind = Kind::earned;
};

struct TurningPoint {
    int turn = 0;
    std::string title;  ///< "第 2 句 · 怒氣 −25"
    std::string quote;  ///< the words that did it
    bool better = false;
};

/// A sentence that could be said in a turn instead of what was said.
struct Alternative {
    std::string text;
    scenarios::Input input;
    std::string label;  ///< "最佳", "示範回覆" …
};

/// What would have come of it.
struct WhatIfView {
    int turn = 0;
    std::string said, title;
    std::vector<OwnerBubble> answer;
    std::vector<scenarios::Mood> was, course;
    std::string score, change;  ///< "84", "+13"
    std::string ending;         ///< how it would have ended
    std::string note;           ///< what of the later replies could stay
    bool better = false;
};

struct EarlierRow {
    std::string attempt_id, when, rank;
    int score = 0;
    bool passed = false;
};

struct DebriefView {
    PlayView talk;
    EndingView ending;
    std::string verdict;  ///< "合格", "未合格", "一票否決"
    std::string pass_line;
    std::vector<DimensionRow> dimensions;
    std::vector<LedgerRow> ledger;
    std::string total;
    std::vector<TurningPoint> turning_points;  ///< at most three, by turn
    std::vector<EarlierRow> earlier;
    std::vector<int> trend;      ///< scores of all attempts at this scenario, the first one first, with this
    std::string against_before;  ///< "比上次 +12 分"; empty: there was none
    bool better_than_before = false;
    std::vector<int> reachable;                          ///< best score still possible before each reply and at the end
    std::optional<int> no_return;                        ///< the reply after which a pass was out of reach
    std::string no_return_line;                          ///< the same in words; empty: it never was
    std::string hints_line;                              ///< "用了 2 次提示，−3 分"; empty: none
    std::vector<std::vector<Alternative>> alternatives;  ///< by turn
    std::optional<WhatIfView> what_if;
    RecordView record;
};

[[nodiscard]] DebriefView make_debrief_view(const DebriefState& debrief, const Speech& speech);

/// The turns after which the owner's mood changed most, each by at least 12 points in all, at most `most`; by turn.
[[nodiscard]] std::vector<int> turning_points(const std::vector<scenarios::Mood>& course, std::size_t most = 3);

/// The whole debrief as plain text, for the clipboard.
[[nodiscard]] std::string debrief_text(const DebriefView& view, const Speech& speech);

}  // namespace huashu::desktop
