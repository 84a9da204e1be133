// The page of a second marking: a sample is drawn, each reply graded blind, agreement shown at the end.
#pragma once

#include "desktop/state/care_update.hpp"
#include "desktop/ui/editor.hpp"
#include "desktop/views/marking_view.hpp"

namespace huashu::desktop {

/// What the page keeps between frames.
struct MarkingScreen {
    EditorState passphrase{EditBuffer(false, 200)};
    EditorState rater{EditBuffer(false, 40)};
    int count = 40, seed = 1;
    int shown = -1;  ///< the reply that was drawn last
    int active = 0;  ///< the dimension that a digit grades
    double looked_s = -1;
};

void marking_screen_ui(Ui& ui, Box box, const MarkingState& marking, const MarkingView& view, const Speech& speech,
                       MarkingScreen& own, Intents& out);

}  // namespace huashu::desktop
