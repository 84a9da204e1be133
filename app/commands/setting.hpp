// What a command stands on: where things are, the language, the page to draw on. Made from the global options.
#pragma once

#include <string>

#include "commands/io.hpp"
#include "content/content.hpp"
#include "play/page.hpp"

namespace huashu::app {

struct Setting {
    std::string share;       ///< folder of shipped files
    ContentFolders folders;  ///< of rules and scenarios
    Page page;
};

/// Where no pack is named the one in use is taken (author/pack_in_use.hpp); one that can't be used is told.
/// Errors: (usage) an unknown language; (system) no shipped files, no dictionaries; (content) broken words.
[[nodiscard]] Result<Setting> make_setting(const GlobalOptions& globals, const Io& io);

/// A scenario by its id in the library, or by the path of a file (anything with a '/' or ending in .json).
/// Errors: (usage) no scenario of that id, with those that are nearest; (content) the file has errors.
[[nodiscard]] Result<scenarios::Scenario> load_named_scenario(const std::string& name, const ContentFolders& folders,
                                                              const scoring::Engine& engine);

}  // namespace huashu::app
