// The whole command line: from arguments to an exit status. main() only hands in the world.
#pragma once

#include <string>
#include <vector>

#include "commands/io.hpp"

namespace huashu::app {

/// `arguments` without the program's name. Never throws; every failure is told on `io.err`.
[[nodiscard]] int run(const std::vector<std::string>& arguments, Io& io);

}  // namespace huashu::app
