// The commands of authors on the command line: declared here, each written in a file of its own.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>

#include "commands/bundle_command.hpp"
#include "commands/diff_command.hpp"
#include "commands/format_command.hpp"
#include "commands/impact_command.hpp"
#include "commands/merge_command.hpp"
#include "commands/version_command.hpp"
#include "commands/words_command.hpp"
#include "words/words.hpp"

namespace huashu::app {

/// The values that CLI11 fills.
struct AuthorOptions {
    FormatOptions format;
    DiffOptions diff;
    MergeOptions merge;
    VersionOptions version;
    BundleOptions bundle;
    WordsOptions words;
    ImpactOptions impact;
};

/// `chosen` is set to the command that was named. What is handed in must outlive the parsing and the run.
void declare_author_commands(CLI::App& app, AuthorOptions& options, const GlobalOptions& globals, const Words& words,
                             Io& io, std::function<CommandResult()>& chosen);

}  // namespace huashu::app
