// A sound copy of the small content passes; each way of breaking it is reported where it is broken.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "world.hpp"

using namespace huashu::app;
using huashu::test::read_bytes;
using huashu::test::TemporaryFolder;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

const std::string fixtures = "tests/app/fixtures";

struct Copy {
    const TemporaryFolder folder;
    Copy() { fs::copy(fixtures, folder.path(), fs::copy_options::recursive); }

    // Replaces the first `from` and gives the line on which its replacement stands.
    int break_file(const std::string& name, const std::string& from, const std::string& to) const {
        std::string text = read_bytes(folder / name);
        const std::size_t at = text.find(from);
        REQUIRE_MESSAGE(at != std::string::npos, from);
        text.replace(at, from.size(), to);
        folder.write(name, text);
        return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    }

    // The diagnostics of `huashu check` on a path of this copy; the status must fit them.
    [[nodiscard]] json check(const std::string& path) const {
        World world;
        world.run({"--pack", folder / "pack", "check", folder / path, "--format", "json"});
        CAPTURE(world.err);
        const json answer = json::parse(world.out);
        CHECK(world.status == (answer["errors"] > 0 ? status_content : status_fine));
        return answer;
    }
};

bool reports(const json& answer, const std::string& code, const std::string& file, int line) {
    for (const json& each : answer["diagnostics"])
        if (each["code"] == code && each["file"].get<std::string>().ends_with(file) && each["line"] == line &&
            (line == 0 || each["column"] > 0))
            return true;
    return false;
}

}  // namespace

TEST_CASE("check: the small content is sound, as a folder and file by file") {
    const Copy copy;
    for (const char* path : {"", "pack", "library", "personas", "pack/pack.json", "pack/rules.json",
                             "library/drip.json", "personas/plain.json"}) {
        CAPTURE(path);
        const json answer = copy.check(path);
        CHECK_MESSAGE(answer["errors"] == 0, answer.dump(1));
    }
    const json whole = copy.check("");
    CHECK(whole["rules"] == 9);
    CHECK(whole["scenarios"] == 1);
    CHECK(whole["personas"] == 1);
}

TEST_CASE("check: each way of breaking a file is reported where it is broken") {
    const struct {
        const char* file;
        const char* from;
        const char* to;
        const char* code;
    } rows[] = {
        {"library/drip.json", "\"difficulty\": 1,", "\"difficulty\": one,", "syntax-error"},
        {"library/drip.json", "\"difficulty\": 1", "\"difficulty\": \"1\"", "wrong-type"},
        {"library/drip.json", "\"difficulty\": 1", "\"difficulty\": 9", "out-of-range"},
        {"library/drip.json", "\"channel\"", "\"chanel\"", "unknown-key"},
        {"library/drip.json", "\"persona\": \"plain\"", "\"persona\": \"nobody\"", "unknown-persona"},
        {"library/drip.json", "\"next\": \"solve\"", "\"next\": \"nowhere\"", "unknown-stage"},
        {"library/drip.json", "{\"id\": \"solve\"", "{\"id\": \"receive\"", "duplicate-id"},
        {"pack/rules.json", "\"match\": [\"不歸我管\"]", "\"match\": [\"(不歸我管\"]", "unclosed-group"},
        {"pack/rules.json", "\"hits\": [\"這[[不歸我管]]。\"]", "\"hits\": [\"這[[歸我管]]。\"]", "example-silent"},
        {"pack/rules.json", "\"misses\": [\"這歸我管。\"]", "\"misses\": [\"這不歸我管。\"]", "example-speaks"},
        {"pack/rules.json", "\"id\": \"abuse.out\"", "\"id\": \"deflect.not_mine\"", "duplicate-id"},
        {"pack/rules.json", "\"severity\": \"major\"", "\"severity\": \"huge\"", "unknown-name"},
        {"personas/plain.json", "\"name\": \"直白型\"", "\"name\": 7", "wrong-type"},
        {"personas/plain.json", "\"format\": \"huashu-persona\"", "\"format\": \"huashu-person\"", "unknown-format"},
    };
    for (const auto& row : rows) {
        CAPTURE(std::string(row.to));
        const Copy copy;
        const int line = copy.break_file(row.file, row.from, row.to);
        const json answer = copy.check(row.file);
        CHECK_MESSAGE(reports(answer, row.code, row.file, line), answer.dump(1));
    }
}

TEST_CASE("check: what is no content is said so") {
    const Copy copy;
    const std::string text = read_bytes(copy.folder / "library/drip.json");
    copy.folder.write("library/cut.json", text.substr(0, text.size() / 2));
    copy.folder.write("library/empty.json", "");
    copy.folder.write("library/latin.json", "{\"format\": \"\xe9\"}");
    copy.folder.write("library/plain.json", "{\"a\": 1}");
    copy.folder.write("other/schema.json", R"({"$schema": "https://json-schema.org/draft/2020-12/schema"})");
    copy.folder.write("rules/rules.json", R"({"format": "huashu-rules"})");
    CHECK(copy.check("library/cut.json")["errors"] > 0);
    CHECK(reports(copy.check("library/empty.json"), "empty-file", "empty.json", 1));
    CHECK(reports(copy.check("library/latin.json"), "invalid-utf8", "latin.json", 1));
    CHECK(reports(copy.check("library"), "unknown-format", "plain.json", 1));
    CHECK(reports(copy.check("library"), "empty-file", "empty.json", 1));
    CHECK(reports(copy.check("other"), "nothing-to-check", "other", 0));
    CHECK(reports(copy.check("other/schema.json"), "unknown-format", "schema.json", 1));
    CHECK(reports(copy.check("rules"), "pack-missing", "rules.json", 0));
    CHECK(reports(copy.check("none.json"), "file-missing", "none.json", 0));
}

TEST_CASE("check: a single rules file tells only of itself, its pack of all") {
    const Copy copy;
    copy.break_file("pack/rules.json", "\"match\": [\"不歸我管\"]", "\"match\": [\"(不歸我管\"]");
    copy.folder.write("pack/more.json", R"({"format": "huashu-rules", "version": 1, "about": "more", "rules": 7})");
    const json one = copy.check("pack/more.json");
    CHECK(one["errors"] == 1);
    CHECK(one["diagnostics"][0]["file"].get<std::string>().ends_with("more.json"));
    CHECK(copy.check("pack")["errors"] > 1);
}
