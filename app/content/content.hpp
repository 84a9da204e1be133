// Loads what the program plays with, in the one order that works: pack, engine, scenarios. Commands and the desktop
// load through here, so that they can't disagree about what is usable.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "scenarios/library.hpp"
#include "scoring/engine.hpp"

namespace huashu::app {

struct ContentFolders {
    std::string pack;      ///< of the rule pack
    std::string library;   ///< of the scenarios; empty: none are loaded
    std::string personas;  ///< empty: `../personas` beside the library
};

/// The shipped ones below `share`. `pack` is the id of a shipped pack or the path of a folder; `library` a path.
/// Both may be empty: the shipped ones.
[[nodiscard]] ContentFolders content_folders(const std::string& share, const std::string& pack = {},
                                             const std::string& library = {});

struct Content {
    std::unique_ptr<const scoring::Engine> engine;
    std::vector<scenarios::Scenario> scenarios;  ///< sorted by difficulty, then id
    Diagnostics problems;                        ///< of what was left out: unsound rules and scenarios

    /// Null when there is none of that id.
    [[nodiscard]] const scenarios::Scenario* find(std::string_view scenario_id) const;
};

/// What is unsound is left out and reported in `problems`; the rest is usable.
/// Error: no pack at all (the folder, its pack.json), or no such library folder.
[[nodiscard]] Result<Content> load_content(const ContentFolders& folders);

/// Only the engine, with the same rules.
[[nodiscard]] Result<std::unique_ptr<const scoring::Engine>> load_engine(const std::string& pack_folder,
                                                                         Diagnostics& problems);

}  // namespace huashu::app
