// The first screen: pick a conversation, or go on with the one that was interrupted.
#pragma once

#include "desktop/state/intent.hpp"
#include "desktop/ui/ui.hpp"
#include "desktop/views/home_view.hpp"

namespace huashu::desktop {

void home_screen_ui(Ui& ui, Box box, const HomeView& view, const Speech& speech, Intents& out);

}  // namespace huashu::desktop
