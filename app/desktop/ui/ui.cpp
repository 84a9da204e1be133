#include "desktop/ui/ui.hpp"

namespace huashu::desktop {

void Ui::begin_frame(const FrameInput& frame_input, double now) {
    input = frame_input;
    now_s = now;
    blocked = 0;
    wake_at_s_ = 1e18;
    editing_text = false;
    tags.clear();
    focus.begin_frame();
    if (input.down[0] || input.wheel_y != 0) focus.mouse_used();
}

void Ui::end_frame() {
    // What no widget and no screen wanted moves the focus.
    if (take_key(Key::tab, {}, true)) focus.step(1);
    if (take_key(Key::tab, {.shift = true}, true)) focus.step(-1);
    if (take_key(Key::left, {}, true)) focus.step_toward(-1, 0);
    if (take_key(Key::right, {}, true)) focus.step_toward(1, 0);
    if (take_key(Key::up, {}, true)) focus.step_toward(0, -1);
    if (take_key(Key::down, {}, true)) focus.step_toward(0, 1);
    focus.end_frame();
}

bool Ui::take_key(Key key, Mods mods, bool repeats) {
    if (blocked > 0) return false;
    for (KeyEvent& event : input.keys) {
        if (event.key != key || !(event.mods == mods)) continue;
        if (event.kind == KeyEvent::Kind::repeat && !repeats) continue;
        event.key = Key::none;
        return true;
    }
    return false;
}

}  // namespace huashu::desktop
