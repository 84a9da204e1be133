// The trial in words: what was said, and which condition made the owner do what he did.
#pragma once

#include "desktop/editor/side_view.hpp"

namespace huashu::desktop {

/// Only while a trial is there.
void add_trial(SideView& view, const AuthorDesk& desk, const Speech& speech);

}  // namespace huashu::desktop
