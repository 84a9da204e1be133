// What the reader may choose. Every change takes effect at once and is kept.
#pragma once

#include "desktop/state/intent.hpp"
#include "desktop/ui/ui.hpp"
#include "desktop/views/speech.hpp"

namespace huashu::desktop {

void settings_screen_ui(Ui& ui, Box box, const State& state, const Speech& speech, Intents& out);

}  // namespace huashu::desktop
