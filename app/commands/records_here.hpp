// The records that a command works with.
#pragma once

#include "commands/io.hpp"
#include "records/records.hpp"

namespace huashu::app {

/// Opens the records in the folder that the options and the environment name, and tells what is to be told about them.
[[nodiscard]] Result<Records> open_records_here(const GlobalOptions& globals, Io& io);

}  // namespace huashu::app
