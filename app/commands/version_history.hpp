// What was done with a scenario or a pack on its way to being published, as `huashu version history` prints it.
#pragma once

#include <string>
#include <vector>

#include "author/versions_history.hpp"
#include "commands/setting.hpp"

namespace huashu::app {

/// As a table, the oldest first, or as the history's file has it.
[[nodiscard]] CommandResult print_version_history(const Page& page, const std::string& id,
                                                  const Result<std::vector<VersionEntry>>& entries, Format format,
                                                  Io& io);

}  // namespace huashu::app
