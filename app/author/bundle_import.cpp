#include "author/bundle_import.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include "author/replace_file.hpp"
#include "paths/paths.hpp"
#include "scoring/json.hpp"

namespace fs = std::filesystem;

namespace huashu::app {
namespace {

bool is_there(const std::string& file) {
    std::error_code failed;
    return fs::is_regular_file(file, failed);
}

struct ImportPlaces {
    std::string file;                  ///< where it goes
    std::vector<std::string> present;  ///< where it may be now, the nearest first
};

ImportPlaces places_of(const BundleItem& item, const ZipFile& file, const VersionStore& store,
                       const ShippedFolders& shipped) {
    if (item.kind == BundleKind::scenario)
        return {store.draft_file(item.id),
                {store.draft_file(item.id), store.library_file(item.id), shipped.library + "/" + item.id + ".json"}};
    if (item.kind == BundleKind::persona) {
        const std::string own = store.personas_folder() + "/" + item.id + ".json";
        return {own, {own, shipped.personas + "/" + item.id + ".json"}};
    }
    const std::string own = store.folder() + "/" + file.name;
    return {own, {own, shipped.packs + file.name.substr(std::string_view("packs").size())}};
}

Result<ImportState> state_of(const BundleItem& item, const ZipFile& file, const std::string& present) {
    if (present.empty()) return ImportState::fresh;
    const auto there = read_text_file(present);
    if (!there) return tl::unexpected(there.error());
    if (*there == file.bytes) return ImportState::same;
    const bool follows = std::find(item.earlier.begin(), item.earlier.end(), blake2b_hex(*there)) != item.earlier.end();
    return follows ? ImportState::newer : ImportState::conflict;
}

Result<void> write_step(const ImportStep& step, bool keep, ImportOutcome& outcome) {
    const fs::path target = step.file;
    if (auto made = make_folder(target.parent_path().string()); !made) return made;
    if (keep && is_there(step.file)) {
        const auto there = read_text_file(step.file);
        if (!there) return tl::unexpected(there.error());
        const fs::path kept =
            target.parent_path() / "kept" /
            (target.stem().string() + "-" + blake2b_hex(*there).substr(0, 12) + target.extension().string());
        if (auto made = make_folder(kept.parent_path().string()); !made) return made;
        if (auto done = replace_file(kept.string(), *there); !done) return done;
        outcome.kept.push_back(kept.string());
    }
    ++outcome.written;
    return replace_file(step.file, step.source->bytes);
}

}  // namespace

std::string_view name_of(ImportState value) {
    constexpr std::array<std::string_view, 4> names{"new", "same", "newer", "conflict"};
    return names[static_cast<std::size_t>(value)];
}

Result<std::vector<ImportStep>> plan_import(const Bundle& bundle, const VersionStore& store,
                                            const ShippedFolders& shipped) {
    std::vector<ImportStep> steps;
    for (const BundleItem& item : bundle.items)
        for (const ZipFile& file : item.files) {
            const ImportPlaces places = places_of(item, file, store, shipped);
            const auto present = std::find_if(places.present.begin(), places.present.end(), is_there);
            ImportStep step{item.kind, item.id, {}, places.file, present == places.present.end() ? "" : *present,
                            &file};
            const auto state = state_of(item, file, step.present);
            if (!state) return tl::unexpected(state.error());
            step.state = *state;
            steps.push_back(std::move(step));
        }
    return steps;
}

Result<ImportOutcome> apply_import(const std::vector<ImportStep>& steps, const std::vector<std::string>& replace) {
    ImportOutcome outcome;
    for (const ImportStep& step : steps) {
        const bool settled = std::find(replace.begin(), replace.end(), step.id) != replace.end();
        if (step.state == ImportState::same) continue;
        if (step.state == ImportState::conflict && !settled) {
            ++outcome.left;
            continue;
        }
        if (auto done = write_step(step, step.state == ImportState::conflict, outcome); !done)
            return tl::unexpected(done.error());
    }
    return outcome;
}

}  // namespace huashu::app
