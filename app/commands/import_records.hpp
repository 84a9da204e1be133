// huashu import records FOLDER: the records of another site, from a backup made there.
#pragma once

#include <string>

#include "commands/io.hpp"

namespace huashu::app {

/// Asks for the passphrase where one is set. Status 1 when the records of somebody were refused; all others are in.
[[nodiscard]] CommandResult import_records(const std::string& folder, const GlobalOptions& globals, Io& io);

}  // namespace huashu::app
