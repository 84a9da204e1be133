// What VersionStore::verify tells.
#include <algorithm>
#include <filesystem>

#include "author/versions.hpp"
#include "author/versions_files.hpp"
#include "scoring/json.hpp"

namespace huashu::app {
namespace {

Diagnostic about_store(Level level, const std::string& file, const char* code, std::string text, std::string remedy) {
    return {.level = level,
            .code = code,
            .text = std::move(text),
            .remedy = std::move(remedy),
            .place = {.file = file},
            .excerpt = {}};
}

}  // namespace

void VersionStore::verify_item(const std::string& id, Diagnostics& problems) const {
    const auto entries = history(id);
    if (!entries) {
        problems.insert(problems.end(), entries.error().diagnostics.begin(), entries.error().diagnostics.end());
        return;
    }
    std::vector<int> on_record;
    std::optional<VersionFiles> newest;
    for (const VersionEntry& entry : *entries) {
        if (entry.event != VersionEvent::published) continue;
        on_record.push_back(entry.number);
        const auto files = read_version(item_folder(id), id, entry);
        newest = files ? std::optional(*files) : std::nullopt;
        if (!files) problems.insert(problems.end(), files.error().diagnostics.begin(), files.error().diagnostics.end());
    }
    for (const int number : version_numbers(item_folder(id)))
        if (std::find(on_record.begin(), on_record.end(), number) == on_record.end())
            problems.push_back(about_store(
                Level::warning, version_folder(item_folder(id), number), "version-unrecorded",
                "this version is not on record: publishing it was broken off", "publish again; the folder may go"));
    if (!newest) return;
    const auto library = read_text_file(library_file(id));
    if (!library || *library != newest->scenario)
        problems.push_back(about_store(Level::error, library_file(id), "library-differs",
                                       "the library does not hold the newest published version of " + id,
                                       "copy the version's file over it"));
    const auto persona = read_text_file(personas_folder() + "/" + newest->persona_id + ".json");
    if (!persona || *persona != newest->persona)
        problems.push_back(about_store(Level::warning, personas_folder() + "/" + newest->persona_id + ".json",
                                       "persona-differs", "the persona has changed since " + id + " was published",
                                       "submit and publish " + id + " again, so that a version has both"));
}

Result<Diagnostics> VersionStore::verify() const {
    const auto items = list();
    if (!items) return tl::unexpected(items.error());
    Diagnostics problems;
    for (const VersionedItem& item : *items) verify_item(item.id, problems);
    return problems;
}

}  // namespace huashu::app
