// The program's version, known in one place: the top CMakeLists.txt.
#pragma once

#include <string_view>

namespace huashu::app {
[[nodiscard]] std::string_view version();
}
