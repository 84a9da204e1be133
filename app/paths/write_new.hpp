// Writes a file that must not be there yet.
#pragma once

#include <string>
#include <string_view>

#include "scoring/diagnostic.hpp"

namespace huashu::app {

/// The bytes go to a file beside it, which then takes the name unless there is one of that name.
/// Error (usage): there is; (system): the folder is not there, or the disk is full.
[[nodiscard]] Result<void> write_new(const std::string& file, std::string_view text);

}  // namespace huashu::app
