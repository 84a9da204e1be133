// A scenario as the commands of authors name it: a file, an id of the library, or a version in the store: ID@3,
// ID@draft, ID@review, ID@published.
#pragma once

#include <string>

#include "author/diff_consequences.hpp"
#include "author/versions.hpp"
#include "commands/setting.hpp"

namespace huashu::app {

/// The team's store: `given` (--store), else the folder `authoring` in the user's folder.
/// Error (system): none is known.
[[nodiscard]] Result<VersionStore> find_store(const std::string& given, const GlobalOptions& globals, Io& io);

/// Where the personas of the library are.
[[nodiscard]] std::string library_personas(const ContentFolders& folders);

/// Errors: (usage) there is no such version, no such scenario; (content) no JSON, or a version that was changed.
[[nodiscard]] Result<ScenarioSide> named_side(const std::string& name, const Setting& setting, const std::string& store,
                                              const GlobalOptions& globals, Io& io);

}  // namespace huashu::app
