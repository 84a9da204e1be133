// The window: GLFW, OpenGL 3.3, input as events, clipboard, pointer shapes. Redraws only when something happened.
//
// GLFW 3.3 of Debian 12 hands keys to the program while an input method is composing; xim_filter.cpp mends that on X11.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "desktop/platform/input.hpp"
#include "desktop/state/settings.hpp"
#include "desktop/ui/ui.hpp"
#include "scoring/diagnostic.hpp"

struct GLFWwindow;

namespace huashu::desktop {

class Window {
public:
    /// Stays unseen until appear(). Error (system): no display; no OpenGL 3.3. Only one window at a time.
    [[nodiscard]] static Result<std::unique_ptr<Window>> open(const WindowPlace& place);

    void appear();

    InputQueue input;

    [[nodiscard]] bool wants_to_close() const;
    /// Minimised, or on no screen (another desktop): nothing need be drawn.
    [[nodiscard]] bool hidden() const;
    /// The keyboard is here.
    [[nodiscard]] bool focused() const;
    [[nodiscard]] int width() const;  ///< of the frame, pixels
    [[nodiscard]] int height() const;
    [[nodiscard]] float scale() const;  ///< pixels per point
    [[nodiscard]] WindowPlace place() const;
    [[nodiscard]] Clipboard clipboard();
    void set_title(const std::string& title);
    /// An ImGuiMouseCursor.
    void set_pointer(int pointer);
    /// An input method took a key a moment ago and has given no text since.
    [[nodiscard]] bool composing();
    void show();  ///< what was drawn becomes visible
    /// Waits until what was shown is on the screen.
    void finish();

    /// Sleeps until something happens, at most so long. True: a frame is due (input, size, exposure).
    bool wait(double at_most_s);
    /// Takes what happened without sleeping.
    bool poll();

    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;
    ~Window();

private:
    Window() = default;
    friend struct WindowEvents;
    void remember_place();
    GLFWwindow* window_ = nullptr;
    void* pointers_[3] = {};  // hand, text, arrow; made when first needed
    int pointer_ = -1;
    unsigned keys_taken_ = 0;
    double composing_until_s_ = 0;
    bool dirty_ = true;
    WindowPlace place_;  // the last one that was neither maximised nor minimised
};

/// Seconds since the program began, for motion.
[[nodiscard]] double clock_s();

}  // namespace huashu::desktop
