#include "desktop/shell/views_cache.hpp"

namespace huashu::desktop {
namespace {

std::string key_of(std::initializer_list<unsigned> numbers, std::string_view word = {}) {
    std::string key(word);
    for (const unsigned n : numbers) key += '/' + std::to_string(n);
    return key;
}

}  // namespace

const HomeView& ViewsCache::home(const State& state, const Speech& speech) {
    std::string key = key_of({language_, state.home.revision}, state.home.selected);
    if (!home_.view || home_.key != key) {
        home_.view = make_home_view(state.home, speech, state.pass_mark);
        home_.key = std::move(key);
    }
    return *home_.view;
}

const PlayView& ViewsCache::play(const State& state, const Speech& speech) {
    const Talk& talk = *state.play.talk;
    std::string key =
        key_of({language_, talk.revision, static_cast<unsigned>(state.play.nudges.size())}, talk.attempt_id);
    if (!play_.view || play_.key != key) {
        play_.view = make_play_view(talk, speech);
        play_.view->sealed = state.play.sealed.has_value();
        for (const std::string& text : state.play.nudges) {
            scenarios::OwnerLine line;
            line.text = text;
            play_.view->nudges.push_back(make_owner_bubble(line, speech));
        }
        play_.key = std::move(key);
    }
    return *play_.view;
}

const CoachView& ViewsCache::coach(const State& state, const Speech& speech) {
    const PlayState& play = state.play;
    std::string key = key_of({language_, play.draft_revision, static_cast<unsigned>(play.hint),
                              static_cast<unsigned>(play.coach), play.talk ? play.talk->revision : 0});
    if (!coach_.view || coach_.key != key) {
        coach_.view = make_coach_view(play, speech);
        coach_.key = std::move(key);
    }
    return *coach_.view;
}

const DebriefView& ViewsCache::debrief(const State& state, const Speech& speech) {
    const Talk& talk = *state.debrief.talk;
    std::string key = key_of({language_, talk.revision, state.debrief.what_if_revision}, talk.attempt_id);
    if (!debrief_.view || debrief_.key != key) {
        debrief_.view = make_debrief_view(state.debrief, speech);
        debrief_.key = std::move(key);
    }
    return *debrief_.view;
}

const ProgressView& ViewsCache::progress(const State& state, const Speech& speech) {
    std::string key = key_of({language_, state.history.revision, state.home.revision, state.people.revision});
    if (!progress_.view || progress_.key != key) {
        progress_.view = make_progress_view(state, speech);
        progress_.key = std::move(key);
    }
    return *progress_.view;
}

const HistoryView& ViewsCache::history(const State& state, const Speech& speech) {
    std::string key = key_of({language_, state.history.revision, state.home.revision});
    if (!history_.view || history_.key != key) {
        history_.view = make_history_view(state, speech);
        history_.key = std::move(key);
    }
    return *history_.view;
}

const AnalysisView& ViewsCache::analysis(const State& state, const Speech& speech) {
    std::string key = key_of({language_, state.analysis.revision});
    if (!analysis_.view || analysis_.key != key) {
        analysis_.view = make_analysis_view(state.analysis, speech);
        analysis_.key = std::move(key);
    }
    return *analysis_.view;
}

}  // namespace huashu::desktop
