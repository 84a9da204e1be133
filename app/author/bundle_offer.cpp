#include "author/bundle_offer.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>

#include "scoring/json.hpp"

namespace fs = std::filesystem;

namespace huashu::app {
namespace {

class OfferCollector {
public:
    void scenarios(const std::string& folder, BundleOffer::From from) {
        files(folder, from, BundleKind::scenario, "title");
    }
    void personas(const std::string& folder, BundleOffer::From from) {
        files(folder, from, BundleKind::persona, "name");
    }
    void packs(const std::string& folder, BundleOffer::From from) {
        for (const fs::path& path : entries(folder))
            add(BundleKind::pack, path.filename().string(), path.string(), path.string() + "/pack.json", "title", from);
    }
    std::vector<BundleOffer> take() {
        std::stable_sort(found_.begin(), found_.end(), [](const BundleOffer& a, const BundleOffer& b) {
            const auto order = [](const BundleOffer& offer) {
                return std::tuple(offer.from == BundleOffer::From::shipped, offer.kind, offer.id);
            };
            return order(a) < order(b);
        });
        return std::move(found_);
    }

private:
    static std::vector<fs::path> entries(const std::string& folder) {
        std::vector<fs::path> found;
        std::error_code failed;
        for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed))
            found.push_back(at->path());
        std::sort(found.begin(), found.end());
        return found;
    }
    void files(const std::string& folder, BundleOffer::From from, BundleKind kind, const char* title_key) {
        for (const fs::path& path : entries(folder))
            if (path.extension() == ".json")
                add(kind, path.stem().string(), path.string(), path.string(), title_key, from);
    }
    void add(BundleKind kind, const std::string& id, const std::string& path, const std::string& file,
             const char* title_key, BundleOffer::From from) {
        if (!is_content_id(id) || seen_.contains({kind, id})) return;
        const auto document = load_json(file);
        if (!document || document->root.kind() != JsonNode::Kind::object) return;
        seen_.insert({kind, id});
        const JsonNode* title = document->root.find(title_key);
        const bool has_title = title != nullptr && title->kind() == JsonNode::Kind::string;
        found_.push_back({kind, id, has_title ? title->string() : id, path, from});
    }

    std::set<std::pair<BundleKind, std::string>> seen_;
    std::vector<BundleOffer> found_;
};

// Named twice, or brought by two scenarios: once is enough.
void put_once(BundleItem item, Bundle& bundle) {
    const bool known = std::any_of(bundle.items.begin(), bundle.items.end(), [&](const BundleItem& other) {
        return other.kind == item.kind && other.id == item.id;
    });
    if (!known) bundle.items.push_back(std::move(item));
}

std::string persona_named_in(const std::string& file, const std::string& text) {
    const auto document = parse_json(file, text);
    if (!document || document->root.kind() != JsonNode::Kind::object) return {};
    const JsonNode* persona = document->root.find("persona");
    const bool named = persona != nullptr && persona->kind() == JsonNode::Kind::string;
    return named && is_content_id(persona->string()) ? persona->string() : "";
}

// The store's persona, else the shipped one.
std::string persona_file(const std::string& id, const VersionStore& store, const ShippedFolders& shipped) {
    const std::string own = store.personas_folder() + "/" + id + ".json";
    std::error_code failed;
    return fs::is_regular_file(own, failed) ? own : shipped.personas + "/" + id + ".json";
}

// A pack of one's own still has the id of the one that it was copied from; its folder is what tells it apart.
BundleItem named_as(BundleItem pack, const std::string& id) {
    const std::size_t prefix = bundle_path(pack.kind, pack.id).size();
    pack.id = id;
    for (ZipFile& file : pack.files) file.name = bundle_path(pack.kind, id) + file.name.substr(prefix);
    return pack;
}

Result<void> put_file(const std::string& file, const VersionStore& store, const ShippedFolders& shipped,
                      Bundle& bundle) {
    const auto text = read_text_file(file);
    if (!text) return tl::unexpected(text.error());
    auto item = bundle_item(file, *text);
    if (!item) return tl::unexpected(item.error());
    const bool is_scenario = item->kind == BundleKind::scenario;
    if (is_scenario) item->earlier = earlier_versions(store, item->id, *text);
    put_once(std::move(*item), bundle);
    const std::string persona = is_scenario ? persona_named_in(file, *text) : "";
    return persona.empty() ? Result<void>{} : put_file(persona_file(persona, store, shipped), store, shipped, bundle);
}

}  // namespace

std::string_view name_of(BundleOffer::From value) {
    constexpr std::array<std::string_view, 3> names{"draft", "published", "shipped"};
    return names[static_cast<std::size_t>(value)];
}

std::vector<BundleOffer> bundle_offers(const VersionStore& store, const ShippedFolders& shipped) {
    using From = BundleOffer::From;
    OfferCollector offers;
    offers.scenarios(store.folder() + "/drafts", From::draft);
    offers.scenarios(store.folder() + "/library", From::published);
    offers.scenarios(shipped.library, From::shipped);
    offers.personas(store.personas_folder(), From::draft);
    offers.personas(shipped.personas, From::shipped);
    offers.packs(store.folder() + "/packs/drafts", From::draft);
    offers.packs(store.folder() + "/packs/library", From::published);
    offers.packs(shipped.packs, From::shipped);
    return offers.take();
}

Result<Bundle> bundle_of(const std::vector<BundleOffer>& chosen, const VersionStore& store,
                         const ShippedFolders& shipped, const std::string& title) {
    Bundle bundle{title, {}, {}};
    for (const BundleOffer& offer : chosen) {
        if (offer.kind != BundleKind::pack) {
            if (auto put = put_file(offer.path, store, shipped, bundle); !put) return tl::unexpected(put.error());
            continue;
        }
        auto item = bundle_pack_item(offer.path);
        if (!item) return tl::unexpected(item.error());
        put_once(named_as(std::move(*item), offer.id), bundle);
    }
    return bundle;
}

std::vector<std::string> earlier_versions(const VersionStore& store, const std::string& id, const std::string& text) {
    std::vector<std::string> hashes;
    const auto entries = store.history(id);
    if (!entries) return hashes;
    for (const VersionEntry& entry : *entries) {
        if (entry.event != VersionEvent::published) continue;
        const auto version = store.version(id, entry.number);
        if (version && version->scenario == text) break;  // later ones follow this one
        if (version) hashes.push_back(blake2b_hex(version->scenario));
    }
    return hashes;
}

}  // namespace huashu::app
