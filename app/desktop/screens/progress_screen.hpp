// How far I am: what is next, how scores went, which kinds of complaint and chapters of the standard are done.
#pragma once

#include "desktop/state/intent.hpp"
#include "desktop/ui/ui.hpp"
#include "desktop/views/progress_view.hpp"

namespace huashu::desktop {

void progress_screen_ui(Ui& ui, Box box, const State& state, const ProgressView& view, const Speech& speech,
                        Intents& out);

}  // namespace huashu::desktop
