// How the desktop says that the machine denies it something.
#pragma once

#include <string>

#include "scoring/diagnostic.hpp"

namespace huashu::desktop {

/// An Error (system) without a place in a file: what failed and what to do about it.
[[nodiscard]] tl::unexpected<Error> system_error(std::string code, std::string text, std::string remedy);

}  // namespace huashu::desktop
