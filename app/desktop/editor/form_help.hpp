// What each field of a form is for: a sentence or two, with the point of the standard that it rests on.
#pragma once

#include "desktop/editor/form_view.hpp"

namespace huashu::desktop {

/// Puts the help of the fields into their rows. `prefix`: of the words.
void add_field_help(FormRows& rows, std::string_view prefix, const Speech& speech);

}  // namespace huashu::desktop
