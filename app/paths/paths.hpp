// Where things are: the shipped files (read only) and the user's own folder (records, settings).
//
// Shipped files keep the layout of the source tree, so that one set of names serves a checkout and an installation:
// scoring/packs, scenarios/library, scenarios/personas, scenarios/demo, assets/words, assets/….
#pragma once

#include <string>

#include "paths/surroundings.hpp"
#include "scoring/diagnostic.hpp"

namespace huashu::app {

/// The folder of shipped files: HUASHU_SHARE when set; else the first folder above the program that holds
/// scoring/packs/zh/pack.json (a checkout); else ../share/huashu beside the program's folder (an installation).
/// Error (system): none of them holds the rule pack.
[[nodiscard]] Result<std::string> find_share(const Surroundings& surroundings);

/// The user's folder: `given` (--data), else HUASHU_DATA, else $XDG_DATA_HOME/huashu, else ~/.local/share/huashu.
/// An XDG_DATA_HOME that is not absolute is ignored, as its specification says. The folder is not made.
/// Error (system): none is known, because HOME is not set either.
[[nodiscard]] Result<std::string> find_data(const std::string& given, const Surroundings& surroundings);

/// Where reports for people go: huashu/ in the user's folder of documents (XDG_DOCUMENTS_DIR, else ~/Documents when it
/// is there), else reports/ in the data folder. The folder is not made.
[[nodiscard]] std::string papers_folder(const std::string& data, const Surroundings& surroundings);

/// Makes a folder and those above it. Error (system): says why it can't be made.
[[nodiscard]] Result<void> make_folder(const std::string& folder);

[[nodiscard]] std::string pack_folder(const std::string& share, const std::string& id = "zh");
[[nodiscard]] std::string library_folder(const std::string& share);
[[nodiscard]] std::string personas_folder(const std::string& share);
/// The scenario that `huashu new scenario` begins with: "service", "facility" or "safety".
[[nodiscard]] std::string skeleton_file(const std::string& share, const std::string& family);
[[nodiscard]] std::string demo_folder(const std::string& share);
[[nodiscard]] std::string words_folder(const std::string& share);

}  // namespace huashu::app
