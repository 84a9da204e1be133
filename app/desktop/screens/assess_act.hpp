// The panel in which a person says why: contesting a line, changing it, deciding an appeal, confirming, setting aside.
#pragma once

#include "desktop/screens/assess_screens.hpp"

namespace huashu::desktop {

[[nodiscard]] float act_panel_height(Ui& ui, const OpenSitting& open);
void act_panel_ui(Ui& ui, Box box, const OpenSitting& open, const SittingView& view, const Speech& speech,
                  ExamScreens& own, Intents& out);

}  // namespace huashu::desktop
