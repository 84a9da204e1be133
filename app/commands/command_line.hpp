// The command line as data: which options there are, and what was said. A command is declared here and written in a
// file of its own.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>

#include "commands/analyse_command.hpp"
#include "commands/assess_command.hpp"
#include "commands/author_command_line.hpp"
#include "commands/backup_command.hpp"
#include "commands/check_command.hpp"
#include "commands/coverage_command.hpp"
#include "commands/desktop_command.hpp"
#include "commands/evaluate_command.hpp"
#include "commands/explain_command.hpp"
#include "commands/import_command.hpp"
#include "commands/list_command.hpp"
#include "commands/lock_command.hpp"
#include "commands/new_command.hpp"
#include "commands/person_command.hpp"
#include "commands/plan_command.hpp"
#include "commands/play_command.hpp"
#include "commands/report_command.hpp"
#include "commands/rescore_command.hpp"
#include "commands/retention_command.hpp"
#include "commands/score_command.hpp"
#include "commands/verify_command.hpp"
#include "commands/whatif_command.hpp"
#include "words/words.hpp"

namespace huashu::app {

/// The values that CLI11 fills, and the command to run; empty: none was named.
struct CommandLine {
    GlobalOptions globals;
    ScoreOptions score;
    PlayOptions play;
    WhatIfOptions whatif;
    NewOptions make;
    ImportOptions imported;
    CheckOptions check;
    CoverageOptions coverage;
    ListOptions list;
    std::string demo;
    EvaluateOptions evaluate;
    ExplainOptions explain;
    ReportOptions report;
    AnalyseOptions analyse;
    PlanOptions plan;
    DesktopCommandOptions desktop;
    TourCommandOptions tour;
    AuthorOptions author;
    VerifyOptions verify;
    RescoreOptions rescore;
    BackupOptions backup;
    LockOptions lock;
    PersonOptions person;
    RetentionOptions retention;
    AssessOptions assess;
    std::function<CommandResult()> chosen;
};

/// Declares every option and command, with help in the language of the words. `line` and `io` must outlive the parsing
/// and the run.
void declare(CLI::App& app, CommandLine& line, const Words& words, Io& io);

}  // namespace huashu::app
