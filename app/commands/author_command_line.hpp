// The commands of authors on the command line: declared here, each written in a file of its own.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>

#include "commands/format_command.hpp"
#include "words/words.hpp"

namespace huashu::app {

/// The values that CLI11 fills.
struct AuthorOptions {
    FormatOptions format;
};

/// `chosen` is set to the command that was named. What is handed in must outlive the parsing and the run.
void declare_author_commands(CLI::App& app, AuthorOptions& options, const GlobalOptions& globals, const Words& words,
                             Io& io, std::function<CommandResult()>& chosen);

}  // namespace huashu::app
