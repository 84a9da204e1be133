// Holds the house together: who may include whom, and what the libraries below `app` never touch.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

struct Layer {
    std::string folder;
    std::vector<std::string> may_include;  // public header prefixes of our own libraries
};

const std::vector<Layer> layers{
    {"scoring", {"scoring/"}}, {"scenarios", {"scenarios/", "scoring/"}}, {"app", {"scenarios/", "scoring/"}}};

bool is_source(const fs::path& path) { return path.extension() == ".cpp" || path.extension() == ".hpp"; }

std::vector<fs::path> sources_of(const std::string& folder) {
    std::vector<fs::path> found;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file() && is_source(entry.path())) found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<std::string> lines_of(const fs::path& path) {
    std::ifstream in(path);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

// The library that an include names, or "" when it is nobody's public header.
std::string library_of(const std::string& line) {
    static const std::regex ours(R"re(^\s*#\s*include\s*[<"](scoring|scenarios|app)/)re");
    std::smatch match;
    return std::regex_search(line, match, ours) ? match[1].str() : "";
}

bool allowed(const Layer& layer, const std::string& library) {
    return std::find(layer.may_include.begin(), layer.may_include.end(), library + "/") != layer.may_include.end();
}

// Below `app` nothing may depend on when, where or by what luck it runs. `Why` each: a clock or chance makes a
// score irreproducible; output and UI belong to the app.
const std::regex banned_below_app(
    R"(<chrono>|<random>|<ctime>|<iostream>|std::rand\b|\bgetenv\b|\btime\(|std::random_device|imgui|GLFW|sqlite)");
const std::regex banned_comment(R"(^\s*//)");

}  // namespace

TEST_CASE("layers: arrows run app -> scenarios -> scoring and never back") {
    for (const Layer& layer : layers) {
        const auto files = sources_of(layer.folder);
        REQUIRE_MESSAGE(!files.empty(), layer.folder);
        for (const fs::path& file : files)
            for (const std::string& line : lines_of(file)) {
                const std::string library = library_of(line);
                if (library.empty()) continue;
                CHECK_MESSAGE(allowed(layer, library), file.string(), ": ", line);
            }
    }
}

TEST_CASE("layers: scoring and scenarios know no clock, chance, environment, screen or database") {
    for (const std::string folder : {"scoring", "scenarios"})
        for (const fs::path& file : sources_of(folder)) {
            if (file.string().find("/tools/") != std::string::npos) continue;  // run at build time only
            for (const std::string& line : lines_of(file)) {
                if (std::regex_search(line, banned_comment)) continue;
                CHECK_MESSAGE(!std::regex_search(line, banned_below_app), file.string(), ": ", line);
            }
        }
}

TEST_CASE("layers: the checks themselves can fail") {
    CHECK(library_of("#include \"app/records/store.hpp\"") == "app");
    CHECK_FALSE(allowed(layers[0], "scenarios"));
    CHECK_FALSE(allowed(layers[1], "app"));
    CHECK(std::regex_search(std::string("#include <chrono>"), banned_below_app));
}
