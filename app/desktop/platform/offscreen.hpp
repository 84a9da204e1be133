// An OpenGL context that draws into memory, with no window and no X server (EGL, surfaceless): for the tour and for
// golden pictures.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "scoring/diagnostic.hpp"

namespace huashu::desktop {

/// Rows from the top, RGB, three bytes a pixel.
struct Picture {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgb;
};

class Offscreen {
public:
    /// Makes its context current. Error (system): no EGL without a display, or no OpenGL 3.3.
    [[nodiscard]] static Result<std::unique_ptr<Offscreen>> make(int width_px, int height_px);
    [[nodiscard]] Picture read() const;
    [[nodiscard]] int width() const { return width_; }
    [[nodiscard]] int height() const { return height_; }

    Offscreen(const Offscreen&) = delete;
    Offscreen& operator=(const Offscreen&) = delete;
    ~Offscreen();

private:
    Offscreen(int width_px, int height_px) : width_(width_px), height_(height_px) {}
    [[nodiscard]] bool make_context();
    [[nodiscard]] bool make_target();
    void* display_ = nullptr;
    void* context_ = nullptr;
    unsigned framebuffer_ = 0, pixels_ = 0;
    int width_, height_;
};

/// Writes to a new file beside `path` and renames it. Error (system): the file can't be written.
[[nodiscard]] Result<void> write_png(const std::string& path, const Picture& picture);

}  // namespace huashu::desktop
