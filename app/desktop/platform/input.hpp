// What the person did since the last frame, and the queue in which it waits.
//
// A window, a test and the tour all fill the same queue; the shell takes from it at the start of each frame. A key or a
// button changes at most once a frame: a press and a release that arrive together are handed out in two frames, so that
// nothing is lost on a slow machine. Order is kept: what waits holds back all that came after it. Typed characters and
// keys that edit (Backspace, arrows, Enter, Ctrl+Z …) never share a frame, because a frame hands them out apart.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <variant>
#include <vector>

namespace huashu::desktop {

enum class Key : std::uint8_t {
    none,
    tab,
    enter,
    escape,
    space,
    backspace,
    del,
    insert,
    left,
    right,
    up,
    down,
    home,
    end,
    page_up,
    page_down,
    f1,
    f2,
    f3,
    f4,
    f5,
    f6,
    f7,
    f8,
    f9,
    f10,
    f11,
    f12,
    digit0,
    digit1,
    digit2,
    digit3,
    digit4,
    digit5,
    digit6,
    digit7,
    digit8,
    digit9,
    a,
    b,
    c,
    d,
    e,
    f,
    g,
    h,
    i,
    j,
    k,
    l,
    m,
    n,
    o,
    p,
    q,
    r,
    s,
    t,
    u,
    v,
    w,
    x,
    y,
    z,
    minus,
    equal,
    comma,
    period,
    slash,
    last_,
};

struct Mods {
    bool shift = false, ctrl = false, alt = false;
    bool operator==(const Mods&) const = default;
};

struct KeyEvent {
    Key key = Key::none;
    enum class Kind : std::uint8_t { press, repeat, release } kind = Kind::press;
    Mods mods;
};
struct TextEvent {  ///< committed by the keyboard or an input method
    char32_t character = 0;
};
struct MouseMove {
    float x = 0, y = 0;  ///< pixels of the frame
};
struct MouseButton {
    int button = 0;  ///< 0 left, 1 right, 2 middle
    bool down = false;
    Mods mods;
};
struct MouseWheel {
    float x = 0, y = 0;  ///< notches; positive y: up
};
using InputEvent = std::variant<KeyEvent, TextEvent, MouseMove, MouseButton, MouseWheel>;

/// One frame's worth.
struct FrameInput {
    std::vector<KeyEvent> keys;  ///< presses and repeats, in order
    std::u32string text;
    float mouse_x = -1, mouse_y = -1;
    bool mouse_inside = false;
    bool down[3] = {false, false, false};
    float wheel_x = 0, wheel_y = 0;
    Mods mods;
    bool composing = false;  ///< an input method is at work: the person is busy typing
};

class InputQueue {
public:
    void push(const InputEvent& event);
    void mouse_left();  ///< the pointer left the window
    /// The keyboard went elsewhere: what is held counts as released.
    void lost_focus();
    /// Takes as much as fits in one frame.
    [[nodiscard]] FrameInput take();
    [[nodiscard]] bool empty() const { return waiting_.empty(); }

private:
    std::deque<InputEvent> waiting_;
    FrameInput state_;  // what outlasts a frame: place, buttons, mods
};

}  // namespace huashu::desktop
