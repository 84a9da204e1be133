// After the conversation: what it was worth and why, reply by reply.
#pragma once

#include "desktop/state/intent.hpp"
#include "desktop/ui/ui.hpp"
#include "desktop/views/debrief_view.hpp"

namespace huashu::desktop {

/// What the screen keeps for itself.
struct DebriefScreen {
    int shown_turn = -1;  ///< so that a newly selected turn scrolls into view
};

void debrief_screen_ui(Ui& ui, Box box, const DebriefState& debrief, const DebriefView& view, const Speech& speech,
                       DebriefScreen& own, Intents& out);

}  // namespace huashu::desktop
