// huashu bundle pack|show|import WHAT… [--out FILE] [--title TEXT] [--replace ID]… [--store DIR] [--format text|json]
#pragma once

#include <string>
#include <vector>

#include "commands/io.hpp"

namespace huashu::app {

struct BundleOptions {
    std::string action;             ///< pack show import
    std::vector<std::string> what;  ///< of `pack` files, folders, ids, versions (ID@3); else one bundle
    std::string out, title, store;
    std::vector<std::string> replace;  ///< of `import`: ids whose conflicts are settled for the bundle
    Format format = Format::text;
};

/// Makes, looks into and takes in bundles (author/bundle.hpp). `import` takes what is new and what follows what is
/// there; conflicts are left and told. Status 1: the bundle is refused, or conflicts are left.
[[nodiscard]] CommandResult bundle_command(const BundleOptions& options, const GlobalOptions& globals, Io& io);

}  // namespace huashu::app
