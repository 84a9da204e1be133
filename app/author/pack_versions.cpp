#include "author/pack_versions.hpp"

#include <unistd.h>

#include <algorithm>
#include <ctime>
#include <filesystem>

#include "author/replace_file.hpp"
#include "author/rule_pack.hpp"
#include "author/versions_files.hpp"
#include "paths/paths.hpp"
#include "scoring/json.hpp"

namespace fs = std::filesystem;

namespace huashu::app {
namespace {

std::string pack_now() {
    const std::time_t now = std::time(nullptr);
    std::tm utc{};
    gmtime_r(&now, &utc);
    char text[32];
    return std::string(text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc));
}

bool is_pack_there(const std::string& folder) {
    std::error_code failed;
    return fs::is_regular_file(folder + "/pack.json", failed);
}

tl::unexpected<Error> pack_refused(Error::Cause cause, const std::string& folder, const char* code, std::string text,
                                   std::string remedy) {
    return fail(
        cause,
        {.code = code, .text = std::move(text), .remedy = std::move(remedy), .place = {.file = folder}, .excerpt = {}});
}

// The copy appears whole in the place of what was there.
Result<void> copy_over(const std::string& from, const std::string& to) {
    if (auto made = make_folder(fs::path(to).parent_path().string()); !made) return made;
    const std::string fresh = to + ".fresh-" + std::to_string(getpid());
    const std::string old = to + ".old-" + std::to_string(getpid());
    std::error_code ignored;
    fs::remove_all(fresh, ignored);
    if (auto done = copy_rule_pack(from, fresh, {}); !done) return done;
    std::error_code failed;
    if (fs::exists(to, ignored)) fs::rename(to, old, failed);
    if (!failed) fs::rename(fresh, to, failed);
    fs::remove_all(fresh, ignored);
    if (!failed) fs::remove_all(old, ignored);
    if (!failed) return {};
    return pack_refused(Error::Cause::system, to, "pack-unwritable", "the pack can't be written: " + failed.message(),
                        "check the free space and the folder's permissions");
}

const VersionEntry* newest_pack(const std::vector<VersionEntry>& entries, VersionEvent event) {
    const auto found =
        std::find_if(entries.rbegin(), entries.rend(), [&](const VersionEntry& entry) { return entry.event == event; });
    return found == entries.rend() ? nullptr : &*found;
}

void protect_pack(const std::string& folder) {
    std::error_code failed, ignored;  // a hint to editors; the hash is what tells
    for (fs::recursive_directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed))
        if (at->is_regular_file(ignored))
            fs::permissions(at->path(), fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read,
                            ignored);
}

}  // namespace

Result<std::string> pack_files_hash(const std::string& folder) {
    std::vector<std::string> names;
    std::error_code failed;
    for (fs::recursive_directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed))
        if (at->is_regular_file(failed)) names.push_back(at->path().lexically_relative(folder).generic_string());
    if (failed)
        return pack_refused(Error::Cause::system, folder, "folder-unreadable",
                            "the folder can't be read: " + failed.message(), "check its permissions");
    std::sort(names.begin(), names.end());
    std::string all;
    for (const std::string& name : names) {
        const auto text = read_text_file(folder + "/" + name);
        if (!text) return tl::unexpected(text.error());
        all += name + "\n" + std::to_string(text->size()) + "\n" + *text;
    }
    return blake2b_hex(all);
}

PackStore::PackStore(std::string store_folder, std::function<std::string()> now)
    : folder_(std::move(store_folder) + "/packs"), now_(now ? std::move(now) : pack_now) {}

std::string PackStore::version_folder_of(const std::string& id, int number) const {
    return version_folder(item_folder(id), number);
}

VersionedPack PackStore::item(const std::string& id) const {
    VersionedPack item{id, is_pack_there(draft_folder(id)), is_pack_there(review_folder(id))};
    const auto entries = history(id);
    const VersionEntry* newest = entries ? newest_pack(*entries, VersionEvent::published) : nullptr;
    if (newest != nullptr) item.published = newest->number;
    if (item.has_draft) {
        const auto hash = pack_files_hash(draft_folder(id));
        item.draft_differs = newest == nullptr || !hash || *hash != newest->hash;
    }
    return item;
}

Result<std::vector<VersionEntry>> PackStore::history(const std::string& id) const {
    return load_version_history(item_folder(id) + "/history.json");
}

Result<void> PackStore::note_down(const std::string& id, VersionEntry entry) const {
    auto entries = history(id);
    if (!entries) return tl::unexpected(entries.error());
    entry.at = now_();
    entries->push_back(std::move(entry));
    if (auto made = make_folder(item_folder(id)); !made) return made;
    return replace_file(item_folder(id) + "/history.json", version_history_text(id, *entries));
}

