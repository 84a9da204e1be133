// A whole number with a minus and a plus. Left and right change it while it has the keyboard, with Shift by ten.
#pragma once

#include <string>
#include <string_view>

#include "desktop/ui/ui.hpp"

namespace huashu::desktop {

struct StepperSpec {
    int value = 0, low = 0, high = 100;
    int step = 1;              ///< of a click; keys go by one
    std::string shown{};       ///< in the place of the number; empty: the number
    std::string_view label{};  ///< what it counts, for tests and readers
    bool enabled = true;
};

/// The number as it is wished now; `value` when nothing was done.
[[nodiscard]] int stepper_ui(Ui& ui, std::string_view id, Box box, const StepperSpec& spec);

}  // namespace huashu::desktop
