// What commands print, to the byte, in files that are read when they change. HUASHU_GOLDEN=write writes them anew.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "world.hpp"

namespace fs = std::filesystem;

namespace {

struct Case {
    std::string name;  ///< of the file in tests/app/golden
    std::vector<std::string> arguments;
    std::string input;
};

const std::string golden_fixtures = "tests/app/fixtures/";

std::vector<Case> cases() {
    return {
        {"play-text", {"play", "drip", "--replies", golden_fixtures + "mixed.txt"}, ""},
        {"play-text-zh-Hant", {"--lang", "zh-Hant", "play", "drip", "--replies", golden_fixtures + "mixed.txt"}, ""},
        {"play-text-zh-Hans", {"--lang", "zh-Hans", "play", "drip", "--replies", golden_fixtures + "mixed.txt"}, ""},
        {"play-json", {"play", "drip", "--replies", golden_fixtures + "mixed.txt", "--format", "json"}, ""},
        {"play-unfinished", {"play", "drip", "--replies", "-"}, "=a\n"},
        {"play-thrown-out", {"play", "drip"}, "=a\n你滾出去！\n"},
        {"play-wrong-choice", {"play", "drip"}, "# a comment\n=a\n=z\n=b\n"},
        {"play-empty", {"play", "drip"}, ""},
        {"play-not-utf8", {"play", "drip"}, "好的\n\xb1\xf0\xbc\xb1\n"},
        {"play-controls", {"play", "drip"}, "\x1b[2J不歸我管\x07\n"},
        {"play-unknown", {"play", "no-such-scenario"}, "=a\n"},
        {"play-no-file", {"play", "drip", "--replies", golden_fixtures + "none.txt"}, ""},
        {"play-folder", {"play", "drip", "--replies", golden_fixtures}, ""},
        {"score",
         {"score"},
         "{\"id\":\"1\",\"text\":\"這不歸我管，非常抱歉。\",\"family\":\"facility\",\"step\":1}\r\n"
         "\n"
         "{\"id\":2,\"text\":\"師傅三點到\",\"owner\":\"什麼時候修？\",\"family\":\"facility\",\"step\":3}\n"
         "{\"text\":\"\"}"},
        {"score-bad-lines",
         {"score", "-"},
         "\xEF\xBB\xBF{\"id\":\"1\",\"text\":\"好的\"}\n"
         "no json\n"
         "{\"id\":\"2\"}\n"
         "{\"id\":\"3\",\"text\":7}\n"
         "{\"id\":[4],\"text\":\"好\"}\n"
         "{\"id\":\"5\",\"text\":\"好\",\"famly\":\"facility\"}\n"
         "{\"id\":\"6\",\"text\":\"好\",\"family\":\"facilities\",\"step\":5}\n"
         "{\"id\":\"7\",\"text\":\"\xff\"}\n"
         "{\"id\":\"8\",\"text\":\"好\"\n"
         "{\"id\":\"9\",\"id\":\"10\",\"text\":\"好\"}\n"
         "[\"text\"]\n"
         "{\"id\":\"11\",\"text\":\"\\ud800\"}\n"},
        {"score-no-file", {"score", golden_fixtures + "none.jsonl"}, ""},
        {"score-folder", {"score", golden_fixtures}, ""},
        {"check", {"check", "tests/app/fixtures/library"}, ""},
        {"check-json", {"check", "tests/app/golden", "--format", "json"}, ""},
        {"list", {"list"}, ""},
        {"list-zh-Hans", {"--lang", "zh-Hans", "list"}, ""},
        {"list-json", {"list", "--format", "json"}, ""},
        {"explain", {"explain", "抱歉，这不归我管。", "--family", "facility", "--step", "1"}, ""},
        {"explain-input", {"explain", "-"}, "好的\n"},
        {"help", {"--help"}, ""},
        {"help-zh-Hant", {"--lang", "zh-Hant", "--help"}, ""},
        {"help-play", {"play", "--help"}, ""},
        {"usage-unknown-command", {"sing"}, ""},
        {"usage-unknown-option", {"score", "--loud"}, ""},
        {"usage-bad-format", {"play", "drip", "--format", "xml"}, ""},
        {"usage-no-scenario", {"play"}, ""},
        {"usage-language", {"--lang", "fr", "play", "drip"}, ""},
    };
}

std::string transcript(const Case& each) {
    World world;
    world.input = each.input;
    world.run(with_small_content(each.arguments));
    std::string text = "$ huashu";
    for (const std::string& argument : each.arguments) text += " " + argument;
    text += "\n" + world.out;
    if (!world.err.empty()) text += "--- stderr\n" + world.err;
    return text + "--- status " + std::to_string(world.status) + "\n";
}

}  // namespace

TEST_CASE("commands: print just what their golden files hold") {
    const char* wish = std::getenv("HUASHU_GOLDEN");
    const bool writes = wish != nullptr && std::string(wish) == "write";
    for (const Case& each : cases()) {
        CAPTURE(each.name);
        const std::string file = "tests/app/golden/" + each.name + ".txt";
        const std::string now = transcript(each);
        if (writes) std::ofstream(file, std::ios::binary) << now;
        CHECK(huashu::test::read_bytes(file) == now);
    }
}

TEST_CASE("commands: no golden file is left without its case") {
    std::vector<std::string> names;
    for (const Case& each : cases()) names.push_back(each.name);
    int files = 0;
    for (const auto& entry : fs::directory_iterator("tests/app/golden")) {
        ++files;
        CHECK_MESSAGE(std::count(names.begin(), names.end(), entry.path().stem().string()) == 1, entry.path().string());
    }
    CHECK(files == static_cast<int>(names.size()));
}
