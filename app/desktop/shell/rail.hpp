// The navigation at the left: which page, settings, the list of keys.
#pragma once

#include "desktop/state/intent.hpp"
#include "desktop/ui/ui.hpp"
#include "desktop/views/speech.hpp"

namespace huashu::desktop {

[[nodiscard]] float rail_width(Ui& ui);
/// Whether the author's room is shown, or a page, or whether there is no such room.
enum class RailPlace { page, room, no_room };
/// True: the author's room was asked for.
[[nodiscard]] bool rail_ui(Ui& ui, Box box, const State& state, RailPlace place, const Speech& speech, Intents& out);

}  // namespace huashu::desktop
