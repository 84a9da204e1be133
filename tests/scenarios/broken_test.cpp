// One broken file per diagnostic of the loader, in tests/scenarios/broken; the whole text of every message is pinned.
#include <filesystem>
#include <set>

#include "golden.hpp"
#include "scenarios/library.hpp"

#include "fixtures.hpp"

using namespace huashu;
using namespace huashu::scenarios;
using namespace huashu::scenarios::testing;

namespace {

namespace fs = std::filesystem;
const std::string broken = folder + "/broken";

std::vector<std::string> files_of(const std::string& path) {
    std::vector<std::string> files;
    for (const auto& entry : fs::directory_iterator(path))
        if (entry.path().extension() == ".json") files.push_back(entry.path().generic_string());
    std::sort(files.begin(), files.end());
    return files;
}

Loaded<std::vector<Scenario>> load_broken() {
    auto library = load_library(broken, plain_engine(), broken + "/personas");
    REQUIRE(library.has_value());
    return std::move(*library);
}

std::set<std::string> codes_at(const Diagnostics& problems, const std::string& file) {
    std::set<std::string> codes;
    for (const Diagnostic& problem : problems)
        if (problem.place.file == file) codes.insert(problem.code);
    return codes;
}

}  // namespace

TEST_CASE("broken: each file is refused for the fault that it is named after") {
    const auto library = load_broken();
    CHECK(library.value.empty());
    const auto files = files_of(broken);
    REQUIRE(files.size() >= 40);
    for (const std::string& file : files) {
        const std::string code = fs::path(file).stem().string();
        CAPTURE(file);
        CHECK(codes_at(library.problems, file).contains(code));
    }
}

TEST_CASE("broken: each persona is refused for the fault that it is named after") {
    const auto library = load_broken();
    for (const std::string& file : files_of(broken + "/personas")) {
        const std::string code = fs::path(file).stem().string();
        CAPTURE(file);
        if (code == "plain")
            CHECK(codes_at(library.problems, file).empty());
        else
            CHECK(codes_at(library.problems, file).contains(code));
    }
}

TEST_CASE("broken: every message is pinned with its place") {
    std::string text;
    for (const Diagnostic& problem : load_broken().problems) {
        CHECK_FALSE(problem.place.file.empty());
        text += pinned(problem);
    }
    huashu::test::check_golden(broken + "/expected.txt", text);
}

TEST_CASE("broken: a scenario that can't be loaded names all its problems at once") {
    const auto scenario = load_scenario(broken + "/contradiction.json", plain_engine(), broken + "/personas");
    REQUIRE_FALSE(scenario.has_value());
    CHECK(scenario.error().diagnostics.size() == 2);
}
