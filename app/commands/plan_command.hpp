// huashu plan [show|add|done|remove] [--person WHO] …: the improvement plan of one person.
#pragma once

#include <string>

#include "commands/io.hpp"

namespace huashu::app {

struct PlanOptions {
    std::string action = "show";
    std::string person;  ///< name or id; empty: the first person
    std::string id;      ///< of the measure that is done or removed; its beginning is enough
    int chapter = 0;
    std::string what, who, due;
    Format format = Format::text;
};

/// Every action prints the plan as it is then, with the effect that later talks show.
[[nodiscard]] CommandResult plan_command(const PlanOptions& options, const GlobalOptions& globals, Io& io);

}  // namespace huashu::app
