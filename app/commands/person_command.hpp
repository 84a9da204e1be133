// huashu person list|export|erase NAME: everything of one person, taken along or erased.
#pragma once

#include <string>

#include "commands/io.hpp"

namespace huashu::app {

struct PersonOptions {
    std::string action;
    std::string name;       ///< or id; "first": who has no id
    std::string out;        ///< of `export`; empty: standard output
    bool is_plain = false;  ///< of `export`: with name and numbers as they are
    bool is_sure = false;   ///< of `erase`: asks nothing
};

/// Asks for the supervisor's passphrase where one is set.
[[nodiscard]] CommandResult person_command(const PersonOptions& options, const GlobalOptions& globals, Io& io);

}  // namespace huashu::app
