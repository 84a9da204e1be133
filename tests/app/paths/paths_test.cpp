#include "paths/paths.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

using namespace huashu;
using namespace huashu::app;
namespace fs = std::filesystem;

namespace {

Surroundings with(std::map<std::string, std::string> variables, std::string executable = "/nowhere/bin/huashu") {
    return {[variables = std::move(variables)](const std::string& name) -> std::optional<std::string> {
                const auto found = variables.find(name);
                return found == variables.end() ? std::nullopt : std::optional(found->second);
            },
            std::move(executable)};
}

struct TemporaryTree {
    fs::path root = fs::temp_directory_path() / "huashu-paths-test";
    TemporaryTree() { fs::remove_all(root); }
    ~TemporaryTree() { fs::remove_all(root); }
    void make(const std::string& file) const {
        fs::create_directories((root / file).parent_path());
        std::ofstream(root / file) << "{}";
    }
};

}  // namespace

TEST_CASE("paths: the data folder is the one given, else the environment's, else the user's") {
    const struct {
        std::string given;
        std::map<std::string, std::string> variables;
        std::string found;
    } rows[] = {
        {"here", {{"HUASHU_DATA", "/d"}, {"HOME", "/h"}}, "here"},
        {"", {{"HUASHU_DATA", "/d"}, {"XDG_DATA_HOME", "/x"}, {"HOME", "/h"}}, "/d"},
        {"", {{"HUASHU_DATA", ""}, {"XDG_DATA_HOME", "/x"}, {"HOME", "/h"}}, "/x/huashu"},
        {"", {{"XDG_DATA_HOME", "relative"}, {"HOME", "/h"}}, "/h/.local/share/huashu"},
        {"", {{"HOME", "/h"}}, "/h/.local/share/huashu"},
    };
    for (const auto& row : rows) {
        const auto found = find_data(row.given, with(row.variables));
        REQUIRE(found.has_value());
        CHECK(*found == row.found);
    }
    const auto none = find_data("", with({}));
    REQUIRE_FALSE(none.has_value());
    CHECK(none.error().cause == Error::Cause::system);
    CHECK(none.error().diagnostics.front().remedy.find("--data") != std::string::npos);
}

TEST_CASE("paths: shipped files are found in a checkout, in an installation and where HUASHU_SHARE says") {
    const TemporaryTree tree;
    const std::string root = tree.root.string();
    tree.make("checkout/scoring/packs/zh/pack.json");
    tree.make("usr/share/huashu/scoring/packs/zh/pack.json");
    const auto in_checkout = find_share(with({}, root + "/checkout/build/release/huashu"));
    REQUIRE(in_checkout.has_value());
    CHECK(*in_checkout == root + "/checkout");
    const auto installed = find_share(with({}, root + "/usr/bin/huashu"));
    REQUIRE(installed.has_value());
    CHECK(*installed == root + "/usr/share/huashu");
    const auto named = find_share(with({{"HUASHU_SHARE", root + "/checkout"}}, "/nowhere/huashu"));
    REQUIRE(named.has_value());
    CHECK(*named == root + "/checkout");
}

TEST_CASE("paths: shipped files that are nowhere are an error that says where it looked") {
    for (const auto& surroundings : {with({}), with({{"HUASHU_SHARE", "/no/such"}})}) {
        const auto none = find_share(surroundings);
        REQUIRE_FALSE(none.has_value());
        CHECK(none.error().cause == Error::Cause::system);
        CHECK(none.error().diagnostics.front().text.find("/no") != std::string::npos);
        CHECK(none.error().diagnostics.front().remedy.find("HUASHU_SHARE") != std::string::npos);
    }
}

TEST_CASE("paths: a folder that can't be made is an error with its place") {
    const TemporaryTree tree;
    tree.make("file");
    CHECK(make_folder((tree.root / "a/b/c").string()).has_value());
    CHECK(make_folder((tree.root / "a/b/c").string()).has_value());
    for (const std::string folder : {tree.root / "file", tree.root / "file/below"}) {
        const auto made = make_folder(folder);
        REQUIRE_FALSE(made.has_value());
        CHECK(made.error().cause == Error::Cause::system);
        CHECK(made.error().diagnostics.front().place.file == folder);
    }
}

TEST_CASE("paths: whatever is looked for among the shipped files is installed with the program") {
    std::ifstream file("cmake/Packaging.cmake");
    const std::string installed{std::istreambuf_iterator<char>(file), {}};
    REQUIRE_FALSE(installed.empty());
    for (const std::string& folder :
         {fs::path(pack_folder("")).parent_path().string(), library_folder(""), personas_folder(""), demo_folder(""),
          fs::path(skeleton_file("", "facility")).parent_path().string(), words_folder("")}) {
        CAPTURE(folder);
        CHECK(fs::exists(folder));
        CHECK(installed.find(folder) != std::string::npos);
    }
}
