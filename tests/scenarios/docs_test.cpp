// The examples of docs/scenarios.md, put together into one scenario and one persona, load without a problem.
#include <nlohmann/json.hpp>
#include <regex>

#include "golden.hpp"
#include "support/temporary_folder.hpp"

#include "fixtures.hpp"

using namespace huashu;
using namespace huashu::scenarios;
using namespace huashu::scenarios::testing;

namespace {

using Json = nlohmann::ordered_json;

std::string page() {
    static const std::string text = huashu::test::read_whole("docs/scenarios.md");
    REQUIRE_FALSE(text.empty());
    return text;
}

void replace_all(std::string& text, const std::string& old, const std::string& by) {
    for (std::size_t at = text.find(old); at != std::string::npos; at = text.find(old, at + by.size()))
        text.replace(at, old.size(), by);
}

/// What stands for something else is filled in; sentences that are left out become different ones.
Json filled_in(std::string example) {
    replace_all(example, "CONDITION", R"({"clean": true})");
    replace_all(example, "LINES", R"(["……"])");
    replace_all(example, "{…}", "{}");
    for (int i = 0; example.find("\"…\"") != std::string::npos; ++i)
        example.replace(example.find("\"…\""), std::string("\"…\"").size(), "\"第" + std::to_string(i) + "句\"");
    CAPTURE(example);
    Json json = Json::parse(example, nullptr, false);
    REQUIRE_FALSE(json.is_discarded());
    return json;
}

/// The fenced example that holds these words; a list of members becomes an object.
Json block(const std::string& words) {
    const std::regex fence("```json\n([^`]*)```");
    const std::string text = page();
    for (std::sregex_iterator it(text.begin(), text.end(), fence), end; it != end; ++it) {
        const std::string example = (*it)[1];
        if (example.find(words) == std::string::npos) continue;
        return filled_in(example.front() == '{' ? example : "{" + example + "}");
    }
    FAIL("the page has no example with ", words);
    return {};
}

/// The example in a line of text that begins so.
Json line(const std::string& begin) {
    const std::string text = page();
    const std::size_t at = text.find("`" + begin);
    REQUIRE_MESSAGE(at != std::string::npos, begin);
    return filled_in(text.substr(at + 1, text.find('`', at + 1) - at - 1));
}

Json parsed(const std::string& file) { return Json::parse(huashu::test::read_whole(file)); }

void take(Json& into, const Json& from) {
    for (const auto& [key, value] : from.items())
        if (!(value.is_array() && value.empty()) && key != "$schema" && key != "id") into[key] = value;
}

}  // namespace

TEST_CASE("docs: the examples of the page on scenarios load") {
    Json scenario = parsed(folder + "/sound/small.json");
    take(scenario, block("\"huashu-scenario\""));
    scenario["persona"] = "plain";
    scenario["start"] = "receive";
    Json stage = block("\"quality\": \"best\"");
    REQUIRE(stage["next"].is_string());
    stage["next"] = "solve";
    stage["choices"] = filled_in(stage["choices"].dump());
    scenario["stages"][0] = stage;
    scenario["facts"][0] = block("\"ask\"");
    scenario["reactions"].push_back(line(R"({"id": "brushed-off")"));
    scenario["reactions"].back()["set"].update({{"dodged", 1}, {"promised_money", 1}});  // that other examples ask for
    scenario["events"].push_back(line(R"({"id": "films")"));
    scenario["endings"][1] = line(R"({"id": "settled")");
    scenario["plays"][0] = line(R"({"id": "best")");
    take(scenario, block("\"memories\""));
    take(scenario, block("\"returning\""));
    take(scenario, block("\"record\""));
    const huashu::test::TemporaryFolder temporary;
    const auto loaded = load_scenario(temporary.write("small.json", scenario.dump(1)), plain_engine(), personas);
    if (!loaded)
        for (const Diagnostic& problem : loaded.error().diagnostics) CHECK_MESSAGE(false, to_text(problem));
}

TEST_CASE("docs: the example of a persona loads, with the reactions that it leaves out") {
    Json persona = parsed(personas + "/plain.json");
    take(persona, block("\"huashu-persona\""));
    persona["effects"] = parsed(personas + "/plain.json")["effects"];  // each family must have its price
    const Json example = block("\"huashu-persona\"");
    for (const Json& effect : example["effects"]) persona["effects"].push_back(effect);
    const huashu::test::TemporaryFolder temporary;
    for (const Diagnostic& problem : check_persona(temporary.write("plain.json", persona.dump(1)), plain_engine()))
        CHECK_MESSAGE(false, to_text(problem));
}
