#include "desktop/editor/exchange_backstage.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>

#include "paths/paths.hpp"
#include "paths/write_new.hpp"

namespace fs = std::filesystem;

namespace huashu::desktop {
namespace {

constexpr std::size_t most_bundles_found = 12;

ExchangeWishes exchange_failed(const Error& error) { return {exchange_wish::Failed{error}}; }

bool listed(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

ExchangeWishes read_whole_bundle(const std::string& file, const std::string& store,
                                 const app::ShippedFolders& shipped) {
    Result<app::Bundle> read = app::read_bundle(file);
    if (!read) return {exchange_wish::Refused{read.error().diagnostics}};
    const auto bundle = std::make_shared<const app::Bundle>(std::move(*read));
    const auto steps = app::plan_import(*bundle, app::VersionStore(store), shipped);
    if (!steps) return {exchange_wish::Refused{steps.error().diagnostics}};
    ExchangeBundle out{file, bundle, {}};
    for (app::ImportItem& item : app::import_items(*bundle, *steps)) {
        const bool take = item.state == app::ImportState::fresh || item.state == app::ImportState::newer;
        out.items.push_back({std::move(item), take});
    }
    return {exchange_wish::BundleRead{std::move(out)}};
}

}  // namespace

struct PerformingExchange {
    ExchangeBackstage& b;

    ExchangeWishes operator()(const exchange_task::Show&) const {
        if (b.options_.store.empty()) return {};
        std::vector<ExchangeOffer> offers;
        for (app::BundleOffer& offer : app::bundle_offers(app::VersionStore(b.options_.store), b.options_.shipped))
            offers.push_back({std::move(offer)});
        return {exchange_wish::Shown{std::move(offers), b.found_bundles(), b.bundles_folder()}};
    }
    ExchangeWishes operator()(const exchange_task::List& t) const {
        const auto bundle = app::bundle_of(t.chosen, app::VersionStore(b.options_.store), b.options_.shipped, {});
        if (!bundle) return exchange_failed(bundle.error());
        std::vector<ManifestLine> manifest;
        for (const app::BundleItem& item : bundle->items)
            for (const app::ZipFile& file : item.files)
                manifest.push_back({file.name, app::blake2b_hex(file.bytes), file.bytes.size()});
        return {exchange_wish::Listed{std::move(manifest)}};
    }
    ExchangeWishes operator()(const exchange_task::Pack& t) const { return b.pack(t); }
    ExchangeWishes operator()(const exchange_task::Read& t) const {
        b.reading_ = std::async(std::launch::async, read_whole_bundle, t.file, b.options_.store, b.options_.shipped);
        return {};
    }
    ExchangeWishes operator()(const exchange_task::Import& t) const { return b.import(t.bundle); }
    ExchangeWishes operator()(const exchange_task::Poll&) const {
        if (!b.reading_.valid() || b.reading_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return {};
        return b.reading_.get();
    }
};

ExchangeWishes ExchangeBackstage::perform(const ExchangeTask& task) {
    return std::visit(PerformingExchange{*this}, task);
}

// The newest first.
std::vector<std::string> ExchangeBackstage::found_bundles() const {
    std::vector<std::pair<fs::file_time_type, std::string>> found;
    std::vector<std::string> folders = options_.look_in;
    folders.push_back(bundles_folder());
    for (const std::string& folder : folders) {
        std::error_code failed, ignored;
        for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed))
            if (at->path().extension() == ".huashu" && at->is_regular_file(ignored))
                found.emplace_back(at->last_write_time(ignored), at->path().string());
    }
    std::sort(found.begin(), found.end(), std::greater<>());
    if (found.size() > most_bundles_found) found.resize(most_bundles_found);
    std::vector<std::string> files;
    for (auto& [time, file] : found) files.push_back(std::move(file));
    return files;
}

// A bare name goes to the folder of bundles; a file that is there is never written over.
ExchangeWishes ExchangeBackstage::pack(const exchange_task::Pack& task) const {
    const auto bundle = app::bundle_of(task.chosen, app::VersionStore(options_.store), options_.shipped, task.title);
    if (!bundle) return exchange_failed(bundle.error());
    const auto bytes = app::bundle_bytes(*bundle);
    if (!bytes) return exchange_failed(bytes.error());
    fs::path file = task.name;
    if (file.extension() != ".huashu") file += ".huashu";
    if (!file.has_parent_path()) {
        if (const auto made = app::make_folder(bundles_folder()); !made) return exchange_failed(made.error());
        file = fs::path(bundles_folder()) / file;
    }
    const Result<void> written = app::write_new(file.string(), *bytes);
    return written ? ExchangeWishes{exchange_wish::Packed{file.string()}} : exchange_failed(written.error());
}

// Planned anew: somebody may have written to the store since the bundle was looked at. What was new then and is in
// conflict now was not agreed to, and is left.
ExchangeWishes ExchangeBackstage::import(const ExchangeBundle& chosen) const {
    const auto steps = app::plan_import(*chosen.bundle, app::VersionStore(options_.store), options_.shipped);
    if (!steps) return exchange_failed(steps.error());
    std::vector<std::string> replace, leave;
    ExchangeDone done;
    for (const ExchangeItem& each : chosen.items) {
        const std::string name = std::string(name_of(each.item.kind)) + "/" + each.item.id;
        if (!each.take) leave.push_back(name);
        if (each.take && each.item.state == app::ImportState::conflict) replace.push_back(name);
    }
    auto outcome = app::apply_import(*steps, replace, leave);
    if (!outcome) return exchange_failed(outcome.error());
    for (const app::ImportItem& item : app::import_items(*chosen.bundle, *steps)) {
        if (item.state == app::ImportState::same) continue;
        const std::string name = std::string(name_of(item.kind)) + "/" + item.id;
        const bool is_left =
            listed(leave, name) || (item.state == app::ImportState::conflict && !listed(replace, name));
        ++(is_left ? done.left : done.taken);
    }
    done.kept = std::move(outcome->kept);
    return {exchange_wish::Imported{std::move(done)}};
}

std::vector<std::string> folders_of_downloads() {
    const char* home = std::getenv("HOME");
    if (home == nullptr) return {};
    std::vector<std::string> folders{home};
    for (const char* name : {"Downloads", "Desktop", "Documents", "下載", "下载", "桌面", "文件", "文档"})
        folders.push_back((fs::path(home) / name).string());
    return folders;
}

}  // namespace huashu::desktop
