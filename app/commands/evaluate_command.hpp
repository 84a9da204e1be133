// huashu evaluate [FILE] [--split test|train|all] [--list] [--with OWN] [--format text|json]: how well the pack reads
// labelled utterances (scoring/evaluate.hpp).
#pragma once

#include <string>

#include "commands/io.hpp"
#include "commands/play_command.hpp"
#include "scoring/evaluate.hpp"

namespace huashu::app {

struct EvaluateOptions {
    std::string file;  ///< empty: every utterances*.jsonl of the pack
    scoring::Split split = scoring::Split::test;
    bool list = false;  ///< each misreading; refused for the test split
    std::string with;   ///< a file of labelled utterances to train with; shows what they change
    Format format = Format::text;
};

[[nodiscard]] CommandResult evaluate_command(const EvaluateOptions& options, const GlobalOptions& globals, Io& io);

}  // namespace huashu::app
