// The commands of authors, from end to end: format, version, diff, merge, bundle, words, impact.
#include <doctest/doctest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "app/commands/world.hpp"
#include "app/small_library.hpp"
#include "play/attempt.hpp"

namespace fs = std::filesystem;
using huashu::test::read_bytes;
using huashu::test::TemporaryFolder;
using Json = nlohmann::json;

namespace {

const std::string drip_file = "tests/app/fixtures/library/drip.json";

std::string replaced_once(std::string text, const std::string& old, const std::string& fresh) {
    const std::size_t at = text.find(old);
    REQUIRE(at != std::string::npos);
    return text.replace(at, old.size(), fresh);
}

std::string drip_with(const std::string& old, const std::string& fresh) {
    return replaced_once(read_bytes(drip_file), old, fresh);
}

// A team's folder, the small pack and library, and people's records.
struct Team {
    TemporaryFolder folder;
    World world;

    int run(std::vector<std::string> arguments) {
        world.out.clear(), world.err.clear();
        arguments.insert(arguments.end(), {"--data", folder / "data"});
        world.run(with_small_content(std::move(arguments)));
        CAPTURE(world.err);
        return world.status;
    }
    int version(std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), "version");
        arguments.insert(arguments.end(), {"--store", folder / "team", "--by", "林"});
        return run(std::move(arguments));
    }
    [[nodiscard]] bool says(const std::string& text) const { return world.out.find(text) != std::string::npos; }
    [[nodiscard]] bool complains(const std::string& text) const { return world.err.find(text) != std::string::npos; }
};

}  // namespace

TEST_CASE("format: files are laid out in place, only looked at with --check, and standard input goes to the output") {
    Team team;
    const std::string file = team.folder.write("a/drip.json", drip_with("\"version\": 1,", "\"version\":1,"));
    CHECK(team.run({"format", "--check", file}) == 1);
    CHECK(team.says("Laid out otherwise"));
    CHECK(team.run({"format", team.folder / "a"}) == 0);
    CHECK(team.run({"format", "--check", file}) == 0);
    CHECK(Json::parse(read_bytes(file)) == Json::parse(read_bytes(drip_file)));
    team.world.input = read_bytes(drip_file);
    CHECK(team.run({"format", "-"}) == 0);
    CHECK(team.world.out == read_bytes(file));
    CHECK(team.run({"format", team.folder.write("b/broken.json", "{\"format\": ")}) == 1);
}

TEST_CASE("version: a scenario goes from draft to published and back, and diff tells what a change comes to") {
    Team team;
    CHECK(team.version({"list"}) == 0);
    CHECK(team.version({"publish", "drip"}) == 2);
    CHECK(team.version({"add", drip_file}) == 0);
    CHECK(team.version({"submit", "drip", "--note", "first"}) == 0);
    REQUIRE_MESSAGE(team.version({"publish", "drip"}) == 0, team.world.err);
    CHECK(team.says("version 1"));
    World player;
    player.run({"--pack", "tests/app/fixtures/pack", "--library", team.folder / "team/library", "play", "drip",
                "--replies", "tests/app/fixtures/mixed.txt"});
    CHECK(player.status == 0);

    // Nothing leads to the best ending any more, and a choice has lost its act.
    std::string text = drip_with("\"text\": \"師傅下午三點上門。\"", "\"text\": \"下午再說。\"");
    text = replaced_once(text, "\"when\": {\"did\": [\"solve\"]}", "\"when\": {\"did\": [\"farewell\"]}");
    const std::string draft = team.folder.write("drip.json", text);
    CHECK(team.version({"add", draft}) == 0);      // what was there is published
    CHECK(team.version({"add", drip_file}) == 2);  // this is not
    CHECK(team.run({"diff", "drip@1", "drip@draft", "--store", team.folder / "team"}) == 0);
    CHECK(team.says("~ stage solve › choice a › text"));
    CHECK(team.says("ending settled can no longer be reached"));
    CHECK(team.says("stage solve › choice a: "));
    CHECK(team.says("golden play best: "));
    CHECK(team.run({"diff", "drip@1", "drip@draft", "--store", team.folder / "team", "--format", "json"}) == 0);
    const Json json = Json::parse(team.world.out);
    CHECK(json["consequences"]["after"]["best"] < json["consequences"]["before"]["best"]);
    CHECK(json["consequences"]["replies"][0]["after"] < json["consequences"]["replies"][0]["before"]);

    CHECK(team.version({"submit", "drip"}) == 0);
    CHECK(team.version({"publish", "drip"}) == 1);  // its golden plays fail
    CHECK(team.version({"return", "drip", "--note", "no"}) == 0);
    CHECK(team.version({"restore", "drip", "--number", "1"}) == 0);
    CHECK(team.says("kept in"));
    CHECK(team.version({"restore", "drip"}) == 2);
    CHECK(team.version({"show", "drip", "--number", "1"}) == 0);
    CHECK(team.world.out == read_bytes(drip_file));
    CHECK(team.version({"history", "drip"}) == 0);
    for (const char* event : {"submitted", "published", "returned", "restored", "first"}) CHECK(team.says(event));
    CHECK(team.version({"list", "--format", "json"}) == 0);
    CHECK(Json::parse(team.world.out)[0]["published"] == 1);
    CHECK(team.version({"verify"}) == 0);
    CHECK(team.version({"submit", "../drip"}) == 2);
}

