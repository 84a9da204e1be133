// docs/scenario-diagnostics.md explains every code that has an example, and has an example for every code it explains.
#include <filesystem>
#include <regex>
#include <set>

#include "golden.hpp"

namespace {

namespace fs = std::filesystem;

std::set<std::string> documented() {
    std::set<std::string> codes;
    const std::string text = huashu::test::read_whole("docs/scenario-diagnostics.md");
    const std::regex row(R"(\n\| (`[^|]*) \|)");
    const std::regex code("`([a-z-]+)`");
    for (std::sregex_iterator it(text.begin(), text.end(), row), end; it != end; ++it) {
        const std::string cell = (*it)[1];
        for (std::sregex_iterator in(cell.begin(), cell.end(), code); in != end; ++in) codes.insert((*in)[1]);
    }
    return codes;
}

std::set<std::string> stems_of(const std::string& folder) {
    std::set<std::string> stems;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".json") stems.insert(entry.path().stem().string());
    return stems;
}

}  // namespace

TEST_CASE("catalogue: every code has an example, every example is explained") {
    std::set<std::string> examples = stems_of("tests/scenarios/broken");
    examples.merge(stems_of("tests/scenarios/broken/personas"));
    examples.merge(stems_of("tests/scenarios/unsound"));
    examples.erase("plain");  // the sound persona that the broken scenarios use
    for (const char* of_library : {"best-by-place", "best-by-length", "best-by-word", "unknown-scenario",
                                   "other-household", "unknown-memory", "todo", "never-holds"})
        examples.insert(of_library);
    CHECK(documented().size() > 60);
    for (const std::string& code : documented()) CHECK_MESSAGE(examples.contains(code), code, " has no example");
    for (const std::string& code : examples) CHECK_MESSAGE(documented().contains(code), code, " is not explained");
}
