// The behaviour below every widget: mouse, keyboard focus, tag.
#pragma once

#include <string_view>

#include "desktop/ui/ui.hpp"

namespace huashu::desktop {

struct Response {
    bool clicked = false;  ///< by mouse, or by Enter or Space when it has the focus
    bool hovered = false;
    bool held = false;
    bool focused = false;  ///< has the keyboard, and the ring is to be shown
    WidgetId id = 0;
    explicit operator bool() const { return clicked; }
};

struct Manner {
    std::string_view kind = "button";  ///< for tests and for what a screen reader would say
    std::string_view text{};
    bool enabled = true;
    bool selected = false;
    bool takes_focus = true;
};

/// Makes `box` a thing that can be clicked and reached by keyboard. `id` is unique on the screen.
Response interact(Ui& ui, std::string_view id, Box box, const Manner& manner);

/// A thing that only tests and readers need to find.
void tag(Ui& ui, std::string_view id, Box box, std::string_view kind, std::string_view text);

/// A hint beside the mouse after a moment, when the response is hovered.
void tooltip(Ui& ui, const Response& response, std::string_view text);

}  // namespace huashu::desktop
