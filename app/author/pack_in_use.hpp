// Which rule pack talks are scored with where nobody names one: the shipped pack, or a version that was published here.
// It stands in a file beside the versions (pack_versions.hpp), `<store>/packs/in-use.json`:
//
//     {"format": "huashu-pack-in-use", "version": 1, "id": "south", "number": 3, "at": "2026-11-28T00:34:00Z", "by":
//     "林"}
//
// Attempts hold the hash of the rules that judged them; a version never changes, so what an old attempt was scored with
// can be found again whatever is in use.
#pragma once

#include <optional>
#include <string>

#include "author/pack_versions.hpp"

namespace huashu::app {

struct PackInUse {
    std::string id;
    int number = 0;
    std::string at, by;
    std::string folder;  ///< of the version
    std::string title;   ///< of the pack
};

/// Nothing: the shipped pack. Errors: (content) the file is no such file, there is no such version, or it is not what
/// was published; (system) unreadable.
[[nodiscard]] Result<std::optional<PackInUse>> pack_in_use(const std::string& store_folder);

/// From the next start on. Errors: (usage) there is no such version; (content) it is not what was published; (system).
[[nodiscard]] Result<void> use_pack(const std::string& store_folder, const std::string& id, int number,
                                    const std::string& by);
/// Back to the shipped pack.
[[nodiscard]] Result<void> use_shipped_pack(const std::string& store_folder);

/// The folder of rules to load where `given` names none: of the pack in use, else `given`. What can't be used is told
/// in `problems`, and the shipped pack stands in for it.
[[nodiscard]] std::string pack_to_load(const std::string& given, const std::string& data_folder, Diagnostics& problems);

}  // namespace huashu::app
