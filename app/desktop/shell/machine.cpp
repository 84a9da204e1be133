#include "desktop/shell/machine.hpp"

#include "desktop/ui/imgui_bridge.hpp"

namespace huashu::desktop {
namespace {

void plain_style() {
    ImGuiStyle& style = ImGui::GetStyle();
    style.WindowPadding = {0, 0};
    style.ItemSpacing = {0, 0};
    style.FramePadding = {0, 0};
    style.WindowBorderSize = 0;
    style.ChildBorderSize = 0;
    style.PopupBorderSize = 0;
    style.WindowRounding = 0;
    style.WindowMinSize = {1, 1};
    style.CurveTessellationTol = 0.6f;
}

void hand_over(ImGuiIO& io, const FrameInput& input) {
    io.MousePos = input.mouse_inside ? ImVec2{input.mouse_x, input.mouse_y} : ImVec2{-FLT_MAX, -FLT_MAX};
    for (int i = 0; i < 3; ++i) io.MouseDown[i] = input.down[i];
    io.MouseWheel = input.wheel_y;
    io.MouseWheelH = input.wheel_x;
    io.KeyShift = input.mods.shift;
    io.KeyCtrl = input.mods.ctrl;
    io.KeyAlt = input.mods.alt;
}

}  // namespace

Machine::Machine() : context_(ImGui::CreateContext()) {
    ImGui::SetCurrentContext(context_);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;  // what is to be remembered stands in our own settings
    io.LogFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    io.ConfigInputTextCursorBlink = false;
    plain_style();
}

Machine::~Machine() { ImGui::DestroyContext(context_); }

Result<std::unique_ptr<Machine>> Machine::make(HanScript script, Clipboard clipboard) {
    std::unique_ptr<Machine> made{new Machine};
    Result<std::unique_ptr<Glyphs>> glyphs = Glyphs::make(*ImGui::GetIO().Fonts, script);
    if (!glyphs) return tl::unexpected(glyphs.error());
    made->glyphs_ = std::move(*glyphs);
    made->typesetter_ = std::make_unique<Typesetter>(*made->glyphs_);
    made->ui_ = std::make_unique<Ui>(*made->typesetter_, std::move(clipboard));
    return made;
}

void Machine::begin(const FrameSize& size, const FrameInput& input, double now_s) {
    ImGui::SetCurrentContext(context_);
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(size.width), static_cast<float>(size.height)};
    io.DeltaTime = std::clamp(static_cast<float>(now_s - last_s_), 0.001f, 0.25f);
    last_s_ = now_s;
    hand_over(io, input);
    glyphs_->begin_frame();
    typesetter_->begin_frame();
    ui_->scale.screen = size.screen_scale;
    ImGui::NewFrame();
    ui_->begin_frame(input, now_s);
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(io.DisplaySize);
    ImGui::Begin("##root", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoBackground |
                     ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse);
}

void Machine::end() {
    ImGui::End();
    ui_->end_frame();
    ImGui::Render();
}

int Machine::pointer() const { return context_->MouseCursor; }

}  // namespace huashu::desktop
