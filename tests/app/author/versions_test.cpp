// The store of drafts, reviews and published versions.
#include <doctest/doctest.h>

#include <filesystem>

#include "author/versions.hpp"
#include "support/temporary_folder.hpp"

using namespace huashu;
using namespace huashu::app;
namespace fs = std::filesystem;
using huashu::test::read_bytes;
using huashu::test::TemporaryFolder;

namespace {

struct Store {
    TemporaryFolder folder;
    VersionStore store{folder / "team", [] { return std::string("2026-03-01T08:00:00Z"); }};

    int publish(const std::string& text) {
        REQUIRE(store.save_draft("leak", text, nullptr).has_value());
        REQUIRE(store.submit("leak", "林", "看一下").has_value());
        const auto number = store.publish("leak", {text, "persona", "calm"}, "hash of " + text, "王", "");
        REQUIRE(number.has_value());
        return *number;
    }
    void tamper(const std::string& file, const std::string& text) const {
        fs::permissions(file, fs::perms::owner_write, fs::perm_options::add);
        test_write(file, text);
    }
    static void test_write(const std::string& file, const std::string& text) {
        std::ofstream(file, std::ios::binary) << text;
    }
};

std::string version_code(const Error& error) { return error.diagnostics.front().code; }

}  // namespace

TEST_CASE("versions: from draft over review to published, with history, and every version stays") {
    Store team;
    CHECK(team.publish("one") == 1);
    CHECK(team.publish("two") == 2);
    CHECK(read_bytes(team.store.library_file("leak")) == "two");
    CHECK(read_bytes(team.store.personas_folder() + "/calm.json") == "persona");
    CHECK_FALSE(fs::exists(team.store.review_file("leak")));
    CHECK(team.store.version("leak", 1)->scenario == "one");
    CHECK(*team.store.version_of("leak", "hash of one") == 1);
    CHECK_FALSE(team.store.version_of("leak", "of nothing")->has_value());
    const auto history = team.store.history("leak");
    REQUIRE(history.has_value());
    REQUIRE(history->size() == 4);
    CHECK((*history)[0] ==
          VersionEntry{VersionEvent::submitted, 0, blake2b_hex("one"), "", "2026-03-01T08:00:00Z", "林", "看一下"});
    CHECK((*history)[3].number == 2);
    CHECK((*history)[3].hash == version_hash("two", "persona"));
    CHECK(team.store.verify()->empty());
    const auto items = team.store.list();
    REQUIRE(items->size() == 1);
    CHECK(items->front().published == 2);
    CHECK_FALSE(items->front().draft_differs);
}

TEST_CASE("versions: a published version that was changed is refused wherever it is read") {
    Store team;
    team.publish("one");
    team.tamper(team.store.version_file("leak", 1), "One");
    CHECK(version_code(team.store.version("leak", 1).error()) == "version-changed");
    CHECK(version_code(team.store.restore("leak", 1, "").error()) == "version-changed");
    CHECK(team.store.verify()->front().code == "version-changed");
    REQUIRE(team.store.save_draft("leak", "two", nullptr).has_value());
    REQUIRE(team.store.submit("leak", "", "").has_value());
    CHECK(version_code(team.store.publish("leak", {"two", "persona", "calm"}, "", "", "").error()) ==
          "version-changed");
    CHECK(read_bytes(team.store.library_file("leak")) == "one");
}

TEST_CASE("versions: only what was submitted is published, and a version is never written over") {
    Store team;
    CHECK(version_code(team.store.submit("leak", "", "").error()) == "no-draft");
    REQUIRE(team.store.save_draft("leak", "one", nullptr).has_value());
    CHECK(version_code(team.store.publish("leak", {"one", "p", "calm"}, "", "", "").error()) == "not-in-review");
    REQUIRE(team.store.submit("leak", "", "").has_value());
    team.tamper(team.store.review_file("leak"), "sneaked in");
    CHECK(version_code(team.store.publish("leak", {"sneaked in", "p", "calm"}, "", "", "").error()) ==
          "review-changed");
    REQUIRE(team.store.send_back("leak", "", "no").has_value());
    CHECK(read_bytes(team.store.draft_file("leak")) == "one");
    CHECK(version_code(team.store.send_back("leak", "", "").error()) == "not-in-review");
    // A publication that was broken off leaves a folder that is not on record: the next takes another number.
    fs::create_directories(fs::path(team.store.version_file("leak", 1)).parent_path());
    CHECK(team.publish("one") == 2);
    CHECK(team.store.verify()->front().code == "version-unrecorded");
}

TEST_CASE("versions: restoring keeps a draft that is nowhere else, and two editors don't overwrite each other") {
    Store team;
    team.publish("one");
    team.publish("two");
    REQUIRE(team.store.save_draft("leak", "unsaved work", nullptr).has_value());
    const auto kept = team.store.restore("leak", 1, "林");
    REQUIRE(kept.has_value());
    CHECK(read_bytes(*kept) == "unsaved work");
    CHECK(read_bytes(team.store.draft_file("leak")) == "one");
    CHECK(team.store.restore("leak", 2, "林")->empty());  // that draft is version 1
    CHECK(version_code(team.store.restore("leak", 9, "").error()) == "unknown-version");

    const std::string begun = "two";
    REQUIRE(team.store.save_draft("leak", "mine", &begun).has_value());
    const auto late = team.store.save_draft("leak", "theirs", &begun);
    REQUIRE_FALSE(late.has_value());
    CHECK(version_code(late.error()) == "draft-changed");
    CHECK(read_bytes(team.store.draft_file("leak")) == "mine");
}

TEST_CASE("versions: a history of a newer program and a broken one are refused with their place") {
    Store team;
    team.publish("one");
    const std::string file = team.folder / "team/versions/leak/history.json";
    for (const std::string text : {R"({"format": "huashu-history", "version": 2, "id": "leak", "entries": []})", "{",
                                   R"({"format": "other", "version": 1, "id": "leak", "entries": []})"}) {
        team.tamper(file, text);
        CHECK(team.store.history("leak").error().diagnostics.front().place.file == file);
        CHECK_FALSE(team.store.version("leak", 1).has_value());
    }
    CHECK_FALSE(is_content_id("../leak"));
    CHECK_FALSE(is_content_id(""));
    CHECK(is_content_id("leak-2_b"));
}
