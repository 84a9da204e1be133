// Takes pictures of the running program without a window.
#pragma once

#include <memory>
#include <string>

#include "desktop/platform/offscreen.hpp"
#include "desktop/platform/renderer.hpp"
#include "desktop/shell/shell.hpp"

namespace huashu::desktop {

class Camera {
public:
    /// `machine` must outlive the camera. Errors as of Offscreen and Renderer.
    [[nodiscard]] static Result<std::unique_ptr<Camera>> make(Machine& machine, int width, int height);

    /// Draws frames until nothing changes any more, and what can be seen then.
    [[nodiscard]] Picture picture(Shell& shell);
    /// The same, then writes <folder>/NN-<name>.png, counting from 01.
    [[nodiscard]] Result<void> shoot(Shell& shell, const std::string& folder, const std::string& name);
    /// Frames without a picture: input takes effect, layouts settle.
    void settle(Shell& shell, int frames = 4);

    InputQueue input;  ///< what the next frames receive

private:
    Camera(std::unique_ptr<Offscreen> target, std::unique_ptr<Renderer> renderer)
        : target_(std::move(target)), renderer_(std::move(renderer)) {}
    void frame(Shell& shell);

    std::unique_ptr<Offscreen> target_;
    std::unique_ptr<Renderer> renderer_;
    double now_s_ = 0;
    int taken_ = 0;
};

}  // namespace huashu::desktop
