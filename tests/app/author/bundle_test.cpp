// Bundles: what is packed comes out again; what somebody has tampered with is refused, each trick by its own code.
#include <doctest/doctest.h>

#include <filesystem>

#include "author/bundle.hpp"
#include "author/bundle_import.hpp"
#include "support/temporary_folder.hpp"

using namespace huashu;
using namespace huashu::app;
namespace fs = std::filesystem;
using huashu::test::read_bytes;
using huashu::test::TemporaryFolder;

namespace {

std::string scenario_text_of(const std::string& id, const std::string& title = "滴水") {
    return R"({"format": "huashu-scenario", "version": 1, "id": ")" + id + R"(", "title": ")" + title + "\"}\n";
}

BundleItem item_of(const std::string& id, const std::string& title = "滴水") {
    return *bundle_item("x.json", scenario_text_of(id, title));
}

std::string zip_of(const std::vector<ZipFile>& files) { return *zip_bytes(files); }

std::string replaced(std::string text, const std::string& old, const std::string& fresh) {
    REQUIRE(old.size() == fresh.size());
    int count = 0;
    for (std::size_t at = 0; (at = text.find(old, at)) != std::string::npos; at += old.size(), ++count)
        text.replace(at, old.size(), fresh);
    REQUIRE(count > 0);
    return text;
}

// Sets bytes of the first entry in the central directory, and of its own header.
std::string patched(std::string zip, std::size_t central, std::size_t local, const std::string& bytes) {
    const std::size_t entry = zip.find("PK\x01\x02");
    REQUIRE(entry != std::string::npos);
    zip.replace(entry + central, bytes.size(), bytes);
    if (local > 0) zip.replace(local, bytes.size(), bytes);
    return zip;
}

std::string zip_code(const std::string& bytes, const ZipLimits& limits = {}) {
    const TemporaryFolder folder;
    const auto files = read_zip(folder.write("a.huashu", bytes), limits);
    return files ? "" : files.error().diagnostics.front().code;
}

std::string bundle_code(const std::vector<ZipFile>& files) {
    const TemporaryFolder folder;
    const auto bundle = read_bundle(folder.write("a.huashu", zip_of(files)));
    return bundle ? "" : bundle.error().diagnostics.front().code;
}

std::string manifest_of(const std::string& path, const std::string& text, int version = 1,
                        const std::string& id = "leak", const std::string& kind = "scenario") {
    return R"({"format": "huashu-bundle", "version": )" + std::to_string(version) + R"(, "items": [{"kind": ")" + kind +
           R"(", "id": ")" + id + R"(", "files": [{"path": ")" + path + R"(", "bytes": )" +
           std::to_string(text.size()) + R"(, "hash": ")" + blake2b_hex(text) + "\"}]}]}";
}

}  // namespace

TEST_CASE("bundle: what was packed comes out, and the same items give the same bytes") {
    const TemporaryFolder folder;
    Bundle bundle{"給南區", "huashu test", {item_of("leak"), item_of("attic")}};
    bundle.items[0].earlier = {"abc"};
    auto pack = bundle_pack_item("tests/app/fixtures/pack");
    REQUIRE(pack.has_value());
    bundle.items.push_back(*pack);
    const auto bytes = bundle_bytes(bundle);
    REQUIRE(bytes.has_value());
    std::swap(bundle.items[0], bundle.items[2]);
    CHECK(*bundle_bytes(bundle) == *bytes);
    const auto read = read_bundle(folder.write("a.huashu", *bytes));
    REQUIRE_MESSAGE(read.has_value(), read.error().diagnostics.front().text);
    CHECK(read->title == "給南區");
    REQUIRE(read->items.size() == 3);
    CHECK(read->items[1].id == "leak");
    CHECK(read->items[1].files.front().bytes == scenario_text_of("leak"));
    CHECK(read->items[1].earlier == std::vector<std::string>{"abc"});
    CHECK(read->items[2].files.size() == pack->files.size());
}

TEST_CASE("bundle: an archive's tricks are refused, each by its code") {
    const std::string sound = zip_of({{"scenarios/leak.json", "{}"}, {"scenarios/attic.json", "{}"}});
    CHECK(zip_code(sound).empty());
    // Other names in the place of the first, at the same length.
    for (const char* name : {"../cenarios/leak.js", "/etc/cron.d/leak.js", "scenarios/../l.json", "scenarios//eak.json",
                             "scenarios\\leak.json", "C:enarios/leak.json", "scenarios/./ak.json",
                             "scenarios/leak.jso.", "a/b/c/d/e/f/g/h/i/j",
                             "scenarios/l\x01"
                             "ak.json",
                             "scenarios/l\xff"
                             "ak.json"}) {
        CAPTURE(name);
        CHECK(zip_code(replaced(sound, "scenarios/leak.json", name)) == "zip-path");
    }
    CHECK(zip_code(zip_of({{std::string(300, 'a'), "{}"}})) == "zip-path");
    const std::string pair = zip_of({{"a/one.json", "{}"}, {"a/two.json", "{}"}});
    CHECK(zip_code(replaced(pair, "a/two.json", "a/one.json")) == "zip-broken");  // libzip itself finds this one
    CHECK(zip_code(replaced(pair, "a/two.json", "A/ONE.json")) == "zip-duplicate");
    const std::string link("\x00\x00\xff\xa1", 4);  // of the file type "link"
    CHECK(zip_code(patched(patched(sound, 5, 0, "\x03"), 38, 0, link)) == "zip-link");
    CHECK(zip_code(patched(sound, 8, 6, std::string("\x01", 1))) == "zip-method");       // encrypted
    CHECK(zip_code(patched(sound, 10, 8, std::string("\x0c\x00", 2))) == "zip-method");  // bzip2
    CHECK(zip_code("PK\x03\x04 and then nothing") == "zip-broken");
    CHECK(zip_code("") == "zip-broken");
}

