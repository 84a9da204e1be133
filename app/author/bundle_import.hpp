// What a bundle would bring to a team's store, and bringing it. Nothing that is there is replaced but by a version that
// follows it, unless somebody says so by name; and then what was there is kept beside it.
#pragma once

#include <string>
#include <vector>

#include "author/bundle.hpp"
#include "author/versions.hpp"

namespace huashu::app {

enum class ImportState : std::uint8_t {
    fresh,     ///< there is none of that id
    same,      ///< it is there already
    newer,     ///< it follows what is there
    conflict,  ///< what is there is something else
};
[[nodiscard]] std::string_view name_of(ImportState value);

struct ImportStep {
    BundleKind kind = BundleKind::scenario;
    std::string id;
    ImportState state = ImportState::fresh;
    std::string file;     ///< where it would go
    std::string present;  ///< the file that is there now, in the store or among the shipped ones; empty: none
    const ZipFile* source = nullptr;
};

/// Where shipped content lies, which a bundle may bring again: folders of scenarios, personas, packs.
struct ShippedFolders {
    std::string library, personas, packs;
};

/// One step a file, in the order of the bundle, which must outlive the steps. Error (system): something can't be read.
[[nodiscard]] Result<std::vector<ImportStep>> plan_import(const Bundle& bundle, const VersionStore& store,
                                                          const ShippedFolders& shipped);

struct ImportOutcome {
    int written = 0, left = 0;      ///< `left`: conflicts that nobody settled
    std::vector<std::string> kept;  ///< files into which what was there has gone
};

/// Scenarios become drafts. `replace`: ids whose conflicts are settled for the bundle. Error (system): a file can't be
/// written; those before it are.
[[nodiscard]] Result<ImportOutcome> apply_import(const std::vector<ImportStep>& steps,
                                                 const std::vector<std::string>& replace);

}  // namespace huashu::app
