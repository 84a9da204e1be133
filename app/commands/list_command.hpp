// huashu list [--format text|json]: the scenarios there are (design §7).
#pragma once

#include "commands/play_command.hpp"

namespace huashu::app {

struct ListOptions {
    Format format = Format::text;
};

/// Scenarios that can't be used are told on standard error and make the status 1; the others are listed.
[[nodiscard]] CommandResult list_command(const ListOptions& options, const GlobalOptions& globals, Io& io);

}  // namespace huashu::app