TEST_CASE("merge: settled changes are written, conflicts are told with both sides and write nothing") {
    Team team;
    const std::string mine = team.folder.write("mine.json", drip_with("廚房滴水", "廚房又滴水"));
    const std::string theirs = team.folder.write("theirs.json", drip_with("\"turns\": 3", "\"turns\": 2"));
    const std::string out = team.folder / "out.json";
    REQUIRE_MESSAGE(team.run({"merge", drip_file, mine, theirs, "--out", out}) == 0, team.world.err);
    CHECK(Json::parse(read_bytes(out))["title"] == "廚房又滴水");
    CHECK(Json::parse(read_bytes(out))["stages"][0]["turns"] == 2);
    fs::remove(out);
    const std::string other = team.folder.write("other.json", drip_with("廚房滴水", "浴室滴水"));
    CHECK(team.run({"merge", drip_file, mine, other, "--out", out}) == 1);
    CHECK(team.complains("Conflict: title"));
    CHECK(team.complains("mine:"));
    CHECK_FALSE(fs::exists(out));
    CHECK(team.run({"merge", drip_file, mine, other, "--out", out, "--prefer", "theirs"}) == 0);
    CHECK(Json::parse(read_bytes(out))["title"] == "浴室滴水");
    // One leads to a stage that the other takes away: each is sound, both together are not.
    Json without = Json::parse(read_bytes(drip_file));
    without["stages"].erase(1);
    without["stages"][0]["next"] = "end";
    Json leading = Json::parse(read_bytes(drip_file));
    leading["stages"][0]["choices"][2]["next"] = "solve";
    CHECK(team.run({"merge", drip_file, team.folder.write("w.json", without.dump()),
                    team.folder.write("l.json", leading.dump())}) == 1);
    CHECK(team.complains("solve"));
}

TEST_CASE("version: a rule pack is published, is in use from then on, and one goes back") {
    Team team;
    const auto version = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), "version");
        return team.run(std::move(arguments));
    };
    REQUIRE_MESSAGE(version({"add", "tests/app/fixtures/pack"}) == 0, team.world.err);
    CHECK(version({"publish", "packs/pack"}) == 2);
    CHECK(version({"submit", "packs/pack"}) == 0);
    REQUIRE_MESSAGE(version({"publish", "packs/pack", "--note", "first"}) == 0, team.world.err);
    CHECK(team.says("talks are scored with version 1"));
    CHECK(version({"list"}) == 0);
    CHECK(team.says("packs/pack"));
    CHECK(version({"history", "packs/pack", "--format", "json"}) == 0);
    CHECK(Json::parse(team.world.out)["entries"].size() == 2);
    CHECK(version({"verify"}) == 0);
    const std::string file = team.folder / "data/authoring/packs/in-use.json";
    CHECK(Json::parse(read_bytes(file))["number"] == 1);
    CHECK(version({"use", "shipped"}) == 0);
    CHECK_FALSE(fs::exists(file));
    CHECK(version({"use", "packs/pack"}) == 0);
    CHECK(version({"use", "packs/pack", "--number", "7"}) == 2);
    CHECK(Json::parse(read_bytes(file))["number"] == 1);
}

TEST_CASE("merge: folders of packs are merged into a new one, and conflicts wait for somebody's word") {
    Team team;
    const auto pack = [&](const std::string& name, const std::string& title) {
        fs::copy("tests/app/fixtures/pack", team.folder / name, fs::copy_options::recursive);
        team.folder.write(name + "/pack.json",
                          replaced_once(read_bytes("tests/app/fixtures/pack/pack.json"), "\"試用\"", title));
        return team.folder / name;
    };
    const std::string base = pack("base", "\"試用\"");
    const std::string mine = pack("mine", "\"我的\"");
    const std::string theirs = pack("theirs", "\"他們的\"");
    CHECK(team.run({"merge", base, mine, theirs, "--out", team.folder / "m"}) == 1);
    CHECK_FALSE(fs::exists(team.folder / "m"));
    CHECK(team.run({"merge", base, mine, theirs, "--out", team.folder / "m", "--prefer", "theirs"}) == 0);
    CHECK(read_bytes(team.folder / "m/pack.json").find("他們的") != std::string::npos);
    CHECK(team.run({"merge", base, mine, base}) == 2);
}

