// Puts a new text in the place of a file, or leaves the file as it was: there is nothing between.
#pragma once

#include <string>
#include <string_view>

#include "scoring/diagnostic.hpp"

namespace huashu::app {

/// The bytes go to a new file beside it, onto the disk, and then take its name, which keeps its permissions; a link is
/// followed. The folder must be there. Error (system): it can't be written, the disk is full; then the old file stands.
[[nodiscard]] Result<void> replace_file(const std::string& file, std::string_view text);

}  // namespace huashu::app
