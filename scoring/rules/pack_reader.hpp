// A pack from the texts of its files, wherever they come from.
#pragma once

#include <string>
#include <vector>

#include "model/training_data.hpp"
#include "scoring/json.hpp"
#include "scoring/pack.hpp"

namespace huashu::scoring {

/// The files of a pack, read but not yet understood.
struct PackFiles {
    JsonDocument header;  ///< pack.json
    struct RulesFile {
        std::string name;  ///< relative to the pack's folder
        Result<JsonDocument> document;
    };
    std::vector<RulesFile> rules;  ///< sorted by name
    std::vector<TrainingFile> training;
};

/// Error: an unsound header.
[[nodiscard]] Result<Loaded<Pack>> read_pack(const PackFiles& files);

}  // namespace huashu::scoring
