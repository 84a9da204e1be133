// The supervisor's page: where the team is weak, how the scenarios work, how one person is getting on and what is being
// done about it.
#pragma once

#include "desktop/state/intent.hpp"
#include "desktop/ui/editor.hpp"
#include "desktop/views/analysis_view.hpp"

namespace huashu::desktop {

/// What the screen keeps for itself: a measure as it is being written.
struct AnalysisScreen {
    EditorState what{EditBuffer(false, 80)};
    EditorState who{EditBuffer(false, 40)};
    EditorState passphrase{EditBuffer(false, 200)};
    double looked_s = -1;  ///< when the reading was last asked after
    int chapter = 0;       ///< 0: none chosen yet
    int term = 1;          ///< index into the terms of one, two and four weeks
};

void analysis_screen_ui(Ui& ui, Box box, const State& state, const AnalysisView& view, const Speech& speech,
                        AnalysisScreen& own, Intents& out);

}  // namespace huashu::desktop
