#include "desktop/ui/interact.hpp"

#include "desktop/ui/imgui_bridge.hpp"
#include "desktop/ui/paint.hpp"

namespace huashu::desktop {
namespace {

WidgetId id_of(std::string_view id) { return ImHashStr(id.data(), id.size(), 0x68756173u); }

Box clip_now() {
    const ImDrawList& list = canvas();
    const ImVec2 a = list.GetClipRectMin();
    const ImVec2 b = list.GetClipRectMax();
    return {a.x, a.y, b.x, b.y};
}

void reveal(const Box& box) {
    ImGuiWindow* window = ImGui::GetCurrentWindow();
    ImRect around = rect_of(box);
    around.Expand(8);
    ImGui::ScrollToRect(window, around, ImGuiScrollFlags_KeepVisibleEdgeY);
}

}  // namespace

Response interact(Ui& ui, std::string_view id, Box box, const Manner& manner) {
    Response out;
    out.id = id_of(id);
    const bool reacts = manner.enabled && ui.blocked == 0;
    const bool shown = ImGui::ItemAdd(rect_of(box), out.id);
    if (reacts && manner.takes_focus) {
        ui.focus.add(out.id, box);
        if (ui.focus.take_reveal(out.id)) reveal(box);
    }
    if (reacts && shown) {
        bool hovered = false;
        bool held = false;
        out.clicked = ImGui::ButtonBehavior(rect_of(box), out.id, &hovered, &held);
        out.hovered = hovered;
        out.held = held;
        if (out.clicked && manner.takes_focus) ui.focus.set(out.id, false);
        if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    }
    if (reacts && ui.focus.has(out.id)) {
        out.focused = ui.focus.ring_visible();
        if (ui.take_key(Key::enter) || ui.take_key(Key::space)) out.clicked = true;
    }
    if (ui.tags.recording) {
        ui.tags.add(id, {.box = box,
                         .clip = clip_now(),
                         .kind = std::string(manner.kind),
                         .text = std::string(manner.text),
                         .enabled = reacts,
                         .focused = ui.focus.has(out.id),
                         .selected = manner.selected});
    }
    return out;
}

void tag(Ui& ui, std::string_view id, Box box, std::string_view kind, std::string_view text) {
    if (!ui.tags.recording) return;
    ui.tags.add(id, {.box = box, .clip = clip_now(), .kind = std::string(kind), .text = std::string(text)});
}

void tooltip(Ui& ui, const Response& response, std::string_view text) {
    constexpr float wait_s = 0.45f;
    if (!response.hovered || text.empty()) return;
    if (ImGui::GetCurrentContext()->HoveredIdTimer < wait_s) {
        ui.animate_until(ui.now_s + wait_s);
        return;
    }
    const float pad = ui.px(space::small);
    const float width = std::min(ui.wide(320), ui.text().width_of(text, ui.style(Type::label)) + 1);
    const float height = paragraph_height(ui, width, text, Type::label);
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const float x = std::min(mouse.x + ui.px(14), screen.x - width - 3 * pad);
    const float y = std::min(mouse.y + ui.px(22), screen.y - height - 3 * pad);
    const Box box{x, y, x + width + 2 * pad, y + height + 2 * pad};
    ImGui::SetNextWindowPos(top_left(box));
    ImGui::SetNextWindowSize({box.w(), box.h()});
    constexpr ImGuiWindowFlags plain = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoInputs |
                                       ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings |
                                       ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoNav;
    ImGui::Begin("##tooltip", nullptr, plain | ImGuiWindowFlags_Tooltip);
    fill(ui, box, ui.theme->text, ui.px(radius_chip));
    paragraph(ui, box.x0 + pad, box.y0 + pad, width, text, Type::label, ui.theme->ground);
    ImGui::End();
}

}  // namespace huashu::desktop
