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

/// All steps of one thing in the bundle, which is taken or left as a whole.
struct ImportItem {
    BundleKind kind = BundleKind::scenario;
    std::string id, title;
    ImportState state = ImportState::fresh;
    std::string present;  ///< what is there now; of a pack one of its files; empty: nothing
    std::size_t files = 0, bytes = 0;
};

/// Where shipped content lies, which a bundle may bring again: folders of scenarios, personas, packs.
struct ShippedFolders {
    std::string library, personas, packs;
};

/// One step a file, in the order of the bundle, which must outlive the steps. A pack that is there with some other file
/// is in conflict with all that differ: half of one and half of another would be no pack. Error (system): something
/// can't be read.
[[nodiscard]] Result<std::vector<ImportStep>> plan_import(const Bundle& bundle, const VersionStore& store,
                                                          const ShippedFolders& shipped);

[[nodiscard]] std::vector<ImportItem> import_items(const Bundle& bundle, const std::vector<ImportStep>& steps);

struct ImportOutcome {
    int written = 0, left = 0;      ///< `left`: conflicts that nobody settled
    std::vector<std::string> kept;  ///< files, of packs folders, into which what was there has gone
};

/// Scenarios and packs become drafts. `replace`: ids whose conflicts are settled for the bundle; `leave`: what is not
/// to be taken, as "scenario/leak". A pack appears whole or not at all. Error (system): a file can't be written; those
/// before it are.
[[nodiscard]] Result<ImportOutcome> apply_import(const std::vector<ImportStep>& steps,
                                                 const std::vector<std::string>& replace,
                                                 const std::vector<std::string>& leave = {});

}  // namespace huashu::app
