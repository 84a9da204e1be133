// How large a reply may be, wherever it comes from.
#pragma once

#include <cstddef>

namespace huashu::app {

inline constexpr std::size_t max_reply_bytes = 4u << 20;

}  // namespace huashu::app
