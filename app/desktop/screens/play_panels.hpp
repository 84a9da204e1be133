// The three columns of the play screen.
#pragma once

#include "desktop/screens/play_screen.hpp"

namespace huashu::desktop {

/// Who is there: portrait, mood, facts noted.
void owner_panel_ui(Ui& ui, Box box, const PlayView& view, const Speech& speech);
/// The same in one strip, for narrow windows.
void owner_strip_ui(Ui& ui, Box box, const PlayView& view, const Speech& speech);
[[nodiscard]] float owner_strip_height(Ui& ui, bool low);
/// What was said. `follow`: the newest comes into view.
void transcript_ui(Ui& ui, Box box, const PlayView& view, const Speech& speech, bool follow);
/// The clock of the coming reply: begun anew with each turn; drawn, and gone on with, in each frame.
void start_timer(PlayScreen& own, const State& state);
void timer_ui(Ui& ui, Box& panel, const State& state, const Speech& speech, PlayScreen& own, Intents& out);
/// What to say next: choices, the editor, the coach; when it is over, the way to the debrief.
void reply_panel_ui(Ui& ui, Box box, const State& state, const PlayView& view, const CoachView& coach,
                    const Speech& speech, PlayScreen& own, Intents& out);

}  // namespace huashu::desktop
