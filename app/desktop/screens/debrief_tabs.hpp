// The three tabs of the debrief.
#pragma once

#include "desktop/screens/debrief_screen.hpp"

namespace huashu::desktop {

void debrief_overview_ui(Ui& ui, Box box, const DebriefView& view, const Speech& speech, Intents& out);
void debrief_replies_ui(Ui& ui, Box box, const DebriefState& debrief, const DebriefView& view, const Speech& speech,
                        DebriefScreen& own, Intents& out);
void debrief_ledger_ui(Ui& ui, Box box, const DebriefView& view, const Speech& speech, DebriefScreen& own,
                       Intents& out);

}  // namespace huashu::desktop
