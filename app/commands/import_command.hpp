// huashu import twee FILE [--id ID] [--out DIR]: a draft of a scenario from a Twine story, and what it left behind.
#pragma once

#include <string>

#include "commands/io.hpp"

namespace huashu::app {

struct ImportOptions {
    std::string format = "twee";
    std::string file;  ///< "-": standard input
    std::string id;    ///< empty: made of the file's name
    std::string out;   ///< a folder; empty: the draft is printed
};

/// What could not be carried over goes to standard error; that alone is no failure.
[[nodiscard]] CommandResult import_command(const ImportOptions& options, const GlobalOptions& globals, Io& io);

}  // namespace huashu::app
