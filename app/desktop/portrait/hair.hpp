// Hair in two layers: what lies behind the head and what lies over it.
#pragma once

#include "desktop/portrait/brush.hpp"
#include "desktop/portrait/likeness.hpp"

namespace huashu::desktop {

/// Half the head's width and height, and where its middle is.
inline constexpr float head_rx = 0.40f, head_ry = 0.47f, head_y = -0.10f;

void draw_hair_behind(const Brush& brush, const Likeness& likeness);
void draw_hair_over(const Brush& brush, const Likeness& likeness);

}  // namespace huashu::desktop
