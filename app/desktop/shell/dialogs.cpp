#include "desktop/shell/dialog_sheet.hpp"
#include "desktop/shell/overlays.hpp"
#include "desktop/ui/imgui_bridge.hpp"
#include "desktop/ui/scroll.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {
namespace {

void begin_layer(std::string_view id, Box box) {
    ImGui::SetNextWindowPos(top_left(box));
    ImGui::SetNextWindowSize({box.w(), box.h()});
    ImGui::SetNextWindowFocus();
    ImGui::Begin(std::string(id).c_str(), nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoBackground |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse);
}

}  // namespace

Box sheet_ui(Ui& ui, Box all, float width, float height) {
    fill(ui, all, with_alpha(rgb(0x1A1612), 0.45f));
    const Box box = all.centred(std::min(width, all.w() - 2 * ui.px(space::large)),
                                std::min(height, all.h() - 2 * ui.px(space::large)));
    shadow(ui, box, ui.px(radius_card));
    card_ground(ui, box, ui.px(radius_card));
    return box;
}

namespace {

void leave_dialog(Ui& ui, Box all, bool sealed, const Speech& speech, Intents& out) {
    const app::Words& words = speech.words;
    const std::string& leave_text = words(sealed ? "desktop.exam.leave_text" : "desktop.leave.text");
    const Theme& t = *ui.theme;
    const float pad = ui.px(space::wide);
    const float width = ui.wide(520);
    const float text = paragraph_height(ui, width - 2 * pad, leave_text, Type::body);
    const Box box =
        sheet_ui(ui, all, width,
                 2 * pad + ui.scale.leading(Type::title) + ui.px(space::small) + text + pad + control_height(ui));
    Box inner = box.inset(pad);
    tag(ui, "leave", box, "dialog", words("desktop.leave.title"));
    text_in(ui, inner.cut_top(ui.scale.leading(Type::title)), words("desktop.leave.title"), Type::title, t.text);
    inner.cut_top(ui.px(space::small));
    paragraph(ui, inner.x0, inner.y0, inner.w(), leave_text, Type::body, t.text_muted);
    Box row = inner.cut_bottom(control_height(ui));
    const ButtonSpec stay{.look = ButtonLook::primary};
    const std::string& stay_label = words("desktop.leave.stay");
    const std::string& go_label = words("desktop.leave.go");
    const Response stayed =
        button(ui, "leave.stay", row.cut_right(button_width(ui, stay_label, stay)), stay_label, stay);
    row.cut_right(ui.px(space::small));
    const Response went = button(ui, "leave.go", row.cut_right(button_width(ui, go_label)), go_label);
    if (went.clicked)
        out.push_back(intent::PauseTalk{});
    else if (stayed.clicked || ui.take_key(Key::escape))
        out.push_back(intent::StayInTalk{});
    else if (ui.focus.none())
        ui.focus.set(stayed.id, true);
}

}  // namespace

bool dialog_open(const State& state) {
    return state.shortcuts_shown || state.people.choosing || (state.page == Page::play && state.play.leaving);
}

void dialog_ui(Ui& ui, Box all, const State& state, const Speech& speech, PeopleDialog& people, Intents& out) {
    if (!dialog_open(state)) return;
    begin_layer("##dialog", all);
    if (state.shortcuts_shown)
        keys_dialog_ui(ui, all, speech, out);
    else if (state.people.choosing)
        people_dialog_ui(ui, all, state, speech, people, out);
    else
        leave_dialog(ui, all, state.play.sealed.has_value(), speech, out);
    ImGui::End();
}

}  // namespace huashu::desktop
