// huashu rescore [ID…] [--format text|json]: every stored attempt and sealed sitting played again with the content it
// is bound to.
#pragma once

#include <string>
#include <vector>

#include "commands/io.hpp"

namespace huashu::app {

struct RescoreOptions {
    std::vector<std::string> ids;  ///< attempts and sittings; none: all of all people
    Format format = Format::text;
};

/// Status 1 when one came out otherwise than it was recorded. Content that is no longer here is told and no failure:
/// give it with --pack and --library.
[[nodiscard]] CommandResult rescore_command(const RescoreOptions& options, const GlobalOptions& globals, Io& io);

}  // namespace huashu::app
