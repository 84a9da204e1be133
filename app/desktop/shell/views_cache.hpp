// Views are made again only when what they show has changed: the state's revisions, the selection, the language.
#pragma once

#include <optional>
#include <string>

#include "desktop/state/state.hpp"
#include "desktop/views/analysis_view.hpp"
#include "desktop/views/debrief_view.hpp"
#include "desktop/views/history_view.hpp"
#include "desktop/views/home_view.hpp"
#include "desktop/views/play_view.hpp"
#include "desktop/views/progress_view.hpp"

namespace huashu::desktop {

class ViewsCache {
public:
    void language_changed() { ++language_; }
    const HomeView& home(const State& state, const Speech& speech);
    /// Only while a talk runs.
    const PlayView& play(const State& state, const Speech& speech);
    const CoachView& coach(const State& state, const Speech& speech);
    /// Only when there is something to look back on.
    const DebriefView& debrief(const State& state, const Speech& speech);
    const ProgressView& progress(const State& state, const Speech& speech);
    const HistoryView& history(const State& state, const Speech& speech);
    const AnalysisView& analysis(const State& state, const Speech& speech);

private:
    template <class View>
    struct Kept {
        std::string key;
        std::optional<View> view;
    };
    unsigned language_ = 0;
    Kept<HomeView> home_;
    Kept<PlayView> play_;
    Kept<CoachView> coach_;
    Kept<DebriefView> debrief_;
    Kept<ProgressView> progress_;
    Kept<HistoryView> history_;
    Kept<AnalysisView> analysis_;
};

}  // namespace huashu::desktop
