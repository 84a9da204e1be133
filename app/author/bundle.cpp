#include "author/bundle.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include "author/versions.hpp"
#include "json/json_writer.hpp"
#include "scoring/json_reader.hpp"
#include "version.hpp"

namespace fs = std::filesystem;

namespace huashu::app {
namespace {

constexpr std::array<std::string_view, 3> kind_names{"scenario", "persona", "pack"};

void write_item(JsonWriter& json, const BundleItem& item) {
    json.begin_object();
    json.member("kind", name_of(item.kind));
    json.member("id", item.id);
    json.member("title", item.title);
    json.key("files");
    json.begin_array();
    for (const ZipFile& file : item.files) {
        json.begin_object();
        json.member("path", file.name);
        json.member("bytes", file.bytes.size());
        json.member("hash", blake2b_hex(file.bytes));
        json.end_object();
    }
    json.end_array();
    if (!item.earlier.empty()) {
        json.key("earlier");
        json.begin_array();
        for (const std::string& hash : item.earlier) json.value(hash);
        json.end_array();
    }
    json.end_object();
}

std::string manifest_text(const Bundle& bundle) {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    json.member("format", "huashu-bundle");
    json.member("version", 1);
    json.member("title", bundle.title);
    json.member("made_with", bundle.made_with);
    json.key("items");
    json.begin_array();
    for (const BundleItem& item : bundle.items) write_item(json, item);
    json.end_array();
    json.end_object();
    return out + "\n";
}

tl::unexpected<Error> no_item(const std::string& file, std::string text, const char* remedy) {
    return fail(Error::Cause::content, {.code = "not-for-a-bundle",
                                        .text = std::move(text),
                                        .remedy = remedy,
                                        .place = {.file = file},
                                        .excerpt = {}});
}

// Rules, word lists and labelled replies, from which its model is trained.
bool is_pack_file(const std::string& extension) {
    return extension == ".json" || extension == ".txt" || extension == ".jsonl";
}

std::string string_member(const JsonNode& object, std::string_view key) {
    const JsonNode* found = object.kind() == JsonNode::Kind::object ? object.find(key) : nullptr;
    return found != nullptr && found->kind() == JsonNode::Kind::string ? found->string() : std::string();
}

}  // namespace

std::string_view name_of(BundleKind value) { return kind_names[static_cast<std::size_t>(value)]; }

std::string bundle_path(BundleKind kind, const std::string& id) {
    if (kind == BundleKind::pack) return "packs/" + id + "/";
    return (kind == BundleKind::scenario ? "scenarios/" : "personas/") + id + ".json";
}

Result<std::string> bundle_bytes(const Bundle& bundle) {
    Bundle sorted = bundle;
    if (sorted.made_with.empty()) sorted.made_with = "huashu " + std::string(version());
    std::sort(sorted.items.begin(), sorted.items.end(), [](const BundleItem& left, const BundleItem& right) {
        return std::tie(left.kind, left.id) < std::tie(right.kind, right.id);
    });
    std::vector<ZipFile> files;
    for (BundleItem& item : sorted.items)
        std::sort(item.files.begin(), item.files.end(),
                  [](const ZipFile& left, const ZipFile& right) { return left.name < right.name; });
    files.push_back({"manifest.json", manifest_text(sorted)});
    for (const BundleItem& item : sorted.items) files.insert(files.end(), item.files.begin(), item.files.end());
    return zip_bytes(files);
}

Result<BundleItem> bundle_item(const std::string& file, std::string text) {
    const auto document = parse_json(file, text);
    if (!document) return tl::unexpected(document.error());
    const std::string format = string_member(document->root, "format"), id = string_member(document->root, "id");
    if (format != "huashu-scenario" && format != "huashu-persona")
        return no_item(file, "this is neither a scenario nor a persona",
                       "name scenarios, personas or folders of packs");
    if (!is_content_id(id))
        return no_item(file, "it has no id of its own", "an id has lower case letters, digits, - and _");
    BundleItem item;
    item.kind = format == "huashu-scenario" ? BundleKind::scenario : BundleKind::persona;
    item.id = id;
    item.title = string_member(document->root, item.kind == BundleKind::scenario ? "title" : "name");
    item.files.push_back({bundle_path(item.kind, id), std::move(text)});
    return item;
}

Result<BundleItem> bundle_pack_item(const std::string& folder) {
    const std::string pack_file = (fs::path(folder) / "pack.json").string();
    const auto document = load_json(pack_file);
    if (!document) return tl::unexpected(document.error());
    BundleItem item{
        BundleKind::pack, string_member(document->root, "id"), string_member(document->root, "title"), {}, {}};
    if (!is_content_id(item.id))
        return no_item(pack_file, "the pack has no id of its own", "an id has lower case letters, digits, - and _");
    std::error_code failed;
    for (fs::recursive_directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
        const std::string extension = at->path().extension().string();
        if (!at->is_regular_file(failed) || !is_pack_file(extension)) continue;
        auto text = read_text_file(at->path().string());
        if (!text) return tl::unexpected(text.error());
        const std::string below = at->path().lexically_relative(folder).generic_string();
        item.files.push_back({bundle_path(item.kind, item.id) + below, std::move(*text)});
    }
    if (failed)
        return fail(Error::Cause::system, {.code = "folder-unreadable",
                                           .text = "the folder can't be read: " + failed.message(),
                                           .remedy = "check its permissions",
                                           .place = {.file = folder},
                                           .excerpt = {}});
    return item;
}

}  // namespace huashu::app
