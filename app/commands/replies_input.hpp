// Replies that a command plays, from a file or from standard input.
#pragma once

#include <string>
#include <vector>

#include "commands/io.hpp"
#include "play/replies_file.hpp"

namespace huashu::app {

/// `file`: a path; "-" or empty: standard input.
[[nodiscard]] Result<std::vector<ScriptedReply>> read_replies(const std::string& file, const Io& io);

/// An error of playing, at the line that asked for it.
[[nodiscard]] Error at_line(const Place& place, Error error);

}  // namespace huashu::app
