// What every widget needs while a frame is drawn: theme, scale, text, input, focus, tags. Widgets are free functions
// that take it first (widgets.hpp); screens hold none of their own state in it.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "desktop/platform/input.hpp"
#include "desktop/text/typeset.hpp"
#include "desktop/theme/theme.hpp"
#include "desktop/ui/box.hpp"
#include "desktop/ui/focus.hpp"
#include "desktop/ui/tags.hpp"

namespace huashu::desktop {

/// The clipboard of the system, or a test's.
struct Clipboard {
    std::function<std::string()> get;
    std::function<void(const std::string&)> set;
};

class Ui {
public:
    Ui(Typesetter& text, Clipboard clipboard) : text_(text), clipboard_(std::move(clipboard)) {}

    const Theme* theme = &huashu::desktop::theme(ThemeId::light);
    Scale scale;
    Tags tags;
    Focus focus;
    FrameInput input;
    double now_s = 0;    ///< since some start; only for motion
    bool motion = true;  ///< the reader may switch it off
    int blocked = 0;     ///< > 0 while a screen below a dialog is drawn: it shows but does not react

    void begin_frame(const FrameInput& frame_input, double now);
    void end_frame();

    [[nodiscard]] float px(float points) const { return scale.px(points); }
    [[nodiscard]] float wide(float points) const { return scale.wide_px(points); }
    [[nodiscard]] Typesetter& text() { return text_; }
    [[nodiscard]] Clipboard& clipboard() { return clipboard_; }
    [[nodiscard]] TextStyle style(Type type) const { return style_of(type, scale); }

    /// True when the key was pressed in this frame with just these modifiers and nobody took it before; takes it.
    /// `repeats`: a held key counts again.
    bool take_key(Key key, Mods mods = {}, bool repeats = false);
    [[nodiscard]] bool shift_held() const { return input.mods.shift; }
    /// Frames are wanted without a break until then, even if no input comes (motion).
    void animate_until(double time_s) { moving_until_s_ = std::max(moving_until_s_, time_s); }
    [[nodiscard]] bool animating() const { return now_s < moving_until_s_; }
    /// One frame is wanted at that time.
    void wake_at(double time_s) { wake_at_s_ = std::min(wake_at_s_, time_s); }
    /// When the next frame is due without any input; a huge number: never.
    [[nodiscard]] double wakes_at() const { return wake_at_s_; }
    /// Where the caret is, for input methods that can place their window there. Empty: no text is being edited.
    Box caret;
    bool editing_text = false;

private:
    Typesetter& text_;
    Clipboard clipboard_;
    double moving_until_s_ = 0;
    double wake_at_s_ = 1e18;
};

}  // namespace huashu::desktop
