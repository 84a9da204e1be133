// Scenarios, personas and rule packs in one file, to be handed to another team: `NAME.huashu`, a zip whose first entry,
// manifest.json, names every other with its size and its BLAKE2b-256 hash:
//
//     {"format": "huashu-bundle", "version": 1, "title": "…", "made_with": "huashu 0.1.0", "items": [
//       {"kind": "scenario", "id": "leak", "title": "…",
//        "files": [{"path": "scenarios/leak.json", "bytes": 9120, "hash": "…"}], "earlier": ["…"]}]}
//
// `earlier` holds the hashes of versions that this one follows: who has one of them takes the newer without a question.
// Kinds: `scenario` (scenarios/ID.json), `persona` (personas/ID.json), `pack` (packs/ID/…). The same items give the
// same bytes. A bundle from a stranger is read within the limits of bundle_zip.hpp; beyond that it is refused when an
// entry is not in the manifest, is not what the manifest says, lies elsewhere than its kind may, is no JSON of its kind
// and id, or when the bundle is of a newer version.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "author/bundle_zip.hpp"
#include "scoring/diagnostic.hpp"

namespace huashu::app {

enum class BundleKind : std::uint8_t { scenario, persona, pack };
[[nodiscard]] std::string_view name_of(BundleKind value);

struct BundleItem {
    BundleKind kind = BundleKind::scenario;
    std::string id, title;
    std::vector<ZipFile> files;        ///< one, but for packs
    std::vector<std::string> earlier;  ///< hashes; of scenarios only
};

struct Bundle {
    std::string title, made_with;
    std::vector<BundleItem> items;
};

/// Where in a bundle the files of an item lie: "scenarios/leak.json"; of a pack the folder "packs/zh/".
[[nodiscard]] std::string bundle_path(BundleKind kind, const std::string& id);

/// The file's bytes. Error (system): out of memory.
[[nodiscard]] Result<std::string> bundle_bytes(const Bundle& bundle);

/// Errors: (content) refused, with what is wrong; (system) the file can't be read.
[[nodiscard]] Result<Bundle> read_bundle(const std::string& file, const ZipLimits& limits = {});

/// One item from a file of a scenario or a persona. Error (content): it is neither, or has no id of its own.
[[nodiscard]] Result<BundleItem> bundle_item(const std::string& file, std::string text);
/// One item from the folder of a pack: every file of rules, words and labelled replies below it. Errors: (content) no
/// pack; (system).
[[nodiscard]] Result<BundleItem> bundle_pack_item(const std::string& folder);

}  // namespace huashu::app
