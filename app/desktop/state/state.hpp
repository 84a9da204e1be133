// Everything the program shows, as one value. Screens read it and return intents; update() is the only thing that
// changes it. Half-typed text and scroll positions are the screens' own.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "desktop/state/analysis_state.hpp"
#include "desktop/state/settings.hpp"
#include "desktop/state/talk.hpp"
#include "play/outlook.hpp"
#include "records/people.hpp"
#include "records/records.hpp"
#include "scenarios/record_form.hpp"
#include "scenarios/what_if.hpp"

namespace huashu::desktop {

enum class Page : std::uint8_t {
    home,
    play,
    debrief,
    progress,
    history,
    settings,
    analysis,
    exams,
    exam,
    sitting,
    supervise,
    blueprint,
    marking,  ///< a second marking of replies
    care,     ///< of what is kept
    kept      ///< of oneself
};

struct ExamsState;  // desktop/state/exam_state.hpp

struct Filters {
    std::optional<scoring::Complaint> complaint;
    std::optional<scenarios::Channel> channel;
    int difficulty = 0;     ///< 0: any
    bool only_new = false;  ///< never finished
    std::string search;     ///< words looked for in title, kind, owner; empty: all
    bool operator==(const Filters&) const = default;
};

/// A running attempt that can be continued.
struct Unfinished {
    app::AttemptSummary summary;
    std::string title;  ///< of the scenario
};

struct HomeState {
    std::vector<scenarios::ScenarioCard> scenarios;
    std::map<std::string, app::AttemptSummary> last;  ///< by scenario
    std::vector<Unfinished> unfinished;               ///< the last one begun first
    Diagnostics problems;                             ///< of content that was left out
    Filters filters;
    std::string selected;  ///< scenario id; empty: none
    std::string dropping;  ///< attempt that goes off the list when its toast is gone; empty: none
    unsigned revision = 0;
};

/// A talk of an assessment: no coach, no hints, no rewind, nothing told of what a reply was worth.
struct SealedPlay {
    int item = 0, count = 1;  ///< which scenario of how many, from 0
    bool can_choose = true, can_type = true;
    bool reply_clock = true;
    std::int64_t left_ms = 0, item_left_ms = 0;  ///< of the whole, of this scenario; at the last tick
    bool operator==(const SealedPlay&) const = default;
};

struct PlayState {
    std::optional<Talk> talk;
    std::optional<SealedPlay> sealed;  ///< set: it is an assessment
    bool leaving = false;              ///< "leave the conversation?" is asked
    int hint = 0;                      ///< rungs of the ladder shown for this stage: 0 none … 3 the model reply
    bool coach = true;                 ///< findings underlined as one types
    std::string draft;                 ///< what is being typed, as far as it was judged
    scoring::Judgement draft_judgement;
    unsigned draft_revision = 0;
    std::vector<std::string> nudges;  ///< what the owner said into the silence before the coming reply
};

enum class DebriefTab : std::uint8_t { overview, replies, ledger, record };

/// The complaint record that follows a talk, where its scenario asks for one.
struct RecordState {
    bool wanted = false;
    scenarios::RecordForm form;                   ///< as it was filled in
    std::optional<scenarios::RecordScore> score;  ///< none: not filled in yet
    scenarios::RecordForm model;                  ///< what an excellent colleague would have written
};

/// The scorecard of an earlier attempt at the same scenario.
struct EarlierCard {
    std::int64_t when_ms = 0;
    int score = 0;  ///< hints taken off
    std::vector<scoring::DimensionScore> dimensions;
};

struct DebriefState {
    std::optional<Talk> talk;
    DebriefTab tab = DebriefTab::overview;
    int selected_turn = 0;
    std::vector<app::AttemptSummary> earlier;  ///< finished attempts at this scenario, the last first
    app::Outlook outlook;                      ///< what could still be reached, reply by reply
    std::optional<EarlierCard> before;         ///< the attempt before this one, to compare with
    std::optional<scenarios::WhatIf> what_if;  ///< the last question "what if I had said …"
    unsigned what_if_revision = 0;
    RecordState record;
};

/// Which attempts the history shows.
struct HistoryFilter {
    enum class Kind : std::uint8_t { all, passed, failed, running } kind = Kind::all;
    std::string search;  ///< words looked for in title, owner, kind; empty: all
    bool operator==(const HistoryFilter&) const = default;
};

struct HistoryState {
    std::vector<app::AttemptSummary> attempts;
    HistoryFilter filter;
    unsigned revision = 0;
};

/// A short message that goes away by itself. Words by key, so that it speaks the language of the moment.
struct Toast {
    enum class Tone : std::uint8_t { good, bad, info } tone = Tone::info;
    std::string key;       ///< of the words; empty: `text` as it is
    std::string text;      ///< a placeholder {text} of the words, or the whole
    std::string remedy;    ///< a second line; may be empty
    std::string code{};    ///< of a diagnostic: the words have a text for the usual ones; `text` is for the others
    unsigned number = 0;   ///< given by update()
    std::string undoes{};  ///< id of an attempt that was put away: the toast offers to take that back
};

/// Who uses this machine; each has records of his own (records/people.hpp).
struct PeopleState {
    std::vector<app::Person> all;  ///< the first is whoever used the program before anybody gave a name
    std::string current;           ///< id
    bool choosing = false;         ///< the list is open
    unsigned revision = 0;
};

/// Rules and scenarios are read while the window already stands: what needs them waits for them.
enum class ContentState : std::uint8_t { there, coming, unusable };

struct State {
    Page page = Page::home;
    Page before_settings = Page::home;
    Settings settings;
    HomeState home;
    PlayState play;
    DebriefState debrief;
    HistoryState history;
    PeopleState people;
    AnalysisState analysis;
    std::shared_ptr<const ExamsState> exams;  ///< null: nothing of assessments was loaded yet
    std::vector<Toast> toasts;
    unsigned toasts_told = 0;
    bool shortcuts_shown = false;  ///< the list of keys (F1)
    int pass_mark = 80;            ///< of the rule pack
    ContentState content = ContentState::there;
    bool talk_waits = false;      ///< a conversation was asked for and begins when the content is there
    Diagnostics content_trouble;  ///< why the content is unusable
    bool quitting = false;
};

}  // namespace huashu::desktop
