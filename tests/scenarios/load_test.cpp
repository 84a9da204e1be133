#include "model/choice_verdict.hpp"
#include "scenarios/library.hpp"

#include "fixtures.hpp"

using namespace huashu;
using namespace huashu::scenarios;
using namespace huashu::scenarios::testing;

TEST_CASE("load: a sound scenario comes out with its names resolved") {
    const Scenario scenario = small();
    const ScenarioData& data = scenario.data();
    CHECK(scenario.card().id == "small");
    CHECK(scenario.card().complaint == scoring::Complaint::facility);
    CHECK(scenario.card().persona_name == "平常人");
    CHECK(scenario.card().owner.age == 50);
    REQUIRE(data.stages.size() == 3);
    CHECK(data.stages[0].next[0].to == 1);
    CHECK(data.stages[0].next[1].to == 2);
    CHECK(data.stages[2].next[0].to == to_end);
    CHECK(data.stages[0].choices[2].set[0].value == 1);
    CHECK(data.variables == std::vector<std::string>{"dodged"});
    CHECK(data.events[0].once);
    CHECK_FALSE(data.reactions[0].once);
    CHECK(data.endings[0].at_any_time);
    CHECK(data.plays.size() == 3);
}

TEST_CASE("load: every choice has its verdict") {
    const Scenario scenario = small();
    const ScenarioData& data = scenario.data();
    const auto heard = [&](std::size_t stage, std::size_t choice) {
        return verdict_of(data, data.stages[stage], data.stages[stage].choices[choice], plain_engine()).heard;
    };
    CHECK(heard(0, 0).acts.test(static_cast<std::size_t>(scoring::Act::apologize)));
    CHECK(heard(0, 0).acts.test(static_cast<std::size_t>(scoring::Act::empathize)));
    CHECK(heard(0, 2).families.test(static_cast<std::size_t>(scoring::Family::deflect)));
    CHECK(heard(2, 2).asked == std::vector<int>{1});
    const ChoiceData& choice = data.stages[0].choices[0];
    CHECK(&verdict_of(data, data.stages[0], choice, plain_engine()) ==
          &verdict_of(data, data.stages[0], choice, plain_engine()));
}

TEST_CASE("load: the plan holds the stages that no talk can go around") {
    const Scenario scenario = small();
    const ScenarioData& data = scenario.data();
    CHECK(data.plan == std::vector<int>{0, 2});
    CHECK(data.stages[1].planned == -1);
    CHECK(data.stages[2].planned == 1);
}

TEST_CASE("load: a folder is a library, and its hash tells contents apart") {
    const auto library = load_library(folder + "/sound", plain_engine(), personas);
    REQUIRE(library.has_value());
    for (const Diagnostic& problem : library->problems) MESSAGE(to_text(problem));
    CHECK(library->ok());
    REQUIRE(library->value.size() >= 1);
    const std::string hash = library->value.front().content_hash();
    CHECK(hash.size() == 16);
    CHECK(hash == load_library(folder + "/sound", plain_engine(), personas)->value.front().content_hash());
}

TEST_CASE("load: a folder that is missing or empty is said to be so") {
    const auto missing = load_library(folder + "/nowhere", plain_engine());
    REQUIRE_FALSE(missing.has_value());
    CHECK(missing.error().diagnostics.front().code == "folder-missing");
    const auto file = load_scenario(folder + "/sound", plain_engine(), personas);
    REQUIRE_FALSE(file.has_value());
    CHECK(file.error().diagnostics.front().code == "file-is-folder");
}