Result<void> PackStore::submit(const std::string& id, const std::string& by, const std::string& note) const {
    if (!is_pack_there(draft_folder(id)))
        return pack_refused(Error::Cause::usage, draft_folder(id), "no-draft", "there is no draft of " + id,
                            "begin one in the window: Write, Rules");
    const auto hash = pack_files_hash(draft_folder(id));
    if (!hash) return tl::unexpected(hash.error());
    if (auto done = copy_over(draft_folder(id), review_folder(id)); !done) return done;
    return note_down(id, {VersionEvent::submitted, 0, *hash, {}, {}, by, note});
}

Result<void> PackStore::send_back(const std::string& id, const std::string& by, const std::string& note) const {
    if (!is_pack_there(review_folder(id)))
        return pack_refused(Error::Cause::usage, review_folder(id), "not-in-review", id + " is not in review",
                            "submit it first");
    if (auto done = note_down(id, {VersionEvent::returned, 0, {}, {}, {}, by, note}); !done) return done;
    std::error_code failed;
    fs::remove_all(review_folder(id), failed);
    if (!failed) return {};
    return pack_refused(Error::Cause::system, review_folder(id), "file-unremovable",
                        "it can't be taken away: " + failed.message(), "check the folder's permissions");
}

Result<int> PackStore::publish(const std::string& id, const std::string& content_hash, const std::string& by,
                               const std::string& note) const {
    const std::string review = review_folder(id);
    if (!is_pack_there(review))
        return pack_refused(Error::Cause::usage, review, "not-in-review", id + " is not in review", "submit it first");
    const auto entries = history(id);
    if (!entries) return tl::unexpected(entries.error());
    const auto hash = pack_files_hash(review);
    if (!hash) return tl::unexpected(hash.error());
    const VersionEntry* submitted = newest_pack(*entries, VersionEvent::submitted);
    if (submitted == nullptr || submitted->hash != *hash)
        return pack_refused(Error::Cause::usage, review, "review-changed", "this is not what was submitted",
                            "submit the draft again");
    if (const auto problems = verify(id); !problems)
        return tl::unexpected(problems.error());
    else if (has_errors(*problems))
        return tl::unexpected(Error{Error::Cause::content, *problems});
    const std::vector<int> numbers = version_numbers(item_folder(id));
    const int number = numbers.empty() ? 1 : numbers.back() + 1;
    if (auto made = make_folder(item_folder(id)); !made) return tl::unexpected(made.error());
    const std::string version = version_folder_of(id, number);
    if (auto done = copy_rule_pack(review, version, {}); !done) return tl::unexpected(done.error());
    protect_pack(version);
    if (auto done = note_down(id, {VersionEvent::published, number, *hash, content_hash, {}, by, note}); !done)
        return tl::unexpected(done.error());
    if (auto done = copy_over(review, library_folder(id)); !done) return tl::unexpected(done.error());
    std::error_code ignored;  // what is left in review is what was published: no harm
    fs::remove_all(review, ignored);
    return number;
}

Result<std::string> PackStore::restore(const std::string& id, int number, const std::string& by) const {
    const std::string version = version_folder_of(id, number);
    if (!is_pack_there(version))
        return pack_refused(Error::Cause::usage, version, "unknown-version",
                            "there is no version " + std::to_string(number) + " of " + id, "look at its history");
    std::string kept;
    if (is_pack_there(draft_folder(id))) {
        const auto hash = pack_files_hash(draft_folder(id));
        if (!hash) return tl::unexpected(hash.error());
        kept = folder_ + "/kept/" + id + "-" + hash->substr(0, 12);
        if (auto done = copy_over(draft_folder(id), kept); !done) return tl::unexpected(done.error());
    }
    if (auto done = copy_over(version, draft_folder(id)); !done) return tl::unexpected(done.error());
    if (auto done = note_down(id, {VersionEvent::restored, number, {}, {}, {}, by, {}}); !done)
        return tl::unexpected(done.error());
    return kept;
}

Result<Diagnostics> PackStore::verify(const std::string& id) const {
    const auto entries = history(id);
    if (!entries) return tl::unexpected(entries.error());
    Diagnostics problems;
    for (const VersionEntry& entry : *entries) {
        if (entry.event != VersionEvent::published) continue;
        const std::string folder = version_folder_of(id, entry.number);
        const auto hash = pack_files_hash(folder);
        if (hash && *hash == entry.hash) continue;
        problems.push_back({.code = "version-changed",
                            .text = "version " + std::to_string(entry.number) + " of " + id +
                                    (hash ? " is not what was published" : " is missing or can't be read"),
                            .remedy = "bring the folder back from a copy; a published version is never edited, "
                                      "restore it and publish a new one",
                            .place = {.file = folder},
                            .excerpt = {}});
    }
    return problems;
}

}  // namespace huashu::app
