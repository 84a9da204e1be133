// huashu play SCENARIO [--replies FILE] [--seed N] [--format text|json] (design §7).
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "commands/io.hpp"
#include "commands/setting.hpp"
#include "play/replies_file.hpp"

namespace huashu::app {

struct PlayOptions {
    std::string scenario;
    std::string replies;  ///< a file, "-" for standard input; empty: interactive, when standard input is a terminal
    std::optional<std::uint64_t> seed;  ///< none: 1 for scripted replies, by chance for a person
    Format format = Format::text;
    bool to_the_end = false;  ///< when the replies are used up, go on with the best choices; what is left over is fine
};

/// Interactive play is recorded; scripted play is not.
[[nodiscard]] CommandResult play_command(const PlayOptions& options, const GlobalOptions& globals, Io& io);

/// Plays the replies to the end of the talk or of the replies and prints it. Replies left over are a warning.
/// Error (content): a reply that can't be given, with its line; what was played before it is printed.
[[nodiscard]] CommandResult play_replies(const Page& page, const scenarios::Scenario& scenario,
                                         const scoring::Engine& engine, const std::vector<ScriptedReply>& replies,
                                         const PlayOptions& options, Io& io);

}  // namespace huashu::app
