#include "desktop/ui/scroll.hpp"

#include "desktop/ui/imgui_bridge.hpp"

namespace huashu::desktop {
namespace {

void push_bar_colors(const Theme& t) {
    ImGui::PushStyleColor(ImGuiCol_ScrollbarBg, packed(with_alpha(t.line, 0)));
    ImGui::PushStyleColor(ImGuiCol_ScrollbarGrab, packed(with_alpha(t.line_strong, 0.45f)));
    ImGui::PushStyleColor(ImGuiCol_ScrollbarGrabHovered, packed(with_alpha(t.line_strong, 0.75f)));
    ImGui::PushStyleColor(ImGuiCol_ScrollbarGrabActive, packed(t.line_strong));
    ImGui::PushStyleColor(ImGuiCol_ChildBg, packed(with_alpha(t.ground, 0)));
}

}  // namespace

Scroll::Scroll(Ui& ui, std::string_view id, Box box, float pad) : ui_(ui), box_(box), pad_(pad) {
    push_bar_colors(*ui.theme);
    ImGui::PushStyleVar(ImGuiStyleVar_ScrollbarSize, ui.px(10));
    ImGui::PushStyleVar(ImGuiStyleVar_ScrollbarRounding, ui.px(5));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::SetCursorScreenPos(top_left(box));
    ImGui::BeginChild(ImHashStr(id.data(), id.size()), {std::max(1.0f, box.w()), std::max(1.0f, box.h())}, false,
                      ImGuiWindowFlags_NoNav | (ui.blocked > 0 ? ImGuiWindowFlags_NoScrollWithMouse : 0));
    const ImVec2 pen = ImGui::GetCursorScreenPos();
    top_ = pen.y;
    x0 = pen.x + pad;
    // The bar's room is kept free even where no bar is shown, so that nothing jumps when it appears.
    x1 = box.x1 - std::max(pad, ui.px(12));
    y = pen.y + pad;
}

void Scroll::to_bottom() { to_bottom_ = true; }

void Scroll::to_top() { ImGui::SetScrollY(0); }

void Scroll::reveal(Box box) {
    ImRect around = rect_of(box);
    around.Expand(pad_);
    ImGui::ScrollToRect(ImGui::GetCurrentWindow(), around, ImGuiScrollFlags_KeepVisibleEdgeY);
}

void Scroll::take_page_keys() {
    const float page = box_.h() * 0.85f;
    const float at = ImGui::GetScrollY();
    if (ui_.take_key(Key::page_down, {}, true)) ImGui::SetScrollY(at + page);
    if (ui_.take_key(Key::page_up, {}, true)) ImGui::SetScrollY(at - page);
    if (ui_.take_key(Key::home)) ImGui::SetScrollY(0);
    if (ui_.take_key(Key::end)) to_bottom_ = true;
}

bool Scroll::at_top() const { return ImGui::GetScrollY() <= 2; }

bool Scroll::at_bottom() const { return ImGui::GetScrollY() >= ImGui::GetScrollMaxY() - 2; }

void Scroll::end() {
    if (!open_) return;
    open_ = false;
    ImGui::SetCursorScreenPos({box_.x0, top_});
    ImGui::Dummy({1, std::max(1.0f, y - top_ + pad_)});
    if (to_bottom_) ImGui::SetScrollY(std::max(0.0f, y - top_ + pad_ - box_.h()));
    ImGui::EndChild();
    ImGui::PopStyleVar(3);
    ImGui::PopStyleColor(5);
}

}  // namespace huashu::desktop
