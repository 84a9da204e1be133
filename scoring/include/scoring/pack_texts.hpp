// A pack as it would be with other texts in the place of some of its files: how rules are checked while they are
// written, before anything is saved.
#pragma once

#include <map>
#include <string>

#include "scoring/pack.hpp"

namespace huashu::scoring {

struct PackTexts {
    std::map<std::string, std::string> files;  ///< by name relative to the folder; there or not
    std::string training_folder;               ///< whose utterances the model learns from; empty: the folder's own
};

/// As load_pack(). Problems are told at folder/name, whether the text came from there or not.
[[nodiscard]] Result<Loaded<Pack>> load_pack_with(const std::string& folder, const PackTexts& texts);

}  // namespace huashu::scoring
