// What stands in a page's place as long as rules and scenarios are not there: a quiet word that they are coming, or why
// they can't be used.
#pragma once

#include "desktop/state/state.hpp"
#include "desktop/ui/ui.hpp"
#include "desktop/views/speech.hpp"

namespace huashu::desktop {

/// Only while the content is coming or unusable (state.hpp, ContentState).
void content_screen_ui(Ui& ui, Box box, const State& state, const Speech& speech);

}  // namespace huashu::desktop
