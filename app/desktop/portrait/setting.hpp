// Where the conversation takes place, drawn behind the owner: the counter of the front desk, a telephone line, a chat,
// the owner's door. Quiet shapes in the theme's own colours: they set the scene and carry no information of their own.
#pragma once

#include "desktop/ui/ui.hpp"
#include "scenarios/scenario.hpp"

namespace huashu::desktop {

void draw_setting(Ui& ui, Box box, scenarios::Channel channel);

}  // namespace huashu::desktop
