// Whether a rule pack is fit to be published.
#pragma once

#include <string>

#include "scoring/diagnostic.hpp"

namespace huashu::app {

/// The hash by which attempts know the rules of the folder. Errors: (content) it has errors, its examples included;
/// (system) unreadable.
[[nodiscard]] Result<std::string> sound_pack_hash(const std::string& folder);

}  // namespace huashu::app
