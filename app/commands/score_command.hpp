// huashu score [--pack zh] [FILE|-]: JSON Lines in, JSON Lines out, in order (design §7).
#pragma once

#include <string>

#include "commands/io.hpp"
#include "scoring/engine.hpp"

namespace huashu::app {

struct ScoreOptions {
    std::string file = "-";  ///< "-": standard input
    int threads = 0;         ///< 0: as many as there are cores
};

[[nodiscard]] CommandResult score_command(const ScoreOptions& options, const GlobalOptions& globals, Io& io);

/// The same with an engine at hand.
[[nodiscard]] CommandResult score_lines(int input, const scoring::Engine& engine, int threads, Io& io);

}  // namespace huashu::app
