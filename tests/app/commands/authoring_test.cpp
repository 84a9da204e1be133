// Commands for people who write scenarios or look into them: new, import, whatif, coverage, check --deep; and the
// complaint record at the end of a scripted play.
#include <doctest/doctest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>

#include "world.hpp"

namespace fs = std::filesystem;
using huashu::test::read_bytes;
using huashu::test::TemporaryFolder;
using Json = nlohmann::json;

namespace {

const std::string best_replies = "=c\n=b\n=d\n=b\n=a\n=c\n=d\n";  // of the golden play of leak-master-bedroom

}  // namespace

TEST_CASE("new: a skeleton of each family is written, loads, plays and says what is left to do") {
    const TemporaryFolder folder;
    for (const std::string kind : {"2.1.2", "§2.2.1", "2.3.4"}) {
        CAPTURE(kind);
        const std::string id = "mine-" + kind.substr(kind.size() - 3, 1);
        World world;
        world.run({"new", "scenario", id, "--kind", kind, "--out", folder.path()});
        CHECK(world.status == 0);
        const std::string file = folder / (id + ".json");
        const Json made = Json::parse(read_bytes(file));
        CHECK(made.at("id") == id);
        CHECK(made.at("kind") == "§" + kind.substr(kind.size() - 5));
        World check;
        check.run({"check", file, "--format", "json"});
        const Json report = Json::parse(check.out);
        CHECK_MESSAGE(report.at("errors") == 0, check.out);
        int todos = 0;
        for (const Json& each : report.at("diagnostics")) todos += each.at("code") == "todo" ? 1 : 0;
        CHECK(todos == 1);
    }
}

TEST_CASE("new: nothing is written over, and what is not there is refused") {
    const TemporaryFolder folder;
    folder.write("mine.json", "precious");
    World again;
    again.run({"new", "scenario", "mine", "--out", folder.path()});
    CHECK(again.status == 2);
    CHECK(again.err.find("file-exists") != std::string::npos);
    CHECK(read_bytes(folder / "mine.json") == "precious");
    World kind;
    kind.run({"new", "scenario", "other", "--kind", "2.4.1", "--out", folder.path()});
    CHECK(kind.status == 2);
    World id;
    id.run({"new", "scenario", "../other", "--out", folder.path()});
    CHECK(id.status == 2);
    World nowhere;
    nowhere.run({"new", "scenario", "other", "--out", folder / "nowhere"});
    CHECK(nowhere.status == 3);
    World what;
    what.run({"new", "poem", "other"});
    CHECK(what.status == 2);
    int files = 0;
    for (const auto& entry : fs::directory_iterator(folder.path())) files += entry.is_regular_file() ? 1 : 0;
    CHECK(files == 1);  // no half-written ones either
}

TEST_CASE("import: a Twine story becomes a draft that loads, and what is left behind is told") {
    const TemporaryFolder folder;
    World world;
    world.run({"import", "twee", "tests/app/fixtures/twee/noise.twee", "--out", folder.path()});
    CHECK(world.status == 0);
    CHECK(world.err.find("noise.twee:15:1: warning") != std::string::npos);
    CHECK(world.err.find("[twee-macro]") != std::string::npos);
    World check;
    check.run({"check", folder / "noise.json", "--format", "json"});
    std::set<std::string> codes;
    const Json report = Json::parse(check.out);
    for (const Json& each : report.at("diagnostics")) codes.insert(each.at("code").get<std::string>());
    CHECK(codes.count("todo") == 1);
    CHECK(codes.count("model-low") == 1);  // it loads, so the words are what is left to write
    World printed;
    printed.input = ":: A\n[[x->B]]\n:: B\n";
    printed.run({"import", "twee", "-", "--id", "mine"});
    CHECK(printed.status == 0);
    CHECK(Json::parse(printed.out).at("id") == "mine");
    World none;
    none.run({"import", "twee", "tests/app/fixtures/mixed.txt"});
    CHECK(none.status == 1);
    CHECK(none.err.find("twee-empty") != std::string::npos);
}

TEST_CASE("whatif: one reply is changed, and the difference to the rest is shown") {
    World world;
    world.input = best_replies;
    world.run({"whatif", "leak-master-bedroom", "--turn", "4", "--reply", "=c", "--format", "json"});
    CHECK_MESSAGE(world.status == 0, world.err);
    const Json result = Json::parse(world.out);
    CHECK(result.at("turn") == 4);
    CHECK(result.at("after").at("score").get<int>() < result.at("before").at("score").get<int>());
    CHECK(result.at("turns").at(2).at("differs") == false);
    CHECK(result.at("turns").at(3).at("differs") == true);
    CHECK(result.at("before").at("rank") == "best");
    World text;
    text.input = best_replies;
    text.run({"whatif", "leak-master-bedroom", "--turn", "1", "--reply", "周女士，對不起。"});
    CHECK(text.status == 0);
    CHECK(text.out.find("← changed") != std::string::npos);
    World late;
    late.input = best_replies;
    late.run({"whatif", "leak-master-bedroom", "--turn", "9", "--reply", "=a"});
    CHECK(late.status == 2);
    CHECK(late.err.find("no-such-turn") != std::string::npos);
}

