// huashu without a command: the desktop where there is a display, else a menu in the terminal, else a demonstration
// (design §7). And the demonstration by itself.
#pragma once

#include <string>

#include "commands/io.hpp"

namespace huashu::app {

[[nodiscard]] CommandResult start_command(const GlobalOptions& globals, Io& io);

/// Plays a shipped script (scenarios/demo/<scenario>.txt; the first, when none is named) and prints everything.
[[nodiscard]] CommandResult demo_command(const std::string& scenario, const GlobalOptions& globals, Io& io);

}  // namespace huashu::app
