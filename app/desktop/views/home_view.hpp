// What the home screen shows, as words and numbers.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desktop/portrait/likeness.hpp"
#include "desktop/state/state.hpp"
#include "desktop/ui/icons.hpp"
#include "desktop/views/speech.hpp"

namespace huashu::desktop {

struct ResultBadge {
    int score = 0;
    bool passed = false;
    std::string ending_rank;  ///< "圓滿"
    std::string when;
};

struct ScenarioRow {
    std::string id, title, kind, family, channel, persona, owner, owner_line, difficulty_words;
    scoring::Complaint complaint = scoring::Complaint::service;
    Icon channel_icon = Icon::none, family_icon = Icon::none;
    int difficulty = 1;
    Likeness likeness;
    std::optional<ResultBadge> last;
};

struct ScenarioDetail {
    ScenarioRow row;
    std::string brief, about;
    std::vector<std::string> teaches;  ///< "§4.2"
};

struct ResumeBanner {
    std::string attempt_id, title, line;
    std::string scenario_id;
};

struct FilterOption {
    std::string id;  ///< of the widget: "home.filter.facility"
    std::string label;
    Filters filters;  ///< what they become when it is picked
    bool on = false;
};

struct HomeView {
    std::vector<FilterOption> filters;
    std::vector<ScenarioRow> rows;  ///< those that pass the filters
    std::size_t total = 0;
    std::string count_line;
    std::optional<ScenarioDetail> detail;
    std::optional<ResumeBanner> resume;
    std::vector<std::string> problems;
};

[[nodiscard]] HomeView make_home_view(const HomeState& home, const Speech& speech, int pass_mark);

/// The filters as they act: by family, channel, difficulty, never finished, and words found in title, kind or owner.
[[nodiscard]] bool passes(const Filters& filters, const scenarios::ScenarioCard& card, bool finished);

[[nodiscard]] Icon icon_of(scenarios::Channel channel);
[[nodiscard]] Icon icon_of(scoring::Complaint complaint);

}  // namespace huashu::desktop
