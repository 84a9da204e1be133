#include "author/scenario_text.hpp"

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "author/replace_file.hpp"
#include "support/temporary_folder.hpp"

using namespace huashu;
using namespace huashu::app;
namespace fs = std::filesystem;
using huashu::test::read_bytes;
using huashu::test::TemporaryFolder;

namespace {

ContentJson parsed_text(const std::string& text) {
    auto document = parse_scenario_text("draft.json", text);
    REQUIRE(document.has_value());
    return *document;
}

int count_lines(const std::string& text) { return static_cast<int>(std::count(text.begin(), text.end(), '\n')); }

// Lines of `now` that are not in `before`, each counted as often as it stands there.
int changed_lines(std::string before, std::string now) {
    const auto split = [](const std::string& text) {
        std::vector<std::string> lines;
        for (std::size_t at = 0, end = 0; at < text.size(); at = end + 1) {
            end = std::min(text.find('\n', at), text.size());
            lines.push_back(text.substr(at, end - at));
        }
        std::sort(lines.begin(), lines.end());
        return lines;
    };
    const auto old_lines = split(before), new_lines = split(now);
    std::vector<std::string> fresh;
    std::set_difference(new_lines.begin(), new_lines.end(), old_lines.begin(), old_lines.end(),
                        std::back_inserter(fresh));
    return static_cast<int>(fresh.size());
}

}  // namespace

TEST_CASE("scenario text: every shipped scenario and persona keeps its meaning, and a second writing changes nothing") {
    int files = 0;
    for (const std::string folder :
         {"scenarios/library", "scenarios/personas", "scenarios/skeleton", "tests/app/fixtures/library"})
        for (const auto& entry : fs::directory_iterator(folder)) {
            CAPTURE(entry.path().string());
            const std::string text = read_bytes(entry.path().string());
            const ContentJson document = parsed_text(text);
            const std::string written = scenario_text(document);
            // Plain JSON objects compare without regard to the order of keys, which is what may change.
            CHECK(nlohmann::json::parse(written) == nlohmann::json::parse(text));
            CHECK(scenario_text(parsed_text(written)) == written);
            CHECK(written.back() == '\n');
            if (folder == "scenarios/library") CHECK(changed_lines(text, written) * 12 < count_lines(text));
            ++files;
        }
    CHECK(files > 40);
}

TEST_CASE("scenario text: one edit changes the lines of what was edited") {
    const ContentJson before = parsed_text(read_bytes("scenarios/library/seven-rings.json"));
    const std::string text = scenario_text(before);
    ContentJson document = before;
    document["stages"][1]["choices"][0]["text"] = std::string(600, 'x');  // however long it is
    CHECK(changed_lines(text, scenario_text(document)) == 1);
    document = before;
    document["reactions"][0]["mood"] = {{"anger", 7}};
    CHECK(changed_lines(text, scenario_text(document)) == 1);
    document = before;
    document["stages"][2]["turns"] = 4;
    CHECK(changed_lines(text, scenario_text(document)) == 1);
}

TEST_CASE("scenario text: keys come in the order of the format, whatever order they were made in; others follow") {
    ContentJson document = parsed_text(R"({"stages": [{"title": "T", "my_tool": {"x": [1]}, "id": "s", "next": "end",
        "choices": [{"text": "t", "id": "a", "mood": {"trust": 1, "anger": 2}}], "step": 1}], "id": "i", "later": [],
        "format": "huashu-scenario"})");
    CHECK(scenario_text(document) == R"({
  "format": "huashu-scenario",
  "id": "i",
  "stages": [
    {"id": "s", "step": 1, "title": "T",
     "choices": [
       {"id": "a", "text": "t",
        "mood": {"trust": 1, "anger": 2}}],
     "next": "end",
     "my_tool": {"x": [1]}}
  ],
  "later": []
}
)");
    CHECK(scenario_text(ContentJson::object()) == "{}\n");
}

TEST_CASE("scenario text: what is no object of JSON is refused with its place") {
    for (const std::string text : {"", "[1]", "{\"a\": 1, \"a\": 2}", "{\"a\": }", "{\"a\": \"\xff\"}"}) {
        CAPTURE(text);
        const auto document = parse_scenario_text("draft.json", text);
        REQUIRE_FALSE(document.has_value());
        CHECK(document.error().cause == Error::Cause::content);
        CHECK(document.error().diagnostics.front().place.file == "draft.json");
    }
}

TEST_CASE("replace file: the old file stands until the new one is whole, also when the disk is full") {
    const TemporaryFolder folder;
    const std::string file = folder.write("a.json", "old");
    REQUIRE(replace_file(file, "new").has_value());
    CHECK(read_bytes(file) == "new");
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {  // a limit on the size of files is the nearest thing to a full disk
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit full{1000, 1000};
        setrlimit(RLIMIT_FSIZE, &full);
        const auto written = replace_file(file, std::string(5000, 'x'));
        _exit(!written && written.error().cause == Error::Cause::system ? 0 : 1);
    }
    int status = 1;
    waitpid(child, &status, 0);
    CHECK(status == 0);
    CHECK(read_bytes(file) == "new");
    CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()) == 1);  // nothing left about
    CHECK_FALSE(replace_file(folder / "no/such/folder.json", "x").has_value());
}

TEST_CASE("replace file: a link stays a link, and the permissions stay") {
    const TemporaryFolder folder;
    const std::string file = folder.write("real.json", "old");
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
    fs::create_symlink(file, folder / "link.json");
    REQUIRE(replace_file(folder / "link.json", "new").has_value());
    CHECK(fs::is_symlink(folder / "link.json"));
    CHECK(read_bytes(file) == "new");
    CHECK(fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}
