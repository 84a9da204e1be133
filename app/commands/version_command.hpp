// huashu version ACTION [ID|FILE] [--number N] [--by NAME] [--note TEXT] [--store DIR] [--format text|json]
#pragma once

#include <string>

#include "commands/io.hpp"

namespace huashu::app {

struct VersionOptions {
    std::string action;  ///< list add submit return publish restore history show verify use
    std::string what;    ///< an id, of a pack "packs/ID"; of `add` a file or a pack's folder; of `use` also "shipped"
    int number = 0;
    std::string by, note, store;
    Format format = Format::text;
};

/// A scenario's way from draft over review to published, and back (author/versions.hpp). What is submitted must load;
/// what is published must pass the static check without errors. Rule packs go the same way, and a published one is in
/// use from then on (version_packs.hpp). Status 1: it does not, or a version was changed.
[[nodiscard]] CommandResult version_command(const VersionOptions& options, const GlobalOptions& globals, Io& io);

}  // namespace huashu::app
