// One drawing machine: a Dear ImGui context, the glyphs in its atlas, and the Ui on top. It has no window and no
// pixels; a window, the tour and tests each put one to use.
#pragma once

#include <memory>

#include "desktop/fonts/glyphs.hpp"
#include "desktop/platform/input.hpp"
#include "desktop/text/typeset.hpp"
#include "desktop/ui/ui.hpp"

struct ImGuiContext;

namespace huashu::desktop {

struct FrameSize {
    int width = 1280, height = 800;  ///< pixels
    float screen_scale = 1;          ///< pixels per point
};

class Machine {
public:
    /// Errors as of find_fonts.
    [[nodiscard]] static Result<std::unique_ptr<Machine>> make(HanScript script, Clipboard clipboard);

    /// Everything between begin() and end() draws one frame, into one window that covers all.
    void begin(const FrameSize& size, const FrameInput& input, double now_s);
    void end();

    [[nodiscard]] Ui& ui() { return *ui_; }
    [[nodiscard]] Glyphs& glyphs() { return *glyphs_; }
    /// The pointer that the last frame asked for: an ImGuiMouseCursor.
    [[nodiscard]] int pointer() const;

    Machine(const Machine&) = delete;
    Machine& operator=(const Machine&) = delete;
    ~Machine();

private:
    Machine();
    ImGuiContext* context_;
    std::unique_ptr<Glyphs> glyphs_;
    std::unique_ptr<Typesetter> typesetter_;
    std::unique_ptr<Ui> ui_;
    double last_s_ = 0;
};

}  // namespace huashu::desktop
