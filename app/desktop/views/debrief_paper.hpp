// The debrief as it goes to paper.
#pragma once

#include "desktop/print/paper.hpp"
#include "desktop/views/debrief_view.hpp"

namespace huashu::desktop {

/// `who`: the person's name for the head; may be empty. `when`: the day in words, also part of the file's name.
[[nodiscard]] Paper make_debrief_paper(const DebriefView& view, const std::string& who, const std::string& when,
                                       const Speech& speech);

}  // namespace huashu::desktop
