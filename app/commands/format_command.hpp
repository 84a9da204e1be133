// huashu format PATH… [--check]
#pragma once

#include <string>
#include <vector>

#include "commands/io.hpp"

namespace huashu::app {

struct FormatOptions {
    std::vector<std::string> paths;  ///< files and folders; "-": standard input, to standard output
    bool check = false;              ///< only tell which files are laid out otherwise
};

/// Brings scenarios and personas into the one layout (author/scenario_text.hpp). Other files below a folder are passed
/// over. Status 1: a file is no JSON; with `check`, also when a file is laid out otherwise.
[[nodiscard]] CommandResult format_command(const FormatOptions& options, const GlobalOptions& globals, Io& io);

}  // namespace huashu::app
