// Every attempt, to look at again or to go on with.
#pragma once

#include "desktop/state/intent.hpp"
#include "desktop/ui/editor.hpp"
#include "desktop/views/history_view.hpp"

namespace huashu::desktop {

/// What the screen keeps for itself.
struct HistoryScreen {
    EditorState search{EditBuffer(false, 60)};
    unsigned told_search = 0;
};

void history_screen_ui(Ui& ui, Box box, const HistoryState& history, const HistoryView& view, const Speech& speech,
                       HistoryScreen& own, Intents& out);

}  // namespace huashu::desktop
