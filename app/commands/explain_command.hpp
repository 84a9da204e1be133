// huashu explain TEXT: each step from the bytes of a reply to its points, as the judge recorded it.
#pragma once

#include <string>

#include "commands/io.hpp"

namespace huashu::app {

struct ExplainOptions {
    std::string text;    ///< "-": all of standard input
    std::string owner;   ///< the owner's last line
    std::string family;  ///< of the complaint; empty: unknown
    int step = 0;        ///< 1..4; 0: unknown
};

[[nodiscard]] CommandResult explain_command(const ExplainOptions& options, const GlobalOptions& globals, Io& io);

}  // namespace huashu::app
