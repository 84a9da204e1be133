// A sealed sitting line by line: the trainee's result, and what a supervisor reviews.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desktop/views/exams_view.hpp"
#include "desktop/views/marked_text.hpp"

namespace huashu::desktop {

struct SittingItemRow {
    std::string title, line;  ///< "權重 2　8 句　說定了"
    int machine = 0, now = 0;
    bool fatal = false, low = false, selected = false;
};

struct SittingLedgerRow {
    int line = 0;
    enum class Kind : std::uint8_t { earned, missed, lost, other } kind = Kind::earned;
    std::string points;   ///< as it counts now
    std::string machine;  ///< as the program reckoned, where that differs
    std::string reason, instead, source, dimension, turn;
    std::string quote;       ///< the reply that it speaks of
    std::string note;        ///< what people said about the line: changes, appeals
    bool can_act = false;    ///< it can be contested or changed
    bool contested = false;  ///< an appeal is open
    int appeal = -1;         ///< the open one
    bool fatal = false;
    int least_centi = 0, most_centi = 0, now_centi = 0;
};

struct SittingView {
    std::string title, who, when;
    bool sealed = false, is_set_aside = false, as_supervisor = false;
    int machine = 0, now = 0;
    bool passed = false, provisional = true;
    std::string verdict, state;        ///< "合格", "暫定：待主管確認"
    std::vector<std::string> watched;  ///< lost focus, pasted text, restarts
    std::vector<std::string> fatal;    ///< reasons that stand
    std::vector<SittingItemRow> items;
    std::vector<SittingLedgerRow> ledger;  ///< of the selected scenario
    std::vector<MarkedText> pasted;        ///< replies of it that hold pasted text, marked
    std::string total;
    std::string confirmed;  ///< who, when, with what note
    int open_appeals = 0;
};
[[nodiscard]] SittingView make_sitting_view(const OpenSitting& open, const Speech& speech);

/// "+3.5", "−12", "0": hundredths of a point in words.
[[nodiscard]] std::string centi_words(int centi, bool with_sign);

}  // namespace huashu::desktop
