// huashu diff OLD NEW [--quick] [--format text|json]
#pragma once

#include <string>

#include "commands/io.hpp"

namespace huashu::app {

struct DiffOptions {
    std::string before, after;  ///< as author_side.hpp names them
    std::string store;
    bool quick = false;  ///< without the search of all plays by choices
    Format format = Format::text;
};

/// What is different between two versions of a scenario, and what it comes to. Of two personas the differences alone.
/// Status 1: a file is no JSON. That the new version does not load is an answer, not a failure.
[[nodiscard]] CommandResult diff_command(const DiffOptions& options, const GlobalOptions& globals, Io& io);

}  // namespace huashu::app
