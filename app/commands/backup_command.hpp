// huashu backup DIR: a verified copy of the data folder, made while it is in use.
#pragma once

#include <string>

#include "commands/io.hpp"

namespace huashu::app {

struct BackupOptions {
    std::string target;
};

[[nodiscard]] CommandResult backup_command(const BackupOptions& options, const GlobalOptions& globals, Io& io);

}  // namespace huashu::app