TEST_CASE("bundle: packed here, taken in there, and a conflict is left until it is settled") {
    Team team;
    const std::string bundle = team.folder / "drip.huashu";
    REQUIRE(team.run({"bundle", "pack", "drip", "tests/app/fixtures/pack", "--out", bundle, "--title", "T"}) == 0);
    CHECK(team.run({"bundle", "pack", "drip", "--out", bundle}) == 2);  // it is there
    const auto bundled = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.end(), {"--store", team.folder / "there"});
        return team.run(std::move(arguments));
    };
    CHECK(bundled({"bundle", "show", bundle, "--format", "json"}) == 0);
    CHECK(Json::parse(team.world.out)["title"] == "T");
    CHECK(bundled({"bundle", "import", bundle}) == 0);
    team.folder.write("there/drafts/drip.json", "another");
    CHECK(bundled({"bundle", "import", bundle}) == 1);
    CHECK(team.says("conflict"));
    CHECK(read_bytes(team.folder / "there/drafts/drip.json") == "another");
    CHECK(bundled({"bundle", "import", bundle, "--replace", "drip"}) == 0);
    CHECK(read_bytes(team.folder / "there/drafts/drip.json") == read_bytes(drip_file));
    CHECK(bundled({"bundle", "show", team.folder.write("bad.huashu", "PK")}) == 1);
    CHECK(team.complains("zip-broken"));
}

TEST_CASE("words: a table becomes a rules file, and the lists of a pack a table") {
    Team team;
    const std::string table = team.folder.write("w.csv", "詞,詞表\n儘快,含糊\n儘快,含糊\n看情況,含糊\n");
    const std::string rules = team.folder / "lists.json";
    REQUIRE_MESSAGE(team.run({"words", "import", table, "--out", rules}) == 0, team.world.err);
    CHECK(team.says("twice in the table"));
    CHECK(Json::parse(read_bytes(rules))["lists"]["含糊"]["words"] == Json{"儘快", "看情況"});
    CHECK(team.run({"words", "import", team.folder.write("more.txt", "再說\n"), "--list", "含糊", "--out", rules}) ==
          0);
    CHECK(Json::parse(read_bytes(rules))["lists"]["含糊"]["words"].size() == 3);
    CHECK(team.run({"words", "import", table, "--format", "json"}) == 0);
    CHECK(Json::parse(team.world.out)["added"] == 2);
    for (const std::string name : {"t.xlsx", "t.csv", "t.txt"}) {
        CHECK(team.run({"words", "template", "--out", team.folder / name}) == 0);
        CHECK(team.run({"words", "import", team.folder / name, "--list", "推託"}) == 0);
        CHECK(team.says("2 of them new"));
    }
    CHECK(team.run({"words", "export", "--out", team.folder / "all.xlsx"}) == 0);
    CHECK(team.run({"words", "export", "no such", "--out", team.folder / "x.csv"}) == 2);
    CHECK(team.run({"words", "import", team.folder / "none.csv"}) == 1);
}

TEST_CASE("impact: whose scores a draft would change, by which rule; nothing on record changes") {
    using namespace huashu::app;
    Team team;
    {
        auto records = Records::open({team.folder / "data", {}, {}});
        REQUIRE(records.has_value());
        const huashu::scenarios::Scenario& drip = *small_library().find("drip");
        auto attempt = Attempt::start(drip, *small_library().engine, 1, &*records);
        REQUIRE(attempt.has_value());
        for (const char* said : {"非常抱歉，請問是哪裡滴水？", "師傅下午三點到。"})
            REQUIRE(attempt->answer(huashu::scenarios::Input::say(said)).has_value());
    }
    const std::string rules = read_bytes("tests/app/fixtures/pack/rules.json");
    team.folder.write("draft/pack.json", read_bytes("tests/app/fixtures/pack/pack.json"));
    team.folder.write("draft/rules.json", rules);
    CHECK(team.run({"impact", "--draft", team.folder / "draft"}) == 0);
    CHECK(team.says("Played again: 4 of 4. Scores or endings of 0"));
    team.folder.write("draft/rules.json", replaced_once(rules, "師傅~6(到|上門)", "師傅~6上門"));
    CHECK(team.run({"impact", "--draft", team.folder / "draft", "--format", "json", "--threads", "2"}) == 0);
    const Json json = Json::parse(team.world.out);
    REQUIRE(json["cases"].size() == 1);
    CHECK(json["cases"][0].contains("attempt"));
    CHECK(json["cases"][0]["turns"][0]["turn"] == 2);
    CHECK(json["cases"][0]["turns"][0]["gone"] == Json{"solve.send"});
    CHECK(json["cases"][0]["after"]["score"] < json["cases"][0]["before"]["score"]);
    CHECK(json["rules"]["solve.send"] == 1);
    // A draft of a scenario: the choice that a golden play takes has another name.
    const std::string draft = team.folder.write("drafts/drip.json", drip_with("\"id\": \"b\"", "\"id\": \"x\""));
    CHECK(team.run({"impact", "--draft", draft, "--format", "json"}) == 0);
    const Json renamed = Json::parse(team.world.out);
    REQUIRE(renamed["cases"].size() == 2);
    CHECK(renamed["cases"][0]["play"] == "best");
    CHECK_FALSE(renamed["cases"][0].contains("after"));
    CHECK(renamed["cases"][0].contains("why"));
    CHECK(team.run({"impact", "--draft", "tests/app/fixtures/nothing"}) == 1);
}
