// Every attempt, to look at again or to go on with.
#pragma once

#include "desktop/state/intent.hpp"
#include "desktop/ui/ui.hpp"
#include "desktop/views/history_view.hpp"

namespace huashu::desktop {

void history_screen_ui(Ui& ui, Box box, const HistoryView& view, const Speech& speech, Intents& out);

}  // namespace huashu::desktop
