// The parts of a face that move.
#pragma once

#include "desktop/portrait/brush.hpp"
#include "desktop/portrait/likeness.hpp"

namespace huashu::desktop {

void draw_eyes(const Brush& brush, const Likeness& likeness, const Expression& expression);
void draw_brows(const Brush& brush, const Likeness& likeness, const Expression& expression);
void draw_nose_and_lines(const Brush& brush, const Likeness& likeness);
void draw_mouth(const Brush& brush, const Likeness& likeness, const Expression& expression);
void draw_temper(const Brush& brush, const Expression& expression);

}  // namespace huashu::desktop
