// The running program: state, screens and the loop of intent and effect, one frame at a time. Knows no window: a
// window, the tour and tests give it input and time and take what was drawn.
//
//     Shell shell(machine, speaker, backstage, settings);
//     shell.start();
//     while (!shell.state().quitting) { shell.frame(size, queue.take(), now); /* show it */ }
#pragma once

#include <functional>
#include <memory>

#include "desktop/screens/analysis_screen.hpp"
#include "desktop/screens/debrief_screen.hpp"
#include "desktop/screens/history_screen.hpp"
#include "desktop/screens/home_screen.hpp"
#include "desktop/screens/play_screen.hpp"
#include "desktop/shell/machine.hpp"
#include "desktop/shell/overlays.hpp"
#include "desktop/shell/speaker.hpp"
#include "desktop/shell/views_cache.hpp"
#include "desktop/state/backstage.hpp"
#include "desktop/state/update.hpp"

namespace huashu::desktop {

class ExamScreens;  // desktop/screens/assess_screens.hpp
class AuthorBackstage;
class AuthorRoom;

class Shell {
public:
    /// All of them must outlive the shell. The speaker must have followed the settings once.
    Shell(Machine& machine, Speaker& speaker, Backstage& backstage, Settings settings);

    ~Shell();
    Shell(const Shell&) = delete;
    Shell& operator=(const Shell&) = delete;
    /// Scenarios can be written, too: the rail leads there. The backstage must outlive the shell.
    void write_with(AuthorBackstage& author);
    /// Null: nothing can be written here.
    [[nodiscard]] AuthorRoom* author() { return author_.get(); }
    void show_author(bool shown);

    /// The content is still being read: intent::ContentArrived will say when it is there. Before start().
    void expect_content() { state_.content = ContentState::coming; }
    /// Loads what the home screen shows; opens a scenario at once when one is named.
    void start(const std::string& scenario_id = {});
    /// Draws a frame and carries out what was wished for in it. True: something changed, so that another frame is due.
    bool frame(const FrameSize& size, const FrameInput& input, double now_s);
    /// Told of each change of the keyboard's place: an assessment notes when it goes elsewhere.
    void attend(bool focused);
    /// As if a screen had returned it.
    void wish(const Intent& intent);

    /// Back to the state before start(), with the settings as they are: for the gallery.
    void begin_anew();
    /// Called before anything is drawn: may cut a piece off the window for itself; true: it has drawn the whole page.
    std::function<bool(Ui&, Box&)> draw_instead;

    [[nodiscard]] const State& state() const { return state_; }
    [[nodiscard]] Machine& machine() { return machine_; }
    [[nodiscard]] Speech speech() const { return speaker_.speech(); }

private:
    void draw(Box all, Intents& out);
    void draw_page(Box box, Intents& out);
    [[nodiscard]] bool lacks_content() const;
    void take_shortcuts(Intents& out);
    void copy_debrief();
    void print_debrief(int depth);
    void export_analysis(const effect::ExportAnalysis& wish, int depth);
    void apply(const Intent& intent, int depth);
    void follow_settings();
    void take_example(int turn);
    bool tell_author_messages();

    Machine& machine_;
    Speaker& speaker_;
    Backstage& backstage_;
    State state_;
    ViewsCache views_;
    HomeScreen home_;
    HistoryScreen history_;
    AnalysisScreen analysis_;
    PeopleDialog people_;
    PlayScreen play_;
    ToastTimes toast_times_;
    DebriefScreen debrief_;
    std::unique_ptr<ExamScreens> exams_;
    bool focused_ = true;
    std::unique_ptr<AuthorRoom> author_;
    bool writing_ = false;  ///< the author's room is shown, not the page
};

}  // namespace huashu::desktop
