// A rule pack's life beside its rules: into use and back, two people's changes brought together.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "author/document.hpp"
#include "author/merge_trees.hpp"
#include "author/pack_in_use.hpp"
#include "author/rule_pack.hpp"
#include "support/temporary_folder.hpp"

using namespace huashu;
using namespace huashu::app;
namespace fs = std::filesystem;
using huashu::test::TemporaryFolder;

namespace {

struct PublishedPack {
    PublishedPack() { publish(); }
    void publish() {
        const PackStore packs(store);
        fs::create_directories(packs.drafts_folder());
        if (!fs::exists(packs.draft_folder("south")))
            REQUIRE(copy_rule_pack("tests/app/fixtures/pack", packs.draft_folder("south"), "南區"));
        REQUIRE(packs.submit("south", "林", ""));
        REQUIRE(packs.publish("south", "abc", "林", ""));
    }
    TemporaryFolder data;
    std::string store = data / "authoring";
};

Tree tree_of(const std::string& text) { return read_tree(parse_json("x", text).value().root); }

}  // namespace

TEST_CASE("pack in use: a published version is what talks are scored with, until one goes back") {
    PublishedPack d;
    Diagnostics problems;
    CHECK(pack_to_load("", d.data / "", problems).empty());
    REQUIRE(use_pack(d.store, "south", 1, "林"));
    const auto used = pack_in_use(d.store);
    REQUIRE(used);
    REQUIRE(*used);
    CHECK((*used)->title == "南區");
    CHECK((*used)->number == 1);
    CHECK(pack_to_load("", d.data / "", problems) == PackStore(d.store).version_folder_of("south", 1));
    CHECK(pack_to_load("zh", d.data / "", problems) == "zh");
    CHECK_FALSE(use_pack(d.store, "south", 2, ""));
    CHECK((*pack_in_use(d.store))->number == 1);
    REQUIRE(use_shipped_pack(d.store));
    REQUIRE(use_shipped_pack(d.store));
    CHECK_FALSE(*pack_in_use(d.store));
    CHECK(problems.empty());
}

TEST_CASE("pack in use: a version that is not what was published is told, and the shipped rules stand in") {
    PublishedPack d;
    REQUIRE(use_pack(d.store, "south", 1, ""));
    const std::string file = PackStore(d.store).version_folder_of("south", 1) + "/pack.json";
    fs::permissions(file, fs::perms::owner_write, fs::perm_options::add);
    std::ofstream(file, std::ios::app) << "\n";
    CHECK_FALSE(pack_in_use(d.store));
    Diagnostics problems;
    CHECK(pack_to_load("", d.data / "", problems).empty());
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().code == "version-changed");
    std::ofstream(d.store + "/packs/in-use.json") << "{";
    CHECK(pack_to_load("", d.data / "", problems).empty());
}

TEST_CASE("merge: two people's changes of a pack come together, file by file and rule by rule") {
    const Tree base = tree_of(R"({"a.json": {"rules": [{"id": "x", "points": 1}, {"id": "y", "points": 1}]},
                                  "b.json": {"lists": {"words": ["甲"]}}})");
    const Tree mine = with(base, "/a.json/rules/0/points", Tree::of(std::int64_t{2}));
    const Tree theirs = with_inserted(with(base, "/a.json/rules/1/points", Tree::of(std::int64_t{3})),
                                      "/b.json/lists/words", 1, Tree::of(std::string("乙")));
    const auto merged = merge_trees(base, mine, theirs);
    REQUIRE(merged);
    CHECK(merged->conflicts.empty());
    CHECK(at(merged->root, "/a.json/rules/0/points").integer() == 2);
    CHECK(at(merged->root, "/a.json/rules/1/points").integer() == 3);
    CHECK(at(merged->root, "/b.json/lists/words").items().size() == 2);
}

TEST_CASE("merge: each clash is settled by its own answer") {
    const Tree base = tree_of(R"({"a.json": {"rules": [{"id": "x", "points": 1}, {"id": "y", "points": 1}]}})");
    const auto both = [&](int x, int y) {
        return with(with(base, "/a.json/rules/0/points", Tree::of(std::int64_t{x})), "/a.json/rules/1/points",
                    Tree::of(std::int64_t{y}));
    };
    const auto asked = merge_trees(base, both(2, 2), both(3, 3));
    REQUIRE(asked);
    REQUIRE(asked->conflicts.size() == 2);
    CHECK(asked->conflicts.front().path == std::vector<std::string>{"a.json", "rules", "x", "points"});
    const auto settled = merge_trees(base, both(2, 2), both(3, 3), {MergeSide::mine, MergeSide::theirs});
    CHECK(at(settled->root, "/a.json/rules/0/points").integer() == 2);
    CHECK(at(settled->root, "/a.json/rules/1/points").integer() == 3);
    CHECK(settled->conflicts == asked->conflicts);
}
