#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "support/temporary_folder.hpp"
#include "world.hpp"

using namespace huashu;

namespace {

// Read with the small pack, in which 不歸我管 is deflect and 抱歉 an apology.
const char* const labelled =
    "{\"text\":\"這不歸我管\",\"acts\":[],\"families\":[\"deflect\"],\"origin\":\"test\"}\n"
    "{\"text\":\"抱歉\",\"acts\":[\"apologize\"],\"families\":[],\"origin\":\"test\"}\n"
    "{\"text\":\"關我什麼事\",\"acts\":[],\"families\":[\"deflect\"],\"origin\":\"test\"}\n";

}  // namespace

TEST_CASE("evaluate: hits and misses are counted by their labels") {
    const test::TemporaryFolder folder;
    World world;
    CHECK(world.run(with_small_content(
              {"evaluate", folder.write("said.jsonl", labelled), "--split", "all", "--format", "json"})) == 0);
    CAPTURE(world.err);
    const auto report = nlohmann::json::parse(world.out);
    CHECK(report["utterances"] == 3);
    CHECK(report["bad"] == 2);
    CHECK(report["bad_found"] == 1);
    CHECK(report["recall"] == 0.5);
    CHECK(report["good_flagged"] == 0);
    CHECK(report["families"]["deflect"]["hit"] == 1);
    CHECK(report["families"]["deflect"]["missed"] == 1);
    CHECK(report["acts"]["apologize"]["hit"] == 1);
}

TEST_CASE("evaluate: the misreadings of the test split stay sealed") {
    World world;
    CHECK(world.run(with_small_content({"evaluate", "--list"})) == 2);
    CHECK(world.err.find("test-split-listed") != std::string::npos);
}

TEST_CASE("evaluate: a mislabelled line is named and the others still count") {
    const test::TemporaryFolder folder;
    const std::string file =
        folder.write("said.jsonl", std::string(labelled) +
                                       "{\"text\":\"好\",\"acts\":[\"solv\"],\"families\":[],\"origin\":\"test\"}\n");
    World world;
    CHECK(world.run(with_small_content({"evaluate", file, "--split", "all", "--format", "json"})) == 1);
    CHECK(world.err.find("said.jsonl:4:") != std::string::npos);
    CHECK(nlohmann::json::parse(world.out)["utterances"] == 3);
}

TEST_CASE("evaluate: with a supervisor's own utterances it shows what they change") {
    const test::TemporaryFolder folder;
    std::string own;  // enough of both sides to learn from
    for (const char* at : {"一樓", "二樓", "三樓", "四樓", "五樓", "六樓", "七樓", "八樓", "九樓", "十樓"}) {
        own += std::string("{\"text\":\"") + at +
               "的事賴不著我們\",\"acts\":[],\"families\":[\"deflect\"],\"origin\":\"own\"}\n";
        own += std::string("{\"text\":\"") + at +
               "今晚有人過去看\",\"acts\":[\"solve\"],\"families\":[],\"origin\":\"own\"}\n";
    }
    const std::string file = folder.write("own.jsonl", own);
    World world;
    CHECK(world.run(with_small_content({"evaluate", file, "--split", "all", "--with", file})) == 0);
    CAPTURE(world.out);
    CHECK(world.out.find("acts F1                  0.000 -> 1.000") != std::string::npos);
    World without;
    CHECK(without.run(with_small_content({"evaluate", file, "--with", folder.path() + "/none.jsonl"})) != 0);
}
