// Which widget has the keyboard. Tab and Shift+Tab walk through the widgets in the order in which they were drawn;
// the ring shows only after the keyboard was used, so that it does not follow the mouse around.
#pragma once

#include <cstdint>
#include <vector>

#include "desktop/ui/box.hpp"

namespace huashu::desktop {

using WidgetId = std::uint32_t;

class Focus {
public:
    struct Stop {
        WidgetId id = 0;
        Box box;
    };

    void begin_frame() { stops_.clear(); }
    /// A widget that can take the keyboard, in the frame's order.
    void add(WidgetId id, Box box) { stops_.push_back({id, box}); }
    /// At the end of the frame: takes the step that was asked for.
    void end_frame();

    [[nodiscard]] bool has(WidgetId id) const { return current_ == id && id != 0; }
    [[nodiscard]] bool none() const { return current_ == 0; }
    [[nodiscard]] bool ring_visible() const { return by_keyboard_; }
    /// True once after the focus moved by keyboard to this widget: it should scroll into view.
    [[nodiscard]] bool take_reveal(WidgetId id);

    void set(WidgetId id, bool by_keyboard);
    void clear() { current_ = 0; }
    void mouse_used() { by_keyboard_ = false; }
    void step(int direction) { step_ = direction; }               ///< +1 next, -1 previous
    void step_toward(float dx, float dy) { dx_ = dx, dy_ = dy; }  ///< the nearest in that direction

private:
    void walk(int direction);
    void walk_toward(float dx, float dy);

    std::vector<Stop> stops_;
    WidgetId current_ = 0, reveal_ = 0;
    bool by_keyboard_ = false;
    int step_ = 0;
    float dx_ = 0, dy_ = 0;
};

}  // namespace huashu::desktop
