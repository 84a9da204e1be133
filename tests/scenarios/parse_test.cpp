#include "golden.hpp"
#include "scenarios/library.hpp"

#include "fixtures.hpp"

using namespace huashu;
using namespace huashu::scenarios;
using namespace huashu::scenarios::testing;

TEST_CASE("parse: a text in an editor loads as its file would") {
    const std::string text = huashu::test::read_whole(folder + "/sound/small.json");
    const auto scenario = parse_scenario("drafts/small.json", text, plain_engine(), personas);
    REQUIRE(scenario.has_value());
    CHECK(scenario->content_hash() == small().content_hash());
    CHECK(scenario->card().file == "drafts/small.json");
}

TEST_CASE("parse: cut off anywhere, a scenario is refused with a place and never accepted") {
    const std::string text = huashu::test::read_whole(folder + "/sound/small.json");
    for (std::size_t length = 0; length + 2 < text.size(); length += 97) {
        const auto scenario = parse_scenario("small.json", text.substr(0, length), plain_engine(), personas);
        REQUIRE_FALSE(scenario.has_value());
        CHECK(scenario.error().diagnostics.front().place.line >= 1);
    }
}

TEST_CASE("parse: a persona's name can't lead out of its folder") {
    std::string text = huashu::test::read_whole(folder + "/sound/small.json");
    text.replace(text.find("\"plain\""), 7, "\"../personas/plain\"");
    const auto scenario = parse_scenario("small.json", text, plain_engine(), personas);
    REQUIRE_FALSE(scenario.has_value());
    CHECK(scenario.error().diagnostics.front().code == "unknown-persona");
}

TEST_CASE("parse: whatever is done to one byte, the loader answers and does not crash") {
    const std::string sound = huashu::test::read_whole(folder + "/sound/small.json");
    for (std::size_t at = 0; at < sound.size(); at += 41)
        for (const char byte : {'\0', '"', '{', ']', '9', '\xff'}) {
            std::string text = sound;
            text[at] = byte;
            (void)parse_scenario("small.json", text, plain_engine(), personas);
        }
}
