// huashu assess, from the blueprint to the confirmed result, as a script would use it.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "app/commands/world.hpp"

namespace {

constexpr const char* exam_file = R"({
  "format": "huashu-blueprint", "version": 1, "id": "exam", "title": "考核", "minutes": 30, "pass_mark": 70, "forms": 1,
  "draws": [{"id": "one", "replies": "typed"}]
})";

struct AssessWorld : World {
    AssessWorld() { folder.write("blueprints/exam.json", exam_file); }
    int assess(std::vector<std::string> arguments) {
        out.clear();
        err.clear();
        arguments.insert(arguments.begin(), {"--data", folder.path(), "assess"});
        return run(with_small_content(std::move(arguments)));
    }
    nlohmann::json json(std::vector<std::string> arguments) {
        arguments.insert(arguments.end(), {"--format", "json"});
        REQUIRE(assess(std::move(arguments)) == 0);
        return nlohmann::json::parse(out);
    }
    std::string sit(const std::string& replies) {
        const std::string file = folder.write("replies.txt", replies);
        REQUIRE_MESSAGE(assess({"start", "exam", "--person", "林小安", "--new", "--replies", file}) == 0, err);
        return out.substr(0, out.find('\n'));
    }
    huashu::test::TemporaryFolder folder;
};

// The line of the ledger that speaks of a rule, as show numbers it.
std::string line_of_rule(const nlohmann::json& shown, const std::string& rule) {
    const auto& ledger = shown["result"]["items"][0]["ledger"];
    for (std::size_t i = 0; i < ledger.size(); ++i)
        if (ledger[i]["rule"] == rule) return "1." + std::to_string(i + 1);
    return "";
}

}  // namespace

TEST_CASE("assess command: sat, contested, upheld, confirmed") {
    AssessWorld world;
    const std::string id = world.sit("非常抱歉，這不歸我管。請問是哪裡滴水？\n師傅下午三點上門。\n");
    const auto shown = world.json({"show", id.substr(0, 20)});
    CHECK(shown["state"] == "provisional");
    CHECK(shown["rescored"] == "same");
    CHECK(shown["person"] == "林小安");
    const std::string line = line_of_rule(shown, "deflect.not_mine");
    REQUIRE_FALSE(line.empty());
    CHECK(world.assess({"contest", id, "--line", line, "--reason", "引述業主的話"}) == 0);
    CHECK(world.assess({"confirm", id, "--by", "王主管"}) == 2);  // an appeal is open
    CHECK(world.err.find("appeal") != std::string::npos);
    CHECK(world.assess({"decide", id, "--uphold", "--by", "王主管", "--reason", "是引述"}) == 0);
    CHECK(world.out.find("offered-examples/deflect.not_mine-") != std::string::npos);
    CHECK(world.assess({"confirm", id, "--by", "林小安"}) == 2);  // one's own
    CHECK(world.assess({"confirm", id, "--by", "王主管"}) == 0);
    const auto after = world.json({"show", id});
    CHECK(after["state"] == "confirmed");
    CHECK(after["score"] > after["machine"]);
    CHECK(after["changes"].size() == 1);
    const auto all = world.json({"list"});
    REQUIRE(all["sittings"].size() == 1);
    CHECK(all["sittings"][0]["id"] == id);
    CHECK(world.assess({"start", "exam", "--person", "林小安"}) == 2);  // the only attempt is used
}

TEST_CASE("assess command: a sitting that was left goes on with the same command") {
    AssessWorld world;
    const std::string id = world.sit("非常抱歉。\n");
    CHECK(world.json({"show", id})["state"] == "running");
    const std::string file = world.folder.write("more.txt", "請問是哪裡滴水？\n師傅下午三點上門。\n");
    REQUIRE(world.assess({"start", "exam", "--person", "林小安", "--replies", file}) == 0);
    CHECK(world.out.starts_with(id));
    CHECK(world.json({"show", id})["state"] == "provisional");
    CHECK(world.assess({"set-aside", id, "--by", "王主管", "--reason", "停電"}) == 0);
    CHECK(world.json({"show", id})["state"] == "set_aside");
}

TEST_CASE("assess command: forms with their numbers, and what is missing, with its place") {
    AssessWorld world;
    const auto drawn = world.json({"draw", "exam"});
    CHECK(drawn["forms"].size() == 1);
    CHECK(drawn["forms"][0]["maximum"] == 100);
    CHECK(drawn["spread"] == 0);
    std::string two = exam_file;
    two.replace(two.find("\"typed\""), 7, "\"typed\", \"count\": 2");
    world.folder.write("two/exam.json", two);
    CHECK(world.assess({"draw", world.folder.path() + "/two/exam.json"}) == 1);
    CHECK(
        world.err.find("exam.json:3:13: error: the draw 'one' asks for 2 (any scenario), but 1 scenario fits: drip") !=
        std::string::npos);
    CHECK(world.assess({"draw", "no-such"}) == 2);
    CHECK(world.assess({"contest", "x", "--line", "seven", "--reason", "r"}) == 2);
}

TEST_CASE("assess command: a sample is marked blind and read back") {
    AssessWorld world;
    world.sit("非常抱歉，這不歸我管。請問是哪裡滴水？\n師傅下午三點上門。\n");
    const std::string sheet = world.folder.path() + "/sheet.json";
    REQUIRE(world.assess({"sample", "--out", sheet, "--count", "5"}) == 0);
    CHECK(world.assess({"sample", "--out", sheet}) == 2);  // never over a file that is there
    CHECK(world.assess({"agree", sheet}) == 1);            // nobody has filled it in
    std::string text = huashu::test::read_bytes(sheet);
    text.replace(text.find("\"rater\": \"\""), 11, "\"rater\": \"王主管\"");
    text.replace(text.find("\"empathy\": null"), 15, "\"empathy\": 2");
    const std::string filled = world.folder.write("filled.json", text);
    const auto agreed = world.json({"agree", filled});
    CHECK(agreed["replies"] == 1);
    for (const auto& row : agreed["dimensions"]) CHECK(row["kappa"].is_null());  // too few to say
}
