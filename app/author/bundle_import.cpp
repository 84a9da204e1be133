#include "author/bundle_import.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "author/pack_versions.hpp"
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

// The folder of the pack of that id that is nearest: the draft, what was published, what is shipped.
std::string present_pack(const std::string& id, const PackStore& packs, const ShippedFolders& shipped) {
    for (const std::string& folder : {packs.draft_folder(id), packs.library_folder(id)})
        if (is_there(folder + "/pack.json")) return folder;
    return shipped.packs + "/" + id;
}

ImportPlaces places_of(const BundleItem& item, const ZipFile& file, const VersionStore& store,
                       const ShippedFolders& shipped) {
    if (item.kind == BundleKind::scenario)
        return {store.draft_file(item.id),
                {store.draft_file(item.id), store.library_file(item.id), shipped.library + "/" + item.id + ".json"}};
    if (item.kind == BundleKind::persona) {
        const std::string own = store.personas_folder() + "/" + item.id + ".json";
        return {own, {own, shipped.personas + "/" + item.id + ".json"}};
    }
    const std::string below = file.name.substr(bundle_path(item.kind, item.id).size());
    const PackStore packs(store.folder());
    return {packs.draft_folder(item.id) + "/" + below, {present_pack(item.id, packs, shipped) + "/" + below}};
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

using Steps = std::vector<ImportStep>;
using StepAt = Steps::const_iterator;

bool same_item(const ImportStep& one, const ImportStep& other) { return one.kind == other.kind && one.id == other.id; }

// Half of one pack and half of another would be no pack.
void settle_pack(Steps& steps, std::size_t first) {
    const auto begin = steps.begin() + static_cast<std::ptrdiff_t>(first);
    const auto is = [](ImportState state) { return [state](const ImportStep& step) { return step.state == state; }; };
    if (std::all_of(begin, steps.end(), is(ImportState::fresh)) ||
        std::all_of(begin, steps.end(), is(ImportState::same)))
        return;
    for (auto step = begin; step != steps.end(); ++step)
        if (step->state != ImportState::same) step->state = ImportState::conflict;
}

tl::unexpected<Error> pack_not_taken(const fs::path& folder, const std::error_code& why) {
    return fail(Error::Cause::system, {.code = "pack-unwritable",
                                       .text = "the pack can't be written: " + why.message(),
                                       .remedy = "check the free space and the folder's permissions",
                                       .place = {.file = folder.string()},
                                       .excerpt = {}});
}

Result<void> write_pack_files(StepAt begin, StepAt end, const fs::path& folder, const fs::path& fresh) {
    for (auto step = begin; step != end; ++step) {
        const fs::path file = fresh / fs::path(step->file).lexically_relative(folder);
        if (auto made = make_folder(file.parent_path().string()); !made) return made;
        if (auto done = replace_file(file.string(), step->source->bytes); !done) return done;
    }
    return {};
}

// What has the folder's name goes to `kept`, and `fresh` takes it.
Result<void> take_the_name(const fs::path& fresh, const fs::path& folder, ImportOutcome& outcome) {
    std::error_code failed, ignored;
    fs::path kept;
    if (fs::exists(folder, failed)) {
        const auto hash = pack_files_hash(folder.string());
        if (!hash) return tl::unexpected(hash.error());
        kept = folder.parent_path().parent_path() / "kept" / (folder.filename().string() + "-" + hash->substr(0, 12));
        if (auto made = make_folder(kept.parent_path().string()); !made) return made;
        fs::remove_all(kept, failed);  // the same bytes, kept before
        fs::rename(folder, kept, failed);
        if (failed) return pack_not_taken(folder, failed);
    }
    fs::rename(fresh, folder, failed);
    if (!failed) {
        if (!kept.empty()) outcome.kept.push_back(kept.string());
        return {};
    }
    if (!kept.empty()) fs::rename(kept, folder, ignored);
    return pack_not_taken(folder, failed);
}

// Into a folder beside it first, so that a full disk leaves what was there.
Result<void> write_pack(StepAt begin, StepAt end, const fs::path& folder, ImportOutcome& outcome) {
    const fs::path fresh = folder.string() + ".fresh-" + std::to_string(getpid());
    std::error_code ignored;
    fs::remove_all(fresh, ignored);
    auto done = write_pack_files(begin, end, folder, fresh);
    if (done) done = take_the_name(fresh, folder, outcome);
    if (!done) {
        fs::remove_all(fresh, ignored);
        return done;
    }
    outcome.written += static_cast<int>(end - begin);
    return {};
}

Result<void> apply_pack(StepAt begin, StepAt end, bool settled, ImportOutcome& outcome) {
    const auto is = [](ImportState state) { return [state](const ImportStep& step) { return step.state == state; }; };
    if (std::all_of(begin, end, is(ImportState::same))) return {};
    const auto conflicts = std::count_if(begin, end, is(ImportState::conflict));
    if (conflicts > 0 && !settled) {
        outcome.left += static_cast<int>(conflicts);
        return {};
    }
    // The folder that all its files lie below: file "…/drafts/zh/forbidden/a.json" of entry
    // "packs/zh/forbidden/a.json".
    const std::string below = begin->source->name.substr(bundle_path(begin->kind, begin->id).size());
    return write_pack(begin, end, begin->file.substr(0, begin->file.size() - below.size() - 1), outcome);
}

Result<void> apply_file(const ImportStep& step, bool settled, ImportOutcome& outcome) {
    if (step.state == ImportState::same) return {};
    if (step.state == ImportState::conflict && !settled) {
        ++outcome.left;
        return {};
    }
    return write_step(step, step.state == ImportState::conflict, outcome);
}

}  // namespace

