// One scenario per diagnostic of the static check, in tests/scenarios/unsound: each loads, and each is found out.
#include <filesystem>
#include <set>

#include "golden.hpp"
#include "scenarios/analysis.hpp"
#include "scenarios/library.hpp"

#include "fixtures.hpp"

using namespace huashu;
using namespace huashu::scenarios;
using namespace huashu::scenarios::testing;

namespace {

const std::vector<Scenario>& unsound() {
    static const auto library = [] {
        auto loaded = load_library(folder + "/unsound", plain_engine(), personas);
        REQUIRE(loaded.has_value());
        for (const Diagnostic& problem : loaded->problems) CHECK_MESSAGE(false, to_text(problem));
        return std::move(loaded->value);
    }();
    return library;
}

std::set<std::string> codes_of(const Diagnostics& problems) {
    std::set<std::string> codes;
    for (const Diagnostic& problem : problems) codes.insert(problem.code);
    return codes;
}

Diagnostics everything_about(const Scenario& scenario) {
    Diagnostics problems = check_scenario(scenario, plain_engine());
    for (const Diagnostics& more :
         {check_analysis(scenario, analyse(scenario, plain_engine())), check_margins(scenario, plain_engine())})
        problems.insert(problems.end(), more.begin(), more.end());
    return problems;
}

std::vector<Scenario> twelve_stages_of(const std::string& file) {
    const Scenario scenario = load(file);
    return {scenario, scenario, scenario, scenario};
}

}  // namespace

TEST_CASE("unsound: each scenario is found out for the fault that it is named after") {
    REQUIRE(unsound().size() >= 25);
    for (const Scenario& scenario : unsound()) {
        CAPTURE(scenario.card().id);
        CHECK(codes_of(everything_about(scenario)).contains(scenario.card().id));
    }
}

TEST_CASE("unsound: every message is pinned with its place") {
    std::string text;
    for (const Scenario& scenario : unsound())
        for (const Diagnostic& problem : everything_about(scenario)) text += pinned(problem);
    huashu::test::check_golden(folder + "/unsound/expected.txt", text);
}

TEST_CASE("unsound: a sound scenario has nothing to report") {
    for (const std::string name : {"small", "loop", "recorded", "returns", "pressed"})
        for (const Diagnostic& problem : everything_about(load(folder + "/sound/" + name + ".json")))
            CHECK_MESSAGE(false, to_text(problem));
}

TEST_CASE("unsound: a library gives its best choices away by place, by length, by a word") {
    const auto first =
        codes_of(check_library(twelve_stages_of(folder + "/giveaway/best-by-place.json"), plain_engine()));
    CHECK(first.contains("best-by-place"));
    CHECK(first.contains("best-by-length"));
    CHECK(first.contains("best-by-word"));
}

TEST_CASE("unsound: a library in which the best choice looks like the others gives nothing away") {
    for (const Diagnostic& problem : check_library(twelve_stages_of(folder + "/giveaway/fair.json"), plain_engine()))
        CHECK_MESSAGE(false, to_text(problem));
    CHECK(check_library({load(folder + "/giveaway/best-by-place.json")}, plain_engine()).empty());  // too few to tell
}

TEST_CASE("unsound: scenarios of one household are held against each other") {
    auto loaded = load_library(folder + "/household", plain_engine(), personas);
    REQUIRE(loaded.has_value());
    for (const Diagnostic& problem : loaded->problems) CHECK_MESSAGE(problem.code == "todo", to_text(problem));
    CHECK(codes_of(loaded->problems).contains("todo"));
    std::map<std::string, std::set<std::string>> found;
    for (const Diagnostic& problem : check_library(loaded->value, plain_engine()))
        if (!problem.code.starts_with("best-by-"))
            found[std::filesystem::path(problem.place.file).stem().string()].insert(problem.code);
    CHECK(found == std::map<std::string, std::set<std::string>>{{"other-household", {"other-household"}},
                                                                {"unknown-memory", {"unknown-memory"}},
                                                                {"unknown-scenario", {"unknown-scenario"}}});
}
