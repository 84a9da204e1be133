#include "desktop/screens/assess_screens.hpp"

namespace huashu::desktop {

void ExamScreens::look_again(const State& state, const Speech& speech) {
    const ExamsState& exams = exams_of(state);
    std::string key = std::to_string(static_cast<int>(state.page)) + "/" + std::to_string(exams.revision) + "/" +
                      std::to_string(state.people.revision);
    if (key == key_) return;
    key_ = std::move(key);
    if (state.page == Page::exams) exams_ = make_exams_view(state, speech);
    if (state.page == Page::exam && exams.running) lobby_ = make_lobby_view(*exams.running, speech);
    if (state.page == Page::exam && exams.record_talk)
        record_ = make_record_view({.wanted = true, .form = {}, .score = {}, .model = {}}, speech);
    if (state.page == Page::sitting && exams.open) sitting_ = make_sitting_view(*exams.open, speech);
    if (state.page == Page::blueprint) blueprint_ = make_blueprint_view(exams, speech);
    if ((state.page == Page::care || state.page == Page::kept) && exams.care)
        care_ = make_care_view(state, *exams.care, speech);
    if (state.page == Page::marking && exams.marking) marking_ = make_marking_view(state, *exams.marking, speech);
    if (state.page == Page::supervise) supervise_ = make_supervise_view(state, speech);
}

void ExamScreens::draw(Ui& ui, Box box, const State& state, const Speech& speech, Intents& out) {
    look_again(state, speech);
    const ExamsState& exams = exams_of(state);
    switch (state.page) {
        case Page::exams:
            exams_screen_ui(ui, box, exams_, speech, out);
            break;
        case Page::exam:
            if (!exams.running) break;
            if (exams.record_talk)
                exam_record_ui(ui, box, exams, lobby_, record_, speech, *this, out);
            else
                exam_lobby_ui(ui, box, lobby_, speech, out);
            ui.wake_at(ui.now_s + 1);
            if (ticked_s < 0 || ui.now_s - ticked_s >= 1) {
                if (ticked_s >= 0) out.push_back(exam_intent(exam_wish::Tick{}));
                ticked_s = ui.now_s;
            }
            break;
        case Page::sitting:
            if (exams.open) sitting_screen_ui(ui, box, *exams.open, sitting_, speech, *this, out);
            break;
        case Page::supervise:
            supervise_screen_ui(ui, box, exams.supervise, supervise_, speech, *this, out);
            break;
        case Page::blueprint:
            if (exams.draft) blueprint_screen_ui(ui, box, exams, blueprint_, speech, *this, out);
            break;
        case Page::care:
            if (exams.care) care_screen_ui(ui, box, *exams.care, care_, speech, care, out);
            break;
        case Page::kept:
            if (exams.care) kept_screen_ui(ui, box, *exams.care, care_, speech, care, out);
            break;
        case Page::marking:
            if (exams.marking) marking_screen_ui(ui, box, *exams.marking, marking_, speech, marking, out);
            break;
        default:
            break;
    }
}

}  // namespace huashu::desktop
