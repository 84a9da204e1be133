// The ground of a dialog: the page below goes dim and a card lies in the middle.
#pragma once

#include "desktop/ui/ui.hpp"

namespace huashu::desktop {

/// At most as large as the window allows; returns the card.
[[nodiscard]] Box sheet_ui(Ui& ui, Box all, float width, float height);

}  // namespace huashu::desktop
