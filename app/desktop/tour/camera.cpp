#include "desktop/tour/camera.hpp"

#include <cstdio>
#include <filesystem>

namespace huashu::desktop {

Result<std::unique_ptr<Camera>> Camera::make(Machine& machine, int width, int height) {
    Result<std::unique_ptr<Offscreen>> target = Offscreen::make(width, height);
    if (!target) return tl::unexpected(target.error());
    Result<std::unique_ptr<Renderer>> renderer = Renderer::make(machine.glyphs());
    if (!renderer) return tl::unexpected(renderer.error());
    return std::unique_ptr<Camera>{new Camera(std::move(*target), std::move(*renderer))};
}

void Camera::frame(Shell& shell) {
    now_s_ += 1.0 / 60;  // a clock of its own: the same tour gives the same pictures
    (void)shell.frame({target_->width(), target_->height(), 1.0f}, input.take(), now_s_);
}

void Camera::settle(Shell& shell, int frames) {
    for (int i = 0; i < frames || !input.empty(); ++i) frame(shell);
}

Picture Camera::picture(Shell& shell) {
    settle(shell);
    now_s_ += 1;  // whatever moves has arrived
    settle(shell, 2);
    renderer_->draw(target_->width(), target_->height(), shell.machine().ui().theme->ground);
    return target_->read();
}

Result<void> Camera::shoot(Shell& shell, const std::string& folder, const std::string& name) {
    const Picture seen = picture(shell);
    char number[16];
    std::snprintf(number, sizeof number, "%02d-", ++taken_ % 1000);
    const std::filesystem::path file = std::filesystem::path(folder) / (number + name + ".png");
    return write_png(file.string(), seen);
}

}  // namespace huashu::desktop
