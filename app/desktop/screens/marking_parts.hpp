// The sheet that is being marked. Private to the page of second markings.
#pragma once

#include "desktop/screens/marking_screen.hpp"

namespace huashu::desktop {

void marking_sheet_ui(Ui& ui, Box box, const MarkingState& marking, const MarkingView& view, const Speech& speech,
                      MarkingScreen& own, Intents& out);

}  // namespace huashu::desktop
