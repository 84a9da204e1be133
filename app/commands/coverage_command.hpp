// huashu coverage [--format text|json]: which rules the library brings into play, and which nobody meets.
#pragma once

#include "commands/io.hpp"

namespace huashu::app {

struct CoverageOptions {
    Format format = Format::text;
};

/// Rules that no scenario triggers are told; they are no failure.
[[nodiscard]] CommandResult coverage_command(const CoverageOptions& options, const GlobalOptions& globals, Io& io);

}  // namespace huashu::app
