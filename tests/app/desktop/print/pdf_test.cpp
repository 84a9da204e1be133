#include "desktop/print/pdf.hpp"

#include <doctest/doctest.h>

#include <filesystem>

#include "desktop/gallery/samples.hpp"
#include "desktop/views/debrief_paper.hpp"
#include "support/temporary_folder.hpp"

using namespace huashu;
using namespace huashu::desktop;
using huashu::test::read_bytes;
using huashu::test::TemporaryFolder;

namespace {

Paper sample_paper(app::Language language) {
    const app::Words words = app::Words::load("assets/words", language).value();
    const app::Script script = app::Script::make(language).value();
    DebriefState debrief;
    debrief.talk = sample_talk(3);
    debrief.outlook = sample_outlook();
    const Speech speech{words, script};
    return make_debrief_paper(make_debrief_view(debrief, speech), "林小安", "5月3日", speech);
}

bool holds(const Paper& paper, PaperBlock::Kind kind, const std::string& text) {
    for (const PaperBlock& b : paper.blocks)
        if (b.kind == kind && b.text.find(text) != std::string::npos) return true;
    return false;
}

}  // namespace

TEST_CASE("paper: the debrief on paper holds every reply with its marks, the better wording, the ledger and its sum") {
    const Paper paper = sample_paper(app::Language::zh_hant);
    const Talk talk = sample_talk(3);
    for (const scenarios::Turn& turn : talk.turns) {
        CHECK(holds(paper, PaperBlock::Kind::reply, turn.text));
        for (const scoring::Finding& f : turn.judgement->findings)
            CHECK(holds(paper, PaperBlock::Kind::better, f.instead));
    }
    int rows = 0;
    bool marked = false;
    for (const PaperBlock& b : paper.blocks) {
        rows += b.kind == PaperBlock::Kind::row ? 1 : 0;
        for (const PaperMark& m : b.marks) {
            CHECK(m.end <= b.text.size());
            marked = marked || m.kind == PaperMark::Kind::finding;
        }
    }
    CHECK(marked);
    CHECK(rows > static_cast<int>(talk.scorecard.ledger.size()));
    CHECK(paper.blocks.back().figure == "71");
    CHECK(paper.language == "zh-TW");
    CHECK(sample_paper(app::Language::zh_hans).language == "zh-CN");
}

TEST_CASE("pdf: a file with pages, in place at once, and nothing left beside it") {
    const TemporaryFolder folder;
    const std::string file = folder / "papers/復盤.pdf";
    REQUIRE(write_pdf(file, sample_paper(app::Language::zh_hant)).has_value());
    const std::string bytes = read_bytes(file);
    CHECK(bytes.starts_with("%PDF-"));
    CHECK(bytes.find("%%EOF") != std::string::npos);
    CHECK(bytes.size() > 20'000);  // with its characters
    CHECK_FALSE(std::filesystem::exists(file + ".new"));
}

TEST_CASE("pdf: a thousand rows and a text longer than a page still end") {
    const TemporaryFolder folder;
    Paper paper = sample_paper(app::Language::zh_hant);
    for (int i = 0; i < 1000; ++i) {
        PaperBlock row;
        row.kind = PaperBlock::Kind::row;
        row.figure = "−1";
        row.text = "第 " + std::to_string(i) + " 行";
        paper.blocks.push_back(row);
    }
    PaperBlock wall;
    wall.kind = PaperBlock::Kind::reply;
    for (int i = 0; i < 4000; ++i) wall.text += "水";
    paper.blocks.push_back(wall);
    REQUIRE(write_pdf(folder / "long.pdf", paper).has_value());
}

TEST_CASE("pdf: where nothing can be written it says so") {
    const auto written = write_pdf("/proc/nowhere/x.pdf", sample_paper(app::Language::en));
    REQUIRE_FALSE(written.has_value());
    CHECK(written.error().diagnostics.front().code == "paper-not-saved");
}

TEST_CASE("pdf: a title becomes a name that any file system takes") {
    CHECK(file_name_of("主臥又滴水了 5月3日 14:05") == "主臥又滴水了_5月3日_1405");
    CHECK(file_name_of("../../etc/passwd") == "etcpasswd");
    CHECK(file_name_of("") == "huashu");
    CHECK(file_name_of("a/b\\c:d*e?f\"g<h>i|j\n") == "abcdefghij");
    std::string longer;
    for (int i = 0; i < 200; ++i) longer += "水";
    CHECK(file_name_of(longer).size() <= 150);
    CHECK(file_name_of(longer).size() % 3 == 0);
}
