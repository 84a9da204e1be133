// Two people have changed one draft, and some places otherwise: the question whose words stay there.
#pragma once

#include <vector>

#include "author/merge.hpp"
#include "desktop/ui/ui.hpp"
#include "desktop/views/speech.hpp"

namespace huashu::desktop {

struct MergeQuestion {
    std::vector<app::MergeConflict> conflicts;
    std::vector<app::MergeSide> answers;  ///< one each; mine to begin with
};

/// What was just said to it.
struct MergeAnswer {
    int conflict = -1;  ///< that was answered; -1: none
    app::MergeSide side = app::MergeSide::mine;
    bool settle = false, stop = false;
};
[[nodiscard]] MergeAnswer merge_sheet_ui(Ui& ui, Box all, const MergeQuestion& question, const Speech& speech);

}  // namespace huashu::desktop
