// What no author writes on purpose: huge files, endless nesting, conditions that can never hold.
#include <fstream>

#include "golden.hpp"
#include "scenarios/library.hpp"
#include "support/temporary_folder.hpp"

#include "fixtures.hpp"

using namespace huashu;
using namespace huashu::scenarios;
using namespace huashu::scenarios::testing;

namespace {

std::string code_of(const std::string& text) {
    const auto scenario = parse_scenario("small.json", text, plain_engine(), personas);
    REQUIRE_FALSE(scenario.has_value());
    return scenario.error().diagnostics.front().code;
}

std::string repeated(const std::string& piece, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += piece;
    return text;
}

/// small.json with another condition on its first reaction.
std::string with_condition(const std::string& condition) {
    std::string text = huashu::test::read_whole(folder + "/sound/small.json");
    const std::string old = R"({"match": ["燈泡"], "clean": true})";
    text.replace(text.find(old), old.size(), condition);
    return text;
}

}  // namespace

TEST_CASE("bad input: a file of 100 MB is refused before it is read") {
    const huashu::test::TemporaryFolder temporary;
    const std::string file = temporary / "huge.json";
    std::ofstream(file, std::ios::binary).put('{');
    std::filesystem::resize_file(file, 100u << 20);
    const auto scenario = load_scenario(file, plain_engine(), personas);
    REQUIRE_FALSE(scenario.has_value());
    CHECK(scenario.error().diagnostics.front().code == "file-too-large");
    CHECK(scenario.error().diagnostics.front().place.file == file);
    const auto persona = check_persona(file, plain_engine());
    REQUIRE(persona.size() == 1);
    CHECK(persona.front().code == "file-too-large");
}

TEST_CASE("bad input: nesting 10,000 deep is refused with its place, whatever it is made of") {
    constexpr int depth = 10'000;
    const std::string brackets = repeated("[", depth) + repeated("]", depth);
    const std::string objects = repeated("{\"not\":", depth) + "{\"clean\": true}" + repeated("}", depth);
    CHECK(code_of(brackets) == "too-deep");
    CHECK(code_of(objects) == "too-deep");
    CHECK(code_of(repeated("[", depth)) == "too-deep");  // never closed
    CHECK(code_of(with_condition(objects)) == "too-deep");
    std::string any = "{\"clean\": true}";
    for (int i = 0; i < 30; ++i) any = "{\"any\": [" + any + "]}";
    const auto scenario = parse_scenario("small.json", with_condition(any), plain_engine(), personas);
    REQUIRE_FALSE(scenario.has_value());
    CHECK(scenario.error().diagnostics.front().code == "too-deep");
    CHECK(scenario.error().diagnostics.front().place.line == 32);
}

TEST_CASE("bad input: a condition that can never hold is told") {
    struct Row {
        const char* condition;
        const char* code;  ///< "": sound
    };
    const Row rows[] = {
        {R"({"anger": {"min": 60, "max": 40}})", "contradiction"},
        {R"({"told": ["since"], "untold": ["since"]})", "contradiction"},
        {R"({"clean": true, "severity": "major"})", "never-holds"},
        {R"({"clean": true, "severity": "note"})", ""},
        {R"({"input": ["silent"], "acts": ["apologize"]})", "never-holds"},
        {R"({"input": ["silent", "empty"], "match": ["燈"]})", "never-holds"},
        {R"({"input": ["silent", "repeat"], "acts": ["apologize"]})", ""},
        {R"({"input": ["off_topic"], "families": ["*"]})", "never-holds"},
        {R"({"anger": {"min": 60}, "not": {"anger": {"min": 60}}})", "never-holds"},
        {R"({"acts": ["solve", "own"], "clean": true, "not": {"acts": ["solve", "own"]}})", "never-holds"},
        {R"({"anger": {"min": 60}, "not": {"anger": {"min": 61}}})", ""},
        {R"({"turn": {"max": 2}, "stage_turn": {"min": 3}})", "never-holds"},
        {R"({"any": [{"clean": true, "severity": "major"}, {"clean": true}]})", "never-holds"},
    };
    const huashu::test::TemporaryFolder temporary;
    for (const Row& row : rows) {
        CAPTURE(row.condition);
        temporary.write("small.json", with_condition(row.condition));
        const auto library = load_library(temporary.path(), plain_engine(), personas);
        REQUIRE(library.has_value());
        std::string codes;
        for (const Diagnostic& problem : library->problems) codes += problem.code;
        CHECK(codes == row.code);
    }
}

TEST_CASE("bad input: a golden play that no longer holds says which turn did what") {
    std::string text = huashu::test::read_whole(folder + "/sound/small.json");
    const std::string old = R"("anger": {"min": 95}})";
    text.replace(text.find(old), old.size(), R"("anger": {"min": 60}})");  // he hangs up sooner
    const auto scenario = parse_scenario("small.json", text, plain_engine(), personas);
    REQUIRE(scenario.has_value());
    const Diagnostic* found = nullptr;
    const Diagnostics problems = check_scenario(*scenario, plain_engine());
    for (const Diagnostic& problem : problems)
        if (problem.code == "play-over" && found == nullptr) found = &problem;
    REQUIRE(found != nullptr);
    CHECK(found->text == "the play \"mixed\", turn 2: the talk has ended before, in \"hangs-up\"");
    CHECK(found->remedy.find("turn 1 in \"receive\" left anger 67") != std::string::npos);
    CHECK(found->remedy.find("deflect; choice c") != std::string::npos);
}

TEST_CASE("bad input: a golden play that ends elsewhere says what of its ending's condition did not hold") {
    std::string text = huashu::test::read_whole(folder + "/sound/small.json");
    const std::string old = R"({"anger": {"max": 40}, "did")";
    text.replace(text.find(old), old.size(), R"({"anger": {"max": 2}, "did")");
    const auto scenario = parse_scenario("small.json", text, plain_engine(), personas);
    REQUIRE(scenario.has_value());
    std::string remedies;
    for (const Diagnostic& problem : check_scenario(*scenario, plain_engine()))
        if (problem.code == "play-ending") remedies += problem.remedy;
    CHECK(remedies.find("against \"settled\" spoke: anger; turn 2 in \"solve\"") != std::string::npos);
}
