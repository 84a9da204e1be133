// huashu verify [--head HEAD]… [--format text|json]: whether any record was changed from outside.
#pragma once

#include <string>
#include <vector>

#include "commands/io.hpp"

namespace huashu::app {

struct VerifyOptions {
    std::vector<std::string> heads;  ///< noted earlier; each must be in one of the files
    Format format = Format::text;
};

/// Every file of records of the data folder, of all people. Status 1 when there is a problem.
[[nodiscard]] CommandResult verify_command(const VerifyOptions& options, const GlobalOptions& globals, Io& io);

}  // namespace huashu::app
