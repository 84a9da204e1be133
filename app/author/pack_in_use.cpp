#include "author/pack_in_use.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <filesystem>

#include "author/replace_file.hpp"
#include "json/json_writer.hpp"
#include "paths/paths.hpp"
#include "scoring/json_reader.hpp"

namespace fs = std::filesystem;

namespace huashu::app {
namespace {

std::string in_use_file(const std::string& store_folder) { return store_folder + "/packs/in-use.json"; }

Error not_usable(Error::Cause cause, const std::string& file, const char* code, std::string text, std::string remedy) {
    return {
        cause,
        {{.code = code, .text = std::move(text), .remedy = std::move(remedy), .place = {.file = file}, .excerpt = {}}}};
}

std::string utc_now() {
    const std::time_t now = std::time(nullptr);
    std::tm utc{};
    gmtime_r(&now, &utc);
    char text[32];
    return std::string(text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc));
}

std::string title_of(const std::string& folder) {
    const auto header = load_json(folder + "/pack.json");
    if (!header || header->root.kind() != JsonNode::Kind::object) return {};
    const JsonNode* title = header->root.find("title");
    return title != nullptr && title->kind() == JsonNode::Kind::string ? title->string() : "";
}

// A version is used only while it is what was published.
Result<void> check_version(const PackStore& store, const std::string& id, int number) {
    const std::string folder = store.version_folder_of(id, number);
    const auto entries = store.history(id);
    if (!entries) return tl::unexpected(entries.error());
    const auto entry = std::find_if(entries->begin(), entries->end(), [&](const VersionEntry& each) {
        return each.event == VersionEvent::published && each.number == number;
    });
    if (entry == entries->end())
        return tl::unexpected(not_usable(Error::Cause::usage, folder, "no-version",
                                         "there is no version " + std::to_string(number) + " of the pack " + id,
                                         "huashu version history packs/" + id + " lists them"));
    const auto hash = pack_files_hash(folder);
    if (!hash) return tl::unexpected(hash.error());
    if (*hash != entry->hash)
        return tl::unexpected(
            not_usable(Error::Cause::content, folder, "version-changed",
                       "version " + std::to_string(number) + " of the pack " + id + " is not what was published",
                       "use another version, or the shipped rules"));
    return {};
}

Result<PackInUse> read_in_use(const JsonDocument& document) {
    Diagnostics problems;
    ObjectReader in(*document.source, document.root, problems);
    PackInUse found;
    if (in.required_string("format") != "huashu-pack-in-use")
        in.report("format", "wrong-format", "this is a file of another format", "it says \"huashu-pack-in-use\"");
    (void)in.required_integer("version", 1, 1);
    found.id = in.required_string("id");
    found.number = static_cast<int>(in.required_integer("number", 1, 9999));
    found.at = in.optional_string("at");
    found.by = in.optional_string("by");
    in.done();
    if (!has_errors(problems)) return found;
    return tl::unexpected(Error{Error::Cause::content, std::move(problems)});
}

}  // namespace

Result<std::optional<PackInUse>> pack_in_use(const std::string& store_folder) {
    const std::string file = in_use_file(store_folder);
    std::error_code failed;
    if (!fs::exists(file, failed)) return std::optional<PackInUse>();
    const auto document = load_json(file);
    if (!document) return tl::unexpected(document.error());
    auto found = read_in_use(*document);
    if (!found) return tl::unexpected(found.error());
    const PackStore store(store_folder);
    if (auto sound = check_version(store, found->id, found->number); !sound) return tl::unexpected(sound.error());
    found->folder = store.version_folder_of(found->id, found->number);
    found->title = title_of(found->folder);
    return std::optional<PackInUse>(std::move(*found));
}

Result<void> use_pack(const std::string& store_folder, const std::string& id, int number, const std::string& by) {
    if (auto sound = check_version(PackStore(store_folder), id, number); !sound) return sound;
    std::string text;
    JsonWriter json(text);
    json.begin_object();
    json.member("format", "huashu-pack-in-use");
    json.member("version", 1);
    json.member("id", id);
    json.member("number", number);
    json.member("at", utc_now());
    if (!by.empty()) json.member("by", by);
    json.end_object();
    return replace_file(in_use_file(store_folder), text + "\n");
}

Result<void> use_shipped_pack(const std::string& store_folder) {
    const std::string file = in_use_file(store_folder);
    if (unlink(file.c_str()) == 0 || errno == ENOENT) return {};
    return tl::unexpected(not_usable(Error::Cause::system, file, "file-unwritable",
                                     std::string("it can't be taken away: ") + std::strerror(errno),
                                     "check the folder's permissions"));
}

std::string pack_to_load(const std::string& given, const std::string& data_folder, Diagnostics& problems) {
    if (!given.empty() || data_folder.empty()) return given;
    const auto found = pack_in_use((fs::path(data_folder) / "authoring").string());
    if (found) return *found ? (*found)->folder : given;
    for (Diagnostic problem : found.error().diagnostics) {
        problem.level = Level::warning;
        problem.remedy += "; the shipped rules are used";
        problems.push_back(std::move(problem));
    }
    return given;
}

}  // namespace huashu::app
