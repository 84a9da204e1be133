// The pages of assessments: the trainee's, the sitting that runs, a sealed sitting, the supervisor's.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "desktop/screens/care_screen.hpp"
#include "desktop/screens/debrief_screen.hpp"
#include "desktop/screens/marking_screen.hpp"
#include "desktop/state/exam_intent.hpp"
#include "desktop/ui/editor.hpp"
#include "desktop/ui/menu.hpp"
#include "desktop/ui/scroll.hpp"
#include "desktop/views/blueprint_view.hpp"
#include "desktop/views/exams_view.hpp"
#include "desktop/views/record_view.hpp"
#include "desktop/views/sitting_view.hpp"
#include "desktop/views/supervise_view.hpp"

namespace huashu::desktop {

/// What the screens keep for themselves between frames, and their views as long as nothing has changed.
class ExamScreens {
public:
    void draw(Ui& ui, Box box, const State& state, const Speech& speech, Intents& out);
    void language_changed() { key_.clear(); }

    EditorState reason{EditBuffer(true, 300)};
    EditorState by{EditBuffer(false, 40)};
    EditorState passphrase{EditBuffer(false, 200)};
    std::string acting_on;  ///< the line that the reason is for: another one, another reason
    int to_centi = 0;       ///< points that a line gets
    double ticked_s = -1;
    std::string revealed;                       ///< the line that was brought into view for it
    std::map<std::string, EditorState> fields;  ///< of the blueprint that is written, by the id of the field
    MenuState menu;
    std::string typing;       ///< the field that the last change was made in
    unsigned seen_draft = 0;  ///< revision of the draft, and when it came
    double draft_since_s = -1;
    RecordDraft record;  ///< that is being filled in, and the talk that it is about
    std::string record_of;
    CareScreen care;
    MarkingScreen marking;

private:
    void look_again(const State& state, const Speech& speech);
    std::string key_;
    ExamsView exams_;
    LobbyView lobby_;
    SittingView sitting_;
    SuperviseView supervise_;
    BlueprintView blueprint_;
    RecordView record_;
    CareView care_;
    MarkingView marking_;
};

void exams_screen_ui(Ui& ui, Box box, const ExamsView& view, const Speech& speech, Intents& out);
void exam_record_ui(Ui& ui, Box box, const ExamsState& exams, const LobbyView& view, const RecordView& form,
                    const Speech& speech, ExamScreens& own, Intents& out);
void exam_lobby_ui(Ui& ui, Box box, const LobbyView& view, const Speech& speech, Intents& out);
void sitting_screen_ui(Ui& ui, Box box, const OpenSitting& open, const SittingView& view, const Speech& speech,
                       ExamScreens& own, Intents& out);
void supervise_screen_ui(Ui& ui, Box box, const SuperviseState& supervise, const SuperviseView& view,
                         const Speech& speech, ExamScreens& own, Intents& out);
void blueprint_screen_ui(Ui& ui, Box box, const ExamsState& exams, const BlueprintView& view, const Speech& speech,
                         ExamScreens& own, Intents& out);

}  // namespace huashu::desktop
