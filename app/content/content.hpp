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
    /// Of scenarios that were published on this machine; they join the library. Empty, or not there: none were.
    std::string published{};
};

/// The shipped ones below `share`. `pack` is the id of a shipped pack or the path of a folder; `library` a path.
/// Both may be empty: the shipped ones; then what was published in `data_folder` joins the library.
[[nodiscard]] ContentFolders content_folders(const std::string& share, const std::string& pack = {},
                                             const std::string& library = {}, const std::string& data_folder = {});

struct Content {
    std::unique_ptr<const scoring::Engine> engine;
    std::vector<scenarios::Scenario> scenarios;  ///< sorted by difficulty, then id
    Diagnostics problems;                        ///< of what was left out: unsound rules and scenarios
    ContentFolders folders{};                    ///< that it was read from

    /// Null when there is none of that id.
    [[nodiscard]] const scenarios::Scenario* find(std::string_view scenario_id) const;
};

/// What is unsound is left out and reported in `problems`; the rest is usable.
/// Error: no pack at all (the folder, its pack.json), or no such library folder.
/// A published scenario takes the place of a shipped one of the same id.
[[nodiscard]] Result<Content> load_content(const ContentFolders& folders);

/// The cards of the same scenarios in the same order, without rules (scenarios/cards.hpp).
[[nodiscard]] std::vector<scenarios::ScenarioCard> read_cards(const ContentFolders& folders);

/// Only the engine, with the same rules.
[[nodiscard]] Result<std::unique_ptr<const scoring::Engine>> load_engine(const std::string& pack_folder,
                                                                         Diagnostics& problems);

}  // namespace huashu::app
