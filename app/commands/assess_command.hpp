// huashu assess: blueprints and their forms, sittings in the terminal, review, appeal, calibration.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <optional>
#include <string>

#include "commands/io.hpp"
#include "words/words.hpp"

namespace huashu::app {

struct AssessOptions {
    std::string blueprint, sitting, person, by, reason, note, line, out, sheet, replies;
    int forms = 0;  ///< 0: as many as the blueprint says
    std::optional<std::uint64_t> seed;
    double points = 0;
    int appeal = 1;
    int count = 40;
    bool upheld = false;
    bool is_new = false;  ///< the person's name is added to the list
    Format format = Format::text;
};

/// Declares `assess` with its subcommands; `chosen` is set to what is to be run.
void declare_assess(CLI::App& app, AssessOptions& options, const GlobalOptions& globals, const Words& words, Io& io,
                    std::function<CommandResult()>& chosen);

// assess_command.cpp
[[nodiscard]] CommandResult assess_list(const AssessOptions& options, const GlobalOptions& globals, Io& io);
[[nodiscard]] CommandResult assess_draw(const AssessOptions& options, const GlobalOptions& globals, Io& io);
// assess_sit.cpp
[[nodiscard]] CommandResult assess_start(const AssessOptions& options, const GlobalOptions& globals, Io& io);
// assess_review.cpp
[[nodiscard]] CommandResult assess_show(const AssessOptions& options, const GlobalOptions& globals, Io& io);
[[nodiscard]] CommandResult assess_confirm(const AssessOptions& options, const GlobalOptions& globals, Io& io);
[[nodiscard]] CommandResult assess_change(const AssessOptions& options, const GlobalOptions& globals, Io& io);
[[nodiscard]] CommandResult assess_contest(const AssessOptions& options, const GlobalOptions& globals, Io& io);
[[nodiscard]] CommandResult assess_decide(const AssessOptions& options, const GlobalOptions& globals, Io& io);
[[nodiscard]] CommandResult assess_aside(const AssessOptions& options, const GlobalOptions& globals, Io& io);
// assess_marking.cpp
[[nodiscard]] CommandResult assess_sample(const AssessOptions& options, const GlobalOptions& globals, Io& io);
[[nodiscard]] CommandResult assess_agree(const AssessOptions& options, const GlobalOptions& globals, Io& io);

}  // namespace huashu::app