std::string_view name_of(ImportState value) {
    constexpr std::array<std::string_view, 4> names{"new", "same", "newer", "conflict"};
    return names[static_cast<std::size_t>(value)];
}

Result<std::vector<ImportStep>> plan_import(const Bundle& bundle, const VersionStore& store,
                                            const ShippedFolders& shipped) {
    std::vector<ImportStep> steps;
    for (const BundleItem& item : bundle.items) {
        const std::size_t first = steps.size();
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
        if (item.kind == BundleKind::pack) settle_pack(steps, first);
    }
    return steps;
}

std::vector<ImportItem> import_items(const Bundle& bundle, const std::vector<ImportStep>& steps) {
    std::vector<ImportItem> items;
    for (const BundleItem& of : bundle.items) {
        ImportItem item{of.kind, of.id, of.title, ImportState::same};
        for (const ImportStep& step : steps) {
            if (step.kind != of.kind || step.id != of.id) continue;
            if (step.state != ImportState::same) item.state = step.state;
            if (item.present.empty()) item.present = step.present;
            ++item.files;
            item.bytes += step.source->bytes.size();
        }
        items.push_back(std::move(item));
    }
    return items;
}

Result<ImportOutcome> apply_import(const std::vector<ImportStep>& steps, const std::vector<std::string>& replace,
                                   const std::vector<std::string>& leave) {
    const auto named = [](const std::vector<std::string>& names, const std::string& name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    ImportOutcome outcome;
    for (auto at = steps.begin(); at != steps.end();) {
        const auto begin = at;
        while (at != steps.end() && same_item(*begin, *at)) ++at;
        const std::string name = std::string(name_of(begin->kind)) + "/" + begin->id;
        if (named(leave, name)) continue;
        const bool settled = named(replace, begin->id) || named(replace, name);
        const auto done = begin->kind == BundleKind::pack ? apply_pack(begin, at, settled, outcome)
                                                          : apply_file(*begin, settled, outcome);
        if (!done) return tl::unexpected(done.error());
    }
    return outcome;
}

}  // namespace huashu::app
