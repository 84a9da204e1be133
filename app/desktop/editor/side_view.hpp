// What stands at the right of the desk, in words: what the check found, what is still to be done for a first scenario,
// and the trial with its reasons.
#pragma once

#include <string>
#include <vector>

#include "desktop/editor/author_state.hpp"
#include "desktop/views/speech.hpp"

namespace huashu::desktop {

struct ProblemRow {
    Level level = Level::error;
    std::string headline, detail, where, pointer;
    std::string fix;  ///< what a quick fix would do; empty: there is none
    app::Tree fixed{};
};

struct EndingReachRow {
    std::string title, figures, pointer;
    bool reached = true;
};

struct GuideStep {
    std::string key, title, text, pointer;
    bool done = false;
};

/// One condition that was asked in a turn.
struct ReasonRow {
    std::string label, condition, against;  ///< against: which parts did not hold
    bool held = false;
    std::string pointer;  ///< of the rule in the scenario; empty: it is the persona's
};

struct TrialLine {
    enum class Who : std::uint8_t { owner, staff } who = Who::owner;
    std::string text, note;
    int score = -1;  ///< of a reply
};

struct TrialTurn {
    std::vector<TrialLine> lines;  ///< the reply, then what the owner said
    std::string mood;              ///< how it moved
    std::vector<ReasonRow> fired, others;
};

struct SideView {
    int errors = 0, warnings = 0;
    bool up_to_date = false;  ///< the report is about what stands on the desk
    bool complete = false;    ///< and nothing more is to come
    bool playable = false;
    std::vector<ProblemRow> problems;
    int best = -1, worst = -1;
    bool exact = false;
    std::vector<EndingReachRow> endings;
    std::string no_return;  ///< from where on no play passes any more; empty: unknown, or nowhere
    std::vector<scenarios::Input> no_return_play;
    std::string robots;  ///< what the robots came to
    std::vector<GuideStep> guide;
    std::size_t guide_done = 0;
    std::vector<TrialLine> opening;
    std::vector<TrialTurn> turns;
    std::string trial_stage, trial_ending;
};

[[nodiscard]] SideView make_side_view(const AuthorDesk& desk, const Speech& speech);

}  // namespace huashu::desktop
