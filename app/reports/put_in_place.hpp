// For files that a library writes by itself: it writes a new one, which then takes the place of the old one or goes
// away.
#pragma once

#include <string>

#include "scoring/diagnostic.hpp"

namespace huashu::app {

/// Where the library writes first: a name beside `file` with an ending that no reader looks for. Makes the folders
/// above.
[[nodiscard]] std::string fresh_beside(const std::string& file);

/// `fresh` takes the name of `file`, or, when it was not written whole, is removed. Error (system): it was not, or the
/// name can't be taken; `file` is as it was.
[[nodiscard]] Result<void> put_in_place(const std::string& fresh, const std::string& file, bool was_written);

}  // namespace huashu::app
