// The chapters of the standard, by the points that rules and scenarios cite.
#pragma once

#include <string_view>

namespace huashu::app {

/// The chapter of a point of the standard: 4 for "§4.2.3"; 0 for what is none.
[[nodiscard]] int chapter_of(std::string_view point);

}  // namespace huashu::app
