// Reads a descriptor to its end.
#pragma once

#include <cstddef>
#include <string>

#include "scoring/diagnostic.hpp"

namespace huashu::app {

/// `name` is for the place of errors: (system) it can't be read; (content) it is longer than `max_bytes`.
[[nodiscard]] Result<std::string> read_all(int descriptor, const std::string& name, std::size_t max_bytes);

}  // namespace huashu::app
