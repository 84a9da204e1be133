// Reading a bundle of which nothing is believed before it is checked.
#include <algorithm>
#include <map>

#include "author/bundle.hpp"
#include "author/versions.hpp"
#include "scoring/json_reader.hpp"

namespace huashu::app {
namespace {

constexpr std::int64_t bundle_version = 1;
constexpr const char* manifest_name = "manifest.json";

std::optional<BundleKind> parse_kind(std::string_view name) {
    for (const BundleKind kind : {BundleKind::scenario, BundleKind::persona, BundleKind::pack})
        if (name_of(kind) == name) return kind;
    return std::nullopt;
}

class BundleReader {
public:
    BundleReader(const std::string& file, std::vector<ZipFile> files) : file_(file) {
        for (ZipFile& each : files) files_.emplace(std::move(each.name), std::move(each.bytes));
    }

    Result<Bundle> run() {
        const auto manifest = files_.find(manifest_name);
        if (manifest == files_.end())
            return refuse("bundle-no-manifest", "it holds no manifest.json", "this is a zip, but no bundle of huashu");
        auto document = parse_json(file_ + ":" + manifest_name, std::move(manifest->second));
        files_.erase(manifest);
        if (!document) return tl::unexpected(document.error());
        if (auto newer = refuse_newer(document->root); !newer) return tl::unexpected(newer.error());
        Bundle bundle = read_manifest(*document);
        if (has_errors(problems_)) return tl::unexpected(Error{Error::Cause::content, std::move(problems_)});
        if (!files_.empty())
            return refuse("bundle-unlisted", "'" + files_.begin()->first + "' is not in its manifest",
                          "somebody has put it in later; ask for the bundle again");
        for (const BundleItem& item : bundle.items)
            if (auto sound = check_item(item); !sound) return tl::unexpected(sound.error());
        return bundle;
    }

private:
    [[nodiscard]] tl::unexpected<Error> refuse(const char* code, std::string text, std::string remedy) const {
        return fail(Error::Cause::content, {.code = code,
                                            .text = std::move(text),
                                            .remedy = std::move(remedy),
                                            .place = {.file = file_},
                                            .excerpt = {}});
    }

    // Before anything else is looked at: a newer version may say everything otherwise.
    Result<void> refuse_newer(const JsonNode& root) const {
        const JsonNode* version = root.kind() == JsonNode::Kind::object ? root.find("version") : nullptr;
        if (version == nullptr || version->kind() != JsonNode::Kind::integer || version->integer() <= bundle_version)
            return {};
        return refuse("bundle-newer",
                      "this bundle is of version " + std::to_string(version->integer()) + "; this program knows " +
                          std::to_string(bundle_version),
                      "install a newer version of huashu");
    }

    Bundle read_manifest(const JsonDocument& document) {
        ObjectReader in(*document.source, document.root, problems_);
        Bundle bundle;
        if (in.required_string("format") != "huashu-bundle")
            in.report("format", "unknown-format", "this is no manifest of a bundle", "it says \"huashu-bundle\"");
        (void)in.required_integer("version", 1, bundle_version);
        bundle.title = in.optional_string("title");
        bundle.made_with = in.optional_string("made_with");
        for (const JsonNode& item : in.list("items", true))
            bundle.items.push_back(read_item(ObjectReader(*document.source, item, problems_)));
        in.done();
        return bundle;
    }

    BundleItem read_item(ObjectReader in) {
        BundleItem item;
        item.kind = in.required_name("kind", parse_kind, "a kind (scenario, persona, pack)", BundleKind::scenario);
        item.id = in.required_string("id");
        if (!is_content_id(item.id))
            in.report("id", "bundle-id", "this is no id", "an id has lower case letters, digits, - and _");
        item.title = in.optional_string("title");
        item.earlier = in.string_list("earlier");
        for (const JsonNode& file : in.list("files", true)) read_file(in, item, file);
        in.done();
        return item;
    }

    // Moves the bytes of the entry into the item, once they are what the manifest says.
    void read_file(ObjectReader& of_item, BundleItem& item, const JsonNode& node) {
        ObjectReader in(of_item.source(), node, problems_);
        const std::string path = in.required_string("path");
        const std::int64_t bytes = in.required_integer("bytes", 0, std::int64_t{1} << 40);
        const std::string hash = in.required_string("hash");
        in.done();
        const std::string place = bundle_path(item.kind, item.id);
        const bool fits = item.kind == BundleKind::pack
                              ? path.starts_with(place) && zip_name_problem(path).empty() &&
                                    (path.ends_with(".json") || path.ends_with(".txt") || path.ends_with(".jsonl"))
                              : path == place;
        if (!fits)
            return in.report("path", "bundle-path", "a file of this item does not lie at '" + path + "'",
                             "it belongs to " + place);
        const auto found = files_.find(path);
        if (found == files_.end())
            return in.report("path", "bundle-missing", "'" + path + "' is not in the bundle, or named twice");
        if (static_cast<std::int64_t>(found->second.size()) != bytes || blake2b_hex(found->second) != hash)
            return in.report("path", "bundle-hash", "'" + path + "' is not what the manifest says it is",
                             "it was damaged or changed; ask for the bundle again");
        item.files.push_back({path, std::move(found->second)});
        files_.erase(found);
    }

    Result<void> check_item(const BundleItem& item) const {
        for (const ZipFile& file : item.files) {
            if (!file.name.ends_with(".json")) continue;
            if (auto parsed = parse_json(file_ + ":" + file.name, file.bytes); !parsed)
                return tl::unexpected(parsed.error());
        }
        if (item.kind == BundleKind::pack) {
            if (std::none_of(item.files.begin(), item.files.end(), [&](const ZipFile& file) {
                    return file.name == bundle_path(item.kind, item.id) + "pack.json";
                }))
                return refuse("bundle-item", "the pack " + item.id + " has no pack.json", "ask for the bundle again");
            return {};
        }
        const auto found = bundle_item(file_ + ":" + item.files.front().name, item.files.front().bytes);
        if (!found) return tl::unexpected(found.error());
        if (found->kind != item.kind || found->id != item.id)
            return refuse("bundle-item",
                          "'" + item.files.front().name + "' is the " + std::string(name_of(found->kind)) + " " +
                              found->id + ", not what the manifest says",
                          "ask for the bundle again");
        return {};
    }

    const std::string& file_;
    std::map<std::string, std::string> files_;  // those not yet claimed by the manifest
    Diagnostics problems_;
};

}  // namespace

Result<Bundle> read_bundle(const std::string& file, const ZipLimits& limits) {
    auto files = read_zip(file, limits);
    if (!files) return tl::unexpected(files.error());
    return BundleReader(file, std::move(*files)).run();
}

}  // namespace huashu::app