TEST_CASE("bundle: bombs are refused by size, by ratio and by count, before they are unpacked") {
    const std::string bomb = zip_of({{"a.json", std::string(3u << 20, ' ')}});
    CHECK(zip_code(bomb) == "zip-ratio");
    ZipLimits limits;
    limits.most_bytes = 2u << 20;
    CHECK(zip_code(bomb, limits) == "zip-size");
    limits = {};
    limits.most_packed = 100;
    CHECK(zip_code(bomb, limits) == "zip-size");
    std::vector<ZipFile> many;
    for (int i = 0; i < 5001; ++i) many.push_back({std::to_string(i), ""});
    CHECK(zip_code(zip_of(many)) == "zip-entries");
    const std::string small = zip_of({{"a.json", std::string(1000, ' ')}});
    CHECK(zip_code(patched(small, 24, 22, std::string("\x0a\x00\x00\x00", 4))) ==
          "zip-broken");  // says it has 10 bytes
}

TEST_CASE("bundle: cut off or with any byte changed, it is refused or says what it said") {
    const TemporaryFolder folder;
    const std::string bytes = *bundle_bytes({"t", "huashu test", {item_of("leak")}});
    for (std::size_t size = 0; size < bytes.size(); size += 3)
        CHECK_FALSE(read_bundle(folder.write("a.huashu", bytes.substr(0, size))).has_value());
    int refused = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        std::string changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ 0x55);
        const auto bundle = read_bundle(folder.write("a.huashu", changed));
        if (!bundle)
            ++refused;
        else
            CHECK(bundle->items.front().files.front().bytes == scenario_text_of("leak"));
    }
    CHECK(refused * 2 > static_cast<int>(bytes.size()));
}

TEST_CASE("bundle: the manifest and the files must agree") {
    const std::string text = scenario_text_of("leak");
    const std::string path = "scenarios/leak.json";
    CHECK(bundle_code({{"manifest.json", manifest_of(path, text)}, {path, text}}).empty());
    CHECK(bundle_code({{path, text}}) == "bundle-no-manifest");
    CHECK(bundle_code({{"manifest.json", manifest_of(path, text, 2)}, {path, text}}) == "bundle-newer");
    CHECK(bundle_code({{"manifest.json", manifest_of(path, text)}, {path, text}, {"more.json", "{}"}}) ==
          "bundle-unlisted");
    CHECK(bundle_code({{"manifest.json", manifest_of(path, text)}}) == "bundle-missing");
    CHECK(bundle_code({{"manifest.json", manifest_of(path, text)}, {path, text + " "}}) == "bundle-hash");
    CHECK(bundle_code({{"manifest.json", manifest_of("scenarios/other.json", text)}, {"scenarios/other.json", text}}) ==
          "bundle-path");
    const std::string other = scenario_text_of("other");
    CHECK(bundle_code({{"manifest.json", manifest_of(path, other)}, {path, other}}) == "bundle-item");
    CHECK(bundle_code({{"manifest.json", manifest_of("personas/leak.json", text, 1, "leak", "persona")},
                       {"personas/leak.json", text}}) == "bundle-item");
    CHECK(bundle_code({{"manifest.json", manifest_of("packs/zh/run.sh", text, 1, "zh", "pack")},
                       {"packs/zh/run.sh", text}}) == "bundle-path");
    CHECK(bundle_code({{"manifest.json", manifest_of("scenarios/../x.json", text, 1, "../x")}, {path, text}}) ==
          "bundle-id");
}

TEST_CASE("bundle: an import takes the new and the newer, leaves conflicts, and keeps what it replaces") {
    const TemporaryFolder folder;
    const VersionStore store(folder / "team");
    const ShippedFolders shipped{folder / "shipped", folder / "shipped", folder / "packs"};
    Bundle bundle{"", "", {item_of("fresh"), item_of("same"), item_of("newer"), item_of("conflict"), item_of("ours")}};
    bundle.items[2].earlier = {blake2b_hex("of last week")};
    REQUIRE(store.save_draft("same", scenario_text_of("same"), nullptr).has_value());
    REQUIRE(store.save_draft("newer", "of last week", nullptr).has_value());
    REQUIRE(store.save_draft("conflict", "our own", nullptr).has_value());
    folder.write("shipped/ours.json", "shipped");
    const auto steps = plan_import(bundle, store, shipped);
    REQUIRE(steps.has_value());
    std::vector<ImportState> states;
    for (const ImportStep& step : *steps) states.push_back(step.state);
    CHECK(states == std::vector<ImportState>{ImportState::fresh, ImportState::same, ImportState::newer,
                                             ImportState::conflict, ImportState::conflict});
    const auto outcome = apply_import(*steps, {});
    REQUIRE(outcome.has_value());
    CHECK(outcome->written == 2);
    CHECK(outcome->left == 2);
    CHECK(read_bytes(store.draft_file("fresh")) == scenario_text_of("fresh"));
    CHECK(read_bytes(store.draft_file("newer")) == scenario_text_of("newer"));
    CHECK(read_bytes(store.draft_file("conflict")) == "our own");
    CHECK_FALSE(fs::exists(store.draft_file("ours")));
    const auto settled = apply_import(*plan_import(bundle, store, shipped), {"conflict"});
    REQUIRE(settled.has_value());
    CHECK(settled->left == 1);
    REQUIRE(settled->kept.size() == 1);
    CHECK(read_bytes(settled->kept.front()) == "our own");
    CHECK(read_bytes(store.draft_file("conflict")) == scenario_text_of("conflict"));
}
