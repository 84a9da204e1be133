// The navigation at the left: which page, settings, the list of keys.
#pragma once

#include "desktop/state/intent.hpp"
#include "desktop/ui/ui.hpp"
#include "desktop/views/speech.hpp"

namespace huashu::desktop {

[[nodiscard]] float rail_width(Ui& ui);
void rail_ui(Ui& ui, Box box, const State& state, const Speech& speech, Intents& out);

}  // namespace huashu::desktop
