// How far somebody is: what was passed, by kind of complaint and by chapter of the standard, and how scores went.
#pragma once

#include "analysis/chapter.hpp"
#include "desktop/views/home_view.hpp"

namespace huashu::desktop {

using app::chapter_of;

/// So many scenarios of so many.
struct Tally {
    int passed = 0, played = 0, total = 0;
    [[nodiscard]] int per_cent() const { return total == 0 ? 0 : 100 * passed / total; }
    bool operator==(const Tally&) const = default;
};

struct KindCell {
    std::string id;  ///< "§2.1.1"
    std::string label;
    Tally tally;
};

struct FamilyRow {
    std::string label;
    Icon icon = Icon::none;
    std::vector<KindCell> kinds;
};

struct ChapterRow {
    int chapter = 0;
    std::string label;
    Tally tally;         ///< of scenarios that teach a point of it
    std::string points;  ///< those points: "§4.1　§4.2"
};

struct ProgressView {
    std::string who;
    std::string scenarios_line, passes_line, average_line;
    std::string scenarios_figure, passes_figure, average_figure;
    std::vector<int> scores;  ///< of the last finished attempts, the oldest first; at most 40
    std::vector<FamilyRow> families;
    std::vector<ChapterRow> chapters;
    std::optional<NextStep> next;
    std::optional<ResumeBanner> resume;
    bool nothing_yet = false;
};

/// A chapter without a scenario that teaches it is left out.
[[nodiscard]] ProgressView make_progress_view(const State& state, const Speech& speech);

}  // namespace huashu::desktop
