// The pages of records' care: the supervisor's, and what is kept of oneself.
#pragma once

#include <map>
#include <string>

#include "desktop/state/care_update.hpp"
#include "desktop/ui/editor.hpp"
#include "desktop/views/care_view.hpp"

namespace huashu::desktop {

/// What the pages keep between frames: what is being typed, and when they last asked how far the work is.
struct CareScreen {
    EditorState passphrase{EditBuffer(false, 200)};
    std::map<std::string, EditorState> fields;
    std::map<std::string, std::string> suggested;  ///< what a field was filled with, by its id
    int days = -1;                                 ///< that are about to be set; -1: as they are
    bool masked = true;
    double looked_s = -1;
};

void care_screen_ui(Ui& ui, Box box, const CareState& care, const CareView& view, const Speech& speech, CareScreen& own,
                    Intents& out);
void kept_screen_ui(Ui& ui, Box box, const CareState& care, const CareView& view, const Speech& speech, CareScreen& own,
                    Intents& out);

}  // namespace huashu::desktop
