// GLFW's keys as ours.
#pragma once

#include "desktop/platform/input.hpp"

namespace huashu::desktop {

/// Key::none for keys that mean nothing to us.
[[nodiscard]] Key key_of_glfw(int glfw_key);
/// The modifiers of a GLFW callback.
[[nodiscard]] Mods mods_of_glfw(int glfw_mods);

}  // namespace huashu::desktop
