// huashu retention [DAYS|off] [--apply --yes]: how long what was said is kept, and erasing what is older.
#pragma once

#include <string>

#include "commands/io.hpp"

namespace huashu::app {

struct RetentionOptions {
    std::string days;    ///< a number, "off", or empty: only tell
    bool apply = false;  ///< erase what is older; without `is_sure` only count it
    bool is_sure = false;
};

/// Asks for the supervisor's passphrase where one is set, but for telling.
[[nodiscard]] CommandResult retention_command(const RetentionOptions& options, const GlobalOptions& globals, Io& io);

}  // namespace huashu::app
