// Text from outside that must become UTF-8 before it is shown, judged or kept.
#pragma once

#include <string>
#include <string_view>

namespace huashu::app {

/// The text with each piece that is not UTF-8 replaced by U+FFFD (as browsers do); valid text comes back unchanged.
[[nodiscard]] std::string repair_utf8(std::string_view text);

}  // namespace huashu::app
