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

/// What to do next, with the reason.
struct NextStep {
    enum class Why : std::uint8_t { first, again, fresh, review } why = Why::first;
    std::string scenario_id, title, line;
};

struct HomeView {
    std::vector<FilterOption> filters;
    Filters now;                             ///< as they are
    std::vector<FilterOption> more_filters;  ///< channel and difficulty
    bool more_in_use = false;                ///< one of those is on
    std::optional<NextStep> next;            ///< none: there is something to go on with, or no scenario
    std::vector<ScenarioRow> rows;           ///< those that pass the filters
    std::size_t total = 0;
    std::string count_line;
    std::optional<ScenarioDetail> detail;
    std::optional<ResumeBanner> resume;
    std::vector<std::string> problems;
};

/// The last conversation that was broken off.
[[nodiscard]] std::optional<ResumeBanner> make_resume(const HomeState& home, const Speech& speech);

/// First an easy one; then, of those that were not passed, the one played longest ago; then an easy one of a kind not
/// yet played; then the lowest score. Nothing when there is no scenario.
[[nodiscard]] std::optional<NextStep> next_step(const HomeState& home, const Speech& speech, int pass_mark);

[[nodiscard]] HomeView make_home_view(const HomeState& home, const Speech& speech, int pass_mark);

/// The filters as they act: by family, channel, difficulty, never finished, and words found in title, kind or owner.
[[nodiscard]] bool passes(const Filters& filters, const scenarios::ScenarioCard& card, bool finished);

[[nodiscard]] Icon icon_of(scenarios::Channel channel);
[[nodiscard]] Icon icon_of(scoring::Complaint complaint);

}  // namespace huashu::desktop
