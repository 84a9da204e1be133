#include "desktop/shell/dialog_sheet.hpp"
#include "desktop/shell/overlays.hpp"
#include "desktop/ui/layer.hpp"
#include "desktop/ui/scroll.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {
Box sheet_ui(Ui& ui, Box all, float width, float height) {
    fill(ui, all, with_alpha(rgb(0x1A1612), 0.45f));
    const Box box = all.centred(std::min(width, all.w() - 2 * ui.px(space::large)),
                                std::min(height, all.h() - 2 * ui.px(space::large)));
    shadow(ui, box, ui.px(radius_card));
    card_ground(ui, box, ui.px(radius_card));
    return box;
}

int question_ui(Ui& ui, Box all, const Question& question) {
    const float pad = ui.px(space::wide);
    const float width = ui.wide(540);
    const float text = paragraph_height(ui, width - 2 * pad, question.text, Type::body);
    const Box box =
        sheet_ui(ui, all, width,
                 2 * pad + ui.scale.leading(Type::title) + ui.px(space::small) + text + pad + control_height(ui));
    Box inner = box.inset(pad);
    tag(ui, question.id, box, "dialog", question.title);
    text_in(ui, inner.cut_top(ui.scale.leading(Type::title)), question.title, Type::title, ui.theme->text);
    inner.cut_top(ui.px(space::small));
    paragraph(ui, inner.x0, inner.y0, inner.w(), question.text, Type::body, ui.theme->text_muted);
    Box row = inner.cut_bottom(control_height(ui));
    int given = -1;
    for (std::size_t i = 0; i < question.answers.size(); ++i) {
        const Question::Answer& answer = question.answers[i];
        const ButtonSpec look{.look = i == 0 ? ButtonLook::primary : ButtonLook::plain};
        const Response r =
            button(ui, answer.id, row.cut_right(button_width(ui, answer.label, look)), answer.label, look);
        row.cut_right(ui.px(space::small));
        if (r.clicked) given = static_cast<int>(i);
        if (i == 0 && !r.clicked && ui.focus.none()) ui.focus.set(r.id, true);
    }
    return given;
}

namespace {

void leave_dialog(Ui& ui, Box all, bool sealed, const Speech& speech, Intents& out) {
    const app::Words& words = speech.words;
    const int given =
        question_ui(ui, all,
                    {"leave",
                     words("desktop.leave.title"),
                     words(sealed ? "desktop.exam.leave_text" : "desktop.leave.text"),
                     {{"leave.stay", words("desktop.leave.stay")}, {"leave.go", words("desktop.leave.go")}}});
    if (given == 1)
        out.push_back(intent::PauseTalk{});
    else if (given == 0 || ui.take_key(Key::escape))
        out.push_back(intent::StayInTalk{});
}

}  // namespace

bool dialog_open(const State& state) {
    return state.shortcuts_shown || state.people.choosing || (state.page == Page::play && state.play.leaving);
}

void dialog_ui(Ui& ui, Box all, const State& state, const Speech& speech, PeopleDialog& people, Intents& out) {
    if (!dialog_open(state)) return;
    const Layer layer("##dialog", all);
    if (state.shortcuts_shown)
        keys_dialog_ui(ui, all, speech, out);
    else if (state.people.choosing)
        people_dialog_ui(ui, all, state, speech, people, out);
    else
        leave_dialog(ui, all, state.play.sealed.has_value(), speech, out);
}

}  // namespace huashu::desktop
