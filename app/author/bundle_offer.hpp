// What a team has to hand over, and the bundle (bundle.hpp) of what was chosen of it.
#pragma once

#include <string>
#include <vector>

#include "author/bundle_import.hpp"

namespace huashu::app {

/// Something that can go into a bundle.
struct BundleOffer {
    enum class From : std::uint8_t { draft, published, shipped };
    BundleKind kind = BundleKind::scenario;
    std::string id, title;
    std::string path;  ///< its file; of a pack the folder
    From from = From::draft;
    bool operator==(const BundleOffer&) const = default;
};
[[nodiscard]] std::string_view name_of(BundleOffer::From value);

/// Each id once, as it is nearest: the draft, else what was published, else what is shipped. What can't be read is left
/// out. Sorted: one's own before what is shipped, scenarios, then personas, then packs, each by id.
[[nodiscard]] std::vector<BundleOffer> bundle_offers(const VersionStore& store, const ShippedFolders& shipped);

/// The bundle of these; a scenario brings its persona. Errors: (content) one is not what it should be; (system).
[[nodiscard]] Result<Bundle> bundle_of(const std::vector<BundleOffer>& chosen, const VersionStore& store,
                                       const ShippedFolders& shipped, const std::string& title);

/// The hashes of the published versions that this text of a scenario follows.
[[nodiscard]] std::vector<std::string> earlier_versions(const VersionStore& store, const std::string& id,
                                                        const std::string& text);

}  // namespace huashu::app
