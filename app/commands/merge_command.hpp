// huashu merge BASE MINE THEIRS [--out FILE] [--prefer mine|theirs]
#pragma once

#include <string>

#include "commands/io.hpp"

namespace huashu::app {

struct MergeOptions {
    std::string base, mine, theirs;  ///< as author_side.hpp names them
    std::string store;
    std::string out;     ///< file to write; empty: standard output
    std::string prefer;  ///< "mine", "theirs": settles conflicts; empty: nothing is written while there are any
};

/// Conflicts go to standard error with both sides, and so do the problems of what came of the merge. Status 1: there
/// are conflicts that nothing settles, or the merged scenario does not load (it is written all the same).
[[nodiscard]] CommandResult merge_command(const MergeOptions& options, const GlobalOptions& globals, Io& io);

}  // namespace huashu::app
