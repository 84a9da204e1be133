// huashu new scenario ID [--kind §2.2.1] [--out DIR]: a sound small scenario with comments, to be written over.
#pragma once

#include <string>

#include "commands/io.hpp"

namespace huashu::app {

struct NewOptions {
    std::string what = "scenario";
    std::string id;
    std::string kind = "§2.2.4";  ///< one of the twelve; it decides which skeleton
    std::string out = ".";
};

/// Error (usage): no such kind, no id, the file exists already; (system): it can't be written.
[[nodiscard]] CommandResult new_command(const NewOptions& options, const GlobalOptions& globals, Io& io);

}  // namespace huashu::app
