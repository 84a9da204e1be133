#include "author/versions.hpp"

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <set>

#include "author/replace_file.hpp"
#include "author/versions_files.hpp"
#include "paths/paths.hpp"
#include "scoring/json.hpp"

namespace fs = std::filesystem;

namespace huashu::app {
namespace {

std::string now_in_utc() {
    const std::time_t now = std::time(nullptr);
    std::tm utc{};
    gmtime_r(&now, &utc);
    char text[32];
    return std::string(text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc));
}

bool is_file(const std::string& path) {
    std::error_code failed;
    return fs::is_regular_file(path, failed);
}

tl::unexpected<Error> refused(const std::string& file, const char* code, std::string text, std::string remedy) {
    return fail(
        Error::Cause::usage,
        {.code = code, .text = std::move(text), .remedy = std::move(remedy), .place = {.file = file}, .excerpt = {}});
}

Result<void> put(const std::string& file, const std::string& text) {
    if (auto made = make_folder(fs::path(file).parent_path().string()); !made) return made;
    return replace_file(file, text);
}

Result<void> take_away(const std::string& file) {
    std::error_code failed;
    fs::remove(file, failed);
    if (!failed) return {};
    return fail(Error::Cause::system, {.code = "file-unremovable",
                                       .text = "it can't be taken away: " + failed.message(),
                                       .remedy = "check the folder's permissions",
                                       .place = {.file = file},
                                       .excerpt = {}});
}

void add_ids(const std::string& folder, bool folders, std::set<std::string>& ids) {
    std::error_code failed;
    for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
        const bool fits = folders ? at->is_directory(failed) : at->path().extension() == ".json";
        const std::string id = at->path().stem().string();
        if (fits && is_content_id(id)) ids.insert(id);
    }
}

const VersionEntry* newest_published(const std::vector<VersionEntry>& entries) {
    const auto found = std::find_if(entries.rbegin(), entries.rend(),
                                    [](const VersionEntry& entry) { return entry.event == VersionEvent::published; });
    return found == entries.rend() ? nullptr : &*found;
}

}  // namespace