TEST_CASE("play: a script may end with the complaint record, which is scored and printed") {
    const std::string record =
        R"(@{"kind": "§2.2.1", "urgency": "urgent", "department": "engineering", "facts": "三天沒人回話，飄窗頂滴水，燈罩進水，床墊泡了",)"
        R"( "promises": [{"what": "韓師傅帶電工上門", "by": "今天中午十二點前"}, {"what": "補外牆", "by": "週三"}]})";
    World world;
    world.input = best_replies + record + "\n";
    world.run({"play", "leak-master-bedroom", "--format", "json"});
    CHECK_MESSAGE(world.status == 0, world.err);
    const Json talk = Json::parse(world.out);
    int sum = 0;
    for (const Json& line : talk.at("record").at("lines")) sum += line.at("centipoints").get<int>();
    CHECK(talk.at("record").at("score") == (sum + 50) / 100);
    CHECK(talk.at("record").at("score").get<int>() > 50);
    CHECK(talk.at("record").at("form").at("kind") == "§2.2.1");
    CHECK(talk.at("memories").size() >= 2);
    World text;
    text.input = best_replies + record + "\n";
    text.run({"play", "leak-master-bedroom"});
    CHECK(text.status == 0);
    CHECK(text.out.find("Complaint record") != std::string::npos);
    CHECK(text.out.find("said, but not on record") != std::string::npos);
}

TEST_CASE("play: a record that can't be read, or that comes too early, is refused at its line") {
    World broken;
    broken.input = "=c\n@{\"kind\": \"§9\"}\n";
    broken.run({"play", "leak-master-bedroom"});
    CHECK(broken.status == 1);
    CHECK(broken.err.find(":2:1: error") != std::string::npos);
    World early;
    early.input = "=c\n@{}\n=b\n";
    early.run({"play", "leak-master-bedroom"});
    CHECK(early.status == 1);
    CHECK(early.err.find("attempt-not-over") != std::string::npos);
    World none;
    none.input = "=b\n=a\n@{}\n";
    none.run(with_small_content({"play", "drip"}));
    CHECK(none.status == 1);
    CHECK(none.err.find("no-record") != std::string::npos);
}

TEST_CASE("coverage: the library's rules are counted, and those that nobody meets are named") {
    World world;
    world.run(with_small_content({"coverage", "--format", "json"}));
    CHECK(world.status == 0);
    const Json coverage = Json::parse(world.out);
    CHECK(coverage.at("acts").at("apologize") == 1);
    CHECK(coverage.at("rules").size() > 3);
    for (const Json& rule : coverage.at("beside")) CHECK(coverage.at("rules").at(rule.get<std::string>()) == 0);
    World text;
    text.run(with_small_content({"coverage"}));
    CHECK(text.status == 0);
    CHECK(text.out.find("rules are met by some scenario") != std::string::npos);
}

TEST_CASE("check: --deep shows a shortest play to each part, in a line that can be played") {
    World world;
    world.run(with_small_content({"check", "tests/app/fixtures/library/drip.json", "--deep", "--format", "json"}));
    int endings = 0;
    const Json parts = Json::parse(world.out).at("analyses").at(0).at("parts");
    for (const Json& part : parts) {
        if (part.at("sort") != "ending" || !part.contains("replies")) continue;
        ++endings;
        World played;
        played.input = part.at("replies").get<std::string>() + "\n";
        played.run(with_small_content({"play", "drip", "--format", "json"}));
        const Json talk = Json::parse(played.out);
        CHECK(talk.at("ending").at("id") == part.at("id"));
        CHECK(talk.at("turns").size() == part.at("turns").get<std::size_t>());
    }
    CHECK(endings >= 2);
}

TEST_CASE("check: --way-to shows a play to one part, and says when there is none such") {
    const std::string file = "tests/app/fixtures/library/drip.json";
    World world;
    world.run(with_small_content({"check", file, "--way-to", "settled"}));
    CHECK(world.status == 0);
    CHECK(world.out.find("ending settled (line 45), met after 2 turns: =b =a") != std::string::npos);
    World line;
    line.run(with_small_content({"check", file, "--way-to", "那歸誰", "--format", "json"}));
    const Json parts = Json::parse(line.out).at("ways").at(0).at("parts");
    REQUIRE(parts.size() == 1);
    CHECK(parts.at(0).at("line") == 26);
    CHECK(parts.at(0).at("replies") == "=c");
    World typed;
    typed.run(with_small_content({"check", file, "--way-to", "thrown-out"}));
    CHECK(typed.out.find("after 1 turns of the golden play worst") != std::string::npos);
    World none;
    none.run(with_small_content({"check", file, "--way-to", "nowhere"}));
    CHECK(none.status == 2);
    CHECK(none.err.find("unknown-part") != std::string::npos);
}

TEST_CASE("check: --deep shows the best and the worst play to each ending") {
    World world;
    world.run(with_small_content({"check", "tests/app/fixtures/library/drip.json", "--deep", "--format", "json"}));
    const Json report = Json::parse(world.out);
    REQUIRE(report.at("analyses").size() == 1);
    const Json& analysis = report.at("analyses").at(0);
    CHECK(analysis.at("exact") == true);
    CHECK(analysis.at("best").at("score").get<int>() > analysis.at("worst").at("score").get<int>());
    World played;
    for (const Json& choice : analysis.at("best").at("choices")) played.input += "=" + choice.get<std::string>() + "\n";
    played.run(with_small_content({"play", "drip", "--format", "json"}));
    CHECK(Json::parse(played.out).at("score") == analysis.at("best").at("score"));
    World text;
    text.run(with_small_content({"check", "tests/app/fixtures/library/drip.json", "--deep"}));
    CHECK(text.out.find("best score, and how") != std::string::npos);
    CHECK(text.out.find("Parts of the scenario that some play meets") != std::string::npos);
}
