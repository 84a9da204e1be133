// The owner's portrait: drawn by us from simple shapes, in any size, with a face that follows the mood.
#pragma once

#include "desktop/portrait/likeness.hpp"
#include "desktop/ui/ui.hpp"

namespace huashu::desktop {

/// A round picture that fills the box. Below about 30 pixels the finest details are left out.
void draw_portrait(Ui& ui, Box box, const Likeness& likeness, const scenarios::Mood& mood);

}  // namespace huashu::desktop
