// What was done with a scenario on its way to being published: who, when, what, and the hashes that tell whether a
// published version is still what it was. One file beside the versions, a line for each thing done:
//
//     {"format": "huashu-history", "version": 1, "id": "leak", "entries": [
//       {"event": "published", "number": 1, "hash": "9f…", "content_hash": "0c…", "at": "2026-11-28T00:34:00Z",
//        "by": "林", "note": "first"}]}
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scoring/diagnostic.hpp"

namespace huashu::app {

enum class VersionEvent : std::uint8_t { submitted, returned, published, restored };
[[nodiscard]] std::string_view name_of(VersionEvent value);

struct VersionEntry {
    VersionEvent event = VersionEvent::submitted;
    int number = 0;            ///< of the published version, or of the one restored; else 0
    std::string hash;          ///< BLAKE2b-256 of the version's files (version_hash), hex
    std::string content_hash;  ///< as attempts know it (Scenario::content_hash); of `published` only
    std::string at;            ///< UTC, ISO 8601
    std::string by, note;      ///< may be empty
    bool operator==(const VersionEntry&) const = default;
};

/// The entries, the oldest first. A missing file is none. Errors: (content) no such format, a newer version of it.
[[nodiscard]] Result<std::vector<VersionEntry>> load_version_history(const std::string& file);
[[nodiscard]] std::string version_history_text(const std::string& id, const std::vector<VersionEntry>& entries);

/// Of a scenario's text and its persona's, each with its length.
[[nodiscard]] std::string version_hash(std::string_view scenario, std::string_view persona);
/// BLAKE2b-256 of the bytes, hex.
[[nodiscard]] std::string blake2b_hex(std::string_view bytes);

}  // namespace huashu::app
