// What the sheet of handing over shows: what can go into a bundle and what was chosen, or what a bundle from somebody
// else would bring. Changed by update_exchange() only.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "author/bundle_offer.hpp"

namespace huashu::desktop {

enum class ExchangeSide : std::uint8_t { out, in };

struct ExchangeOffer {
    app::BundleOffer offer;
    bool chosen = false;
};

/// A file of the bundle that would be written.
struct ManifestLine {
    std::string path, hash;
    std::size_t bytes = 0;
};

/// What somebody wants of an item in a bundle.
struct ExchangeItem {
    app::ImportItem item;
    bool take = true;  ///< of a conflict: the bundle's, and what was there is kept beside it
};

/// A bundle that was read and found sound.
struct ExchangeBundle {
    std::string file;
    std::shared_ptr<const app::Bundle> bundle;
    std::vector<ExchangeItem> items;
};

/// What an import came to.
struct ExchangeDone {
    std::size_t taken = 0, left = 0;
    std::vector<std::string> kept;
};

struct ExchangeState {
    bool open = false;
    ExchangeSide side = ExchangeSide::out;
    std::vector<ExchangeOffer> offers;
    std::vector<ManifestLine> manifest;  ///< of what is chosen
    std::string folder;                  ///< where bundles are written
    std::vector<std::string> found;      ///< bundles that lie where one would look for them
    bool reading = false;
    std::optional<ExchangeBundle> bundle;
    Diagnostics refused;  ///< why the last bundle was not read
    std::string packed;   ///< the file that was written last
    std::optional<ExchangeDone> done;
    unsigned revision = 0;
};

}  // namespace huashu::desktop
