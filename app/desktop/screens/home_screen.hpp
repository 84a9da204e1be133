// The first screen: pick a conversation, or go on with the one that was interrupted.
#pragma once

#include "desktop/state/intent.hpp"
#include "desktop/ui/editor.hpp"
#include "desktop/views/home_view.hpp"

namespace huashu::desktop {

/// What the screen keeps for itself.
struct HomeScreen {
    EditorState search{EditBuffer(false, 60)};
    unsigned told_search = 0;   ///< revision of the search that was told
    bool more_filters = false;  ///< channel and difficulty are shown
};

void home_screen_ui(Ui& ui, Box box, const HomeView& view, const Speech& speech, HomeScreen& own, Intents& out);

}  // namespace huashu::desktop