bool is_content_id(const std::string& id) {
    return !id.empty() && id.size() <= 100 && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

VersionStore::VersionStore(std::string folder, std::function<std::string()> now)
    : folder_(std::move(folder)), now_(now ? std::move(now) : now_in_utc) {}

std::string VersionStore::draft_file(const std::string& id) const { return folder_ + "/drafts/" + id + ".json"; }
std::string VersionStore::review_file(const std::string& id) const { return folder_ + "/review/" + id + ".json"; }
std::string VersionStore::library_file(const std::string& id) const { return folder_ + "/library/" + id + ".json"; }
std::string VersionStore::personas_folder() const { return folder_ + "/personas"; }
std::string VersionStore::item_folder(const std::string& id) const { return folder_ + "/versions/" + id; }

std::string VersionStore::version_file(const std::string& id, int number) const {
    return version_folder(item_folder(id), number) + "/" + id + ".json";
}

Result<std::vector<VersionedItem>> VersionStore::list() const {
    std::set<std::string> ids;
    for (const char* folder : {"/drafts", "/review", "/library"}) add_ids(folder_ + folder, false, ids);
    add_ids(folder_ + "/versions", true, ids);
    std::vector<VersionedItem> items;
    for (const std::string& id : ids) {
        const auto entries = history(id);
        if (!entries) return tl::unexpected(entries.error());
        VersionedItem item{id, is_file(draft_file(id)), is_file(review_file(id)), 0, false};
        if (const VersionEntry* newest = newest_published(*entries)) item.published = newest->number;
        if (item.has_draft) {
            const auto draft = read_text_file(draft_file(id));
            const auto newest = item.published > 0 ? read_text_file(version_file(id, item.published)) : draft;
            item.draft_differs = item.published == 0 || !draft || !newest || *draft != *newest;
        }
        items.push_back(std::move(item));
    }
    return items;
}

Result<std::vector<VersionEntry>> VersionStore::history(const std::string& id) const {
    return load_version_history(item_folder(id) + "/history.json");
}

Result<VersionFiles> VersionStore::version(const std::string& id, int number) const {
    const auto entries = history(id);
    if (!entries) return tl::unexpected(entries.error());
    for (const VersionEntry& entry : *entries)
        if (entry.event == VersionEvent::published && entry.number == number)
            return read_version(item_folder(id), id, entry);
    return refused(item_folder(id), "unknown-version", "there is no version " + std::to_string(number) + " of " + id,
                   "huashu version history " + id + " lists them");
}

Result<std::optional<int>> VersionStore::version_of(const std::string& id, const std::string& content_hash) const {
    const auto entries = history(id);
    if (!entries) return tl::unexpected(entries.error());
    for (const VersionEntry& entry : *entries)
        if (entry.event == VersionEvent::published && entry.content_hash == content_hash)
            return std::optional<int>(entry.number);
    return std::optional<int>();
}

Result<void> VersionStore::note_down(const std::string& id, VersionEntry entry) const {
    auto entries = history(id);
    if (!entries) return tl::unexpected(entries.error());
    entry.at = now_();
    entries->push_back(std::move(entry));
    return put(item_folder(id) + "/history.json", version_history_text(id, *entries));
}

Result<void> VersionStore::save_draft(const std::string& id, const std::string& text,
                                      const std::string* expected) const {
    const std::string file = draft_file(id);
    if (expected != nullptr) {
        const auto there = is_file(file) ? read_text_file(file) : Result<std::string>(std::string());
        if (!there) return tl::unexpected(there.error());
        if (*there != *expected && *there != text)
            return refused(file, "draft-changed", "somebody else has saved this draft meanwhile",
                           "huashu merge brings both together: BASE is what you began with");
    }
    return put(file, text);
}

Result<void> VersionStore::bring_persona(const std::string& id, const std::string& text) const {
    const std::string file = personas_folder() + "/" + id + ".json";
    return is_file(file) ? Result<void>() : put(file, text);
}

Result<void> VersionStore::submit(const std::string& id, const std::string& by, const std::string& note) const {
    const std::string file = draft_file(id);
    if (!is_file(file))
        return refused(file, "no-draft", "there is no draft of " + id, "huashu version add FILE makes one");
    const auto draft = read_text_file(file);
    if (!draft) return tl::unexpected(draft.error());
    if (auto done = put(review_file(id), *draft); !done) return done;
    return note_down(id, {VersionEvent::submitted, 0, blake2b_hex(*draft), {}, {}, by, note});
}

Result<void> VersionStore::send_back(const std::string& id, const std::string& by, const std::string& note) const {
    if (!is_file(review_file(id)))
        return refused(review_file(id), "not-in-review", id + " is not in review", "huashu version list shows what is");
    if (auto done = note_down(id, {VersionEvent::returned, 0, {}, {}, {}, by, note}); !done) return done;
    return take_away(review_file(id));
}

Result<int> VersionStore::publish(const std::string& id, const VersionFiles& files, const std::string& content_hash,
                                  const std::string& by, const std::string& note) const {
    const std::string file = review_file(id);
    if (!is_file(file))
        return refused(file, "not-in-review", id + " is not in review",
                       "huashu version submit " + id + " puts it there");
    const auto entries = history(id);
    if (!entries) return tl::unexpected(entries.error());
    const auto submitted = std::find_if(entries->rbegin(), entries->rend(), [](const VersionEntry& entry) {
        return entry.event == VersionEvent::submitted;
    });
    if (submitted == entries->rend() || submitted->hash != blake2b_hex(files.scenario))
        return refused(file, "review-changed", "this is not the text that was submitted", "submit the draft again");
    if (const VersionEntry* newest = newest_published(*entries))
        if (const auto intact = read_version(item_folder(id), id, *newest); !intact)
            return tl::unexpected(intact.error());
    const int number = newest_number(id) + 1;
    if (auto done = write_version(item_folder(id), id, number, files); !done) return tl::unexpected(done.error());
    VersionEntry entry{
        VersionEvent::published, number, version_hash(files.scenario, files.persona), content_hash, {}, by, note};
    if (auto done = note_down(id, std::move(entry)); !done) return tl::unexpected(done.error());
    if (auto done = bring_persona(files.persona_id, files.persona); !done) return tl::unexpected(done.error());
    if (auto done = put(library_file(id), files.scenario); !done) return tl::unexpected(done.error());
    if (auto done = take_away(file); !done) return tl::unexpected(done.error());
    return number;
}

Result<std::string> VersionStore::restore(const std::string& id, int number, const std::string& by) const {
    const auto files = version(id, number);
    if (!files) return tl::unexpected(files.error());
    std::string kept;
    if (const auto draft =
            is_file(draft_file(id)) ? read_text_file(draft_file(id)) : Result<std::string>(std::string());
        draft && !draft->empty() && !is_any_version(item_folder(id), id, *draft)) {
        kept = folder_ + "/drafts/kept/" + id + "-" + blake2b_hex(*draft).substr(0, 12) + ".json";
        if (auto done = put(kept, *draft); !done) return tl::unexpected(done.error());
    }
    if (auto done = put(draft_file(id), files->scenario); !done) return tl::unexpected(done.error());
    if (auto done = note_down(id, {VersionEvent::restored, number, {}, {}, {}, by, {}}); !done)
        return tl::unexpected(done.error());
    return kept;
}

int VersionStore::newest_number(const std::string& id) const {
    const std::vector<int> numbers = version_numbers(item_folder(id));
    return numbers.empty() ? 0 : numbers.back();
}

}  // namespace huashu::app
