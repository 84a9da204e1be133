// Scores one after another, 0..100, with the pass mark as a dashed line: attempts at a scenario, progress, or what was
// still within reach during a conversation.
#pragma once

#include <string_view>
#include <vector>

#include "desktop/ui/ui.hpp"

namespace huashu::desktop {

/// The last value stands beside its point. `pass_mark` < 0: none is drawn.
void score_line(Ui& ui, std::string_view id, Box box, const std::vector<int>& scores, int pass_mark);

}  // namespace huashu::desktop
