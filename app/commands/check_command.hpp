// huashu check PATH… [--quality] [--deep] [--way-to PART] [--format text|json] (design §7).
#pragma once

#include <string>
#include <vector>

#include "commands/play_command.hpp"

namespace huashu::app {

struct CheckOptions {
    std::vector<std::string> paths;
    bool quality = false;  ///< also what is doubtful about packs, and how strong their examples are
    Format format = Format::text;
    bool deep = false;   ///< search every play by choices too: seconds for each scenario
    std::string way_to;  ///< a part of a scenario, to which a shortest play is to be shown; empty: none
};

/// What is wrong goes to standard output: it is the answer. Status 1 when there are errors or no way to
/// the part wanted is known; warnings are fine.
[[nodiscard]] CommandResult check_command(const CheckOptions& options, const GlobalOptions& globals, Io& io);

}  // namespace huashu::app
