// The conversation: who is there, what was said, what to say next.
#pragma once

#include "desktop/state/intent.hpp"
#include "desktop/ui/editor.hpp"
#include "desktop/views/play_view.hpp"
#include "scenarios/reply_timer.hpp"

namespace huashu::desktop {

/// What the screen keeps for itself between frames.
struct PlayScreen {
    EditorState reply;
    std::size_t shown_turns = 0;  ///< so that a new turn scrolls into view, and empties the editor
    std::string shown_talk;
    unsigned told_revision = 0;                 ///< of the text that the coach was told of
    float coach_height = 0;                     ///< of what the coach said in the last frame, pixels
    scenarios::ReplyTimer timer{std::nullopt};  ///< of the coming reply
    double timed_at_s = -1;                     ///< when it last went on; < 0: it has not begun
    std::size_t shown_nudges = 0;
    double ticked_s = -1;  ///< when the clock of an assessment was last asked for
    int shown_hint = 0;    ///< so that a new hint scrolls into view
};

void play_screen_ui(Ui& ui, Box box, const State& state, const PlayView& view, const CoachView& coach,
                    const Speech& speech, PlayScreen& own, Intents& out);

}  // namespace huashu::desktop
