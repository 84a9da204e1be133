// huashu impact --draft PATH… [--threads N] [--format text|json]
#pragma once

#include <string>
#include <vector>

#include "commands/io.hpp"

namespace huashu::app {

struct ImpactOptions {
    std::vector<std::string> drafts;  ///< the folder of a pack, files of scenarios, or both
    int threads = 0;                  ///< 0: one for each core
    Format format = Format::text;
};

/// Plays every golden play and every stored attempt of all people on this machine again, as things are (--pack,
/// --library) and under the drafts, and tells whose scores and endings would change, and by which rule. Changes
/// nothing. Progress goes to standard error; Ctrl-C stops it and tells what was seen so far, with status 3.
[[nodiscard]] CommandResult impact_command(const ImpactOptions& options, const GlobalOptions& globals, Io& io);

}  // namespace huashu::app
