#include "author/document_files.hpp"

#include <doctest/doctest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "author/layout.hpp"
#include "support/temporary_folder.hpp"

using namespace huashu;
using namespace huashu::app;

namespace {

std::string put_draft(const test::TemporaryFolder& folder, const std::string& text = R"({"id": "a", "title": "甲"})") {
    const std::string file = folder.path() + "/a.json";
    std::ofstream(file) << text;
    return file;
}

std::string read_back(const std::string& file) { return read_text_file(file).value(); }

}  // namespace

TEST_CASE("files: what was typed and not saved is there after a crash, and can be undone") {
    const test::TemporaryFolder folder;
    const std::string file = put_draft(folder);
    REQUIRE(write_recovery(file, R"({"id": "a", "title": "乙"})"));
    CHECK(list_drafts(folder.path()).front().recoverable);
    OpenedDraft opened = open_draft(file).value();
    CHECK(opened.recovered);
    CHECK(opened.document.root()["title"].text() == "乙");
    CHECK_FALSE(opened.document.saved());
    CHECK(opened.document.undo());
    CHECK(opened.document.root()["title"].text() == "甲");
    CHECK(opened.document.saved());
    REQUIRE(save_draft(file, "{}"));
    CHECK_FALSE(open_draft(file).value().recovered);
}

TEST_CASE("files: a recovery file that was cut off is passed over") {
    const test::TemporaryFolder folder;
    const std::string file = put_draft(folder);
    const std::string whole = R"({"id": "a", "title": "乙"})";
    for (std::size_t bytes = 0; bytes < whole.size(); ++bytes) {
        REQUIRE(write_recovery(file, whole.substr(0, bytes)));
        const auto opened = open_draft(file);
        REQUIRE(opened);
        CHECK_FALSE(opened->recovered);
    }
}

TEST_CASE("files: where nothing can be written the old file stands and the error says what to do") {
    const test::TemporaryFolder folder;
    const std::string file = put_draft(folder);
    const std::string before = read_back(file);
    REQUIRE(write_recovery(file, R"({"id": "a", "title": "乙"})"));
    const std::string fresh = file + ".new-" + std::to_string(getpid());
    std::filesystem::create_directory(fresh);  // no new file can be made
    const auto saved = save_draft(file, "new");
    REQUIRE_FALSE(saved);
    CHECK(saved.error().cause == Error::Cause::system);
    CHECK(saved.error().diagnostics.front().code == "draft-not-saved");
    CHECK_FALSE(saved.error().diagnostics.front().remedy.empty());
    CHECK(read_back(file) == before);
    std::filesystem::remove(fresh);
    CHECK(open_draft(file)->recovered);  // what was typed is still there
}

TEST_CASE("files: another's change of the file shows in its stamp") {
    const test::TemporaryFolder folder;
    const std::string file = put_draft(folder);
    const FileStamp seen = open_draft(file)->stamp;
    CHECK(stamp_of(file) == seen);
    std::ofstream(file, std::ios::app) << " ";
    CHECK_FALSE(stamp_of(file) == seen);
    CHECK(stamp_of(folder.path() + "/none.json").size == -1);
}

TEST_CASE("files: drafts are listed, also those that can't be read; other files are not") {
    const test::TemporaryFolder folder;
    put_draft(folder, R"({"id": "a", "title": "甲", "kind": "§2.1.1", "stages": [{}, {}]})");
    std::ofstream(folder.path() + "/broken.json") << "{";
    std::ofstream(folder.path() + "/a.places") << "{}";
    const auto drafts = list_drafts(folder.path());
    REQUIRE(drafts.size() == 2);
    CHECK(list_drafts(folder.path() + "/none").empty());
    CHECK_FALSE(open_draft(folder.path() + "/broken.json"));
    CHECK_FALSE(open_draft(folder.path() + "/none.json"));
}

TEST_CASE("files: places put by hand are kept beside the scenario") {
    const test::TemporaryFolder folder;
    const std::string file = put_draft(folder);
    CHECK(read_places(file)->empty());
    const HandPlaces places{{stage_key("receive"), {10, -20}}};
    REQUIRE(write_places(file, places));
    CHECK(*read_places(file) == places);
    REQUIRE(write_places(file, {}));
    CHECK_FALSE(std::filesystem::exists(folder.path() + "/a.places"));
}
