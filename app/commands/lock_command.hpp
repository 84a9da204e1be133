// huashu lock status|set|recover|remove: the passphrase before a supervisor's business.
#pragma once

#include <string>

#include "commands/io.hpp"

namespace huashu::app {

struct LockOptions {
    std::string action = "status";
};

/// Secrets are read as lines of the input: `set` the present one, if there is one, then the new one twice on a terminal
/// and once from a script; `recover` the recovery code, then the new one; `remove` the present one.
[[nodiscard]] CommandResult lock_command(const LockOptions& options, const GlobalOptions& globals, Io& io);

}  // namespace huashu::app
