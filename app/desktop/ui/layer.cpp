#include "desktop/ui/layer.hpp"

#include "desktop/ui/imgui_bridge.hpp"

namespace huashu::desktop {

Layer::Layer(const char* id, Box box) {
    ImGui::SetNextWindowPos(top_left(box));
    ImGui::SetNextWindowSize({box.w(), box.h()});
    ImGui::SetNextWindowFocus();
    ImGui::Begin(id, nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoBackground |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse);
}

Layer::~Layer() { ImGui::End(); }

}  // namespace huashu::desktop
