// huashu analyse [--person WHO] [--since DAY] [--format text|json]: how scenarios work, where people are weak, how they
// are getting on.
#pragma once

#include <string>

#include "commands/io.hpp"

namespace huashu::app {

struct AnalyseOptions {
    std::string person;  ///< name or id; empty: everybody
    std::string since;   ///< "2026-05-01"; empty: from the beginning
    bool pseudonyms = false;
    Format format = Format::text;
};

[[nodiscard]] CommandResult analyse_command(const AnalyseOptions& options, const GlobalOptions& globals, Io& io);

}  // namespace huashu::app
