// All attempts, the last one first.
#pragma once

#include "desktop/state/state.hpp"
#include "desktop/views/speech.hpp"

namespace huashu::desktop {

struct HistoryRow {
    std::string attempt_id, title, when, line;
    enum class Kind : std::uint8_t { passed, failed, running, dropped } kind = Kind::running;
    int score = 0;
    std::string change;  ///< against the attempt at the same scenario before it: "+12"; empty: none, or the same
    bool better = false;
};

struct HistoryOption {
    std::string id, label;
    HistoryFilter filter;
    bool on = false;
};

struct HistoryView {
    std::vector<HistoryOption> options;
    std::vector<HistoryRow> rows;  ///< those that pass the filter
    std::size_t total = 0;
};

/// Titles come from the scenarios that the home screen knows; an attempt at another one is shown by its id.
[[nodiscard]] HistoryView make_history_view(const State& state, const Speech& speech);

}  // namespace huashu::desktop
