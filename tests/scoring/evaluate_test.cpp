#include "scoring/evaluate.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>

using namespace huashu;
using namespace huashu::scoring;

namespace {

// A file that lives as long as the test.
struct TemporaryFile {
    std::string path = (std::filesystem::temp_directory_path() / "huashu-utterances-test.jsonl").string();
    explicit TemporaryFile(const std::string& text) { std::ofstream(path, std::ios::binary) << text; }
    ~TemporaryFile() { std::remove(path.c_str()); }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
};

}  // namespace

TEST_CASE("evaluate: utterances are read with their labels and lines") {
    const TemporaryFile file(
        "{\"text\":\"這不歸我管。\",\"acts\":[],\"families\":[\"deflect\"],\"origin\":\"mainland/phone\"}\n\n"
        "{\"text\":\"非常抱歉。\",\"acts\":[\"apologize\"],\"families\":[],\"origin\":\"taiwan/"
        "desk\",\"owner\":\"又漏水了！\"}\n");
    const auto loaded = load_utterances(file.path);
    REQUIRE(loaded.has_value());
    CHECK(loaded->ok());
    REQUIRE(loaded->value.size() == 2);
    CHECK(loaded->value[0].families[static_cast<std::size_t>(Family::deflect)]);
    CHECK(loaded->value[1].acts[static_cast<std::size_t>(Act::apologize)]);
    CHECK(loaded->value[1].line == 3);
    CHECK(loaded->value[1].owner == "又漏水了！");
}

TEST_CASE("evaluate: what does not fit is named with its line, and the rest stands") {
    struct Row {
        const char* line;
        const char* code;
    };
    const Row rows[] = {
        {"{\"text\":\"好\",\"acts\":[\"appologize\"],\"families\":[],\"origin\":\"x\"}", "unknown-name"},
        {"{\"text\":\"好\",\"acts\":[],\"families\":[],\"origin\":\"x\",\"acst\":[]}", "unknown-key"},
        {"{\"text\":\"先有的\",\"acts\":[],\"families\":[],\"origin\":\"x\"}", "utterance-twice"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.line);
        const TemporaryFile file("{\"text\":\"先有的\",\"acts\":[],\"families\":[],\"origin\":\"x\"}\n" +
                                 std::string(row.line) + "\n");
        const auto loaded = load_utterances(file.path);
        REQUIRE(loaded.has_value());
        CHECK(loaded->value.size() == 1);
        REQUIRE(loaded->problems.size() == 1);
        CHECK(loaded->problems[0].code == row.code);
        CHECK(loaded->problems[0].place.line == 2);
    }
}

TEST_CASE("evaluate: a text keeps its side of the split for ever") {
    CHECK(in_test_split("") == false);
    int test = 0;
    for (int i = 0; i < 5000; ++i) test += in_test_split("第" + std::to_string(i) + "句話");
    CHECK(test > 900);
    CHECK(test < 1100);
}

TEST_CASE("evaluate: precision, recall and F1 by their definitions") {
    const Tally tally{.hit = 6, .missed = 2, .false_alarm = 4};
    CHECK(std::abs(tally.precision() - 0.6) < 1e-12);
    CHECK(std::abs(tally.recall() - 0.75) < 1e-12);
    CHECK(std::abs(tally.f1() - 12.0 / 18.0) < 1e-12);
    CHECK(Tally{}.f1() == 1.0);
}

TEST_CASE("evaluate: all files of a pack are read together, and a text that stands in two is named") {
    const std::string line = R"({"text":"這不歸我管。","acts":[],"families":["deflect"],"origin":"x"})";
    const auto loaded = parse_utterances({{"utterances-a.jsonl", line + "\n"}, {"utterances-b.jsonl", "\n" + line}});
    REQUIRE(loaded.value.size() == 1);
    CHECK(loaded.value[0].file == "utterances-a.jsonl");
    REQUIRE(loaded.problems.size() == 1);
    CHECK(loaded.problems[0].code == "utterance-twice");
    CHECK(loaded.problems[0].place.file == "utterances-b.jsonl");
    CHECK(loaded.problems[0].place.line == 2);
    const auto files = read_utterance_files("scoring/packs/zh");
    REQUIRE(files.has_value());
    CHECK(std::ranges::is_sorted(*files, {}, &UtteranceFile::name));
    CHECK(std::ranges::find(*files, "utterances.jsonl", &UtteranceFile::name) != files->end());
}
