// Everything the program shows, as one value. Screens read it and return intents; update() is the only thing that
// changes it. Half-typed text and scroll positions are the screens' own.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "desktop/state/settings.hpp"
#include "desktop/state/talk.hpp"
#include "records/records.hpp"

namespace huashu::desktop {

enum class Page : std::uint8_t { home, play, debrief, history, settings };

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
    unsigned revision = 0;
};

struct PlayState {
    std::optional<Talk> talk;
    bool leaving = false;  ///< "leave the conversation?" is asked
    int hint = 0;          ///< steps of the ladder shown for this stage: 0 none … 3 the model reply
    int hints_used = 0;    ///< in this conversation
    bool coach = true;     ///< findings underlined as one types
    std::string draft;     ///< what is being typed, as far as it was judged
    scoring::Judgement draft_judgement;
    unsigned draft_revision = 0;
};

enum class DebriefTab : std::uint8_t { overview, replies, ledger };

struct DebriefState {
    std::optional<Talk> talk;
    DebriefTab tab = DebriefTab::overview;
    int selected_turn = 0;
    std::vector<app::AttemptSummary> earlier;  ///< finished attempts at this scenario, the last first
};

struct HistoryState {
    std::vector<app::AttemptSummary> attempts;
    unsigned revision = 0;
};

/// A short message that goes away by itself. Words by key, so that it speaks the language of the moment.
struct Toast {
    enum class Tone : std::uint8_t { good, bad, info } tone = Tone::info;
    std::string key;      ///< of the words; empty: `text` as it is
    std::string text;     ///< a placeholder {text} of the words, or the whole
    std::string remedy;   ///< a second line; may be empty
    std::string code{};   ///< of a diagnostic: the words have a text for the usual ones; `text` is for the others
    unsigned number = 0;  ///< given by update()
};

struct State {
    Page page = Page::home;
    Page before_settings = Page::home;
    Settings settings;
    HomeState home;
    PlayState play;
    DebriefState debrief;
    HistoryState history;
    std::vector<Toast> toasts;
    unsigned toasts_told = 0;
    bool shortcuts_shown = false;  ///< the list of keys (F1)
    int pass_mark = 80;            ///< of the rule pack
    bool quitting = false;
};

}  // namespace huashu::desktop
