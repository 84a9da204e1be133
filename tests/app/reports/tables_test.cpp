#include "reports/tables.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>

#include "desktop/gallery/analysis_samples.hpp"
#include "desktop/print/pdf.hpp"
#include "reports/papers.hpp"
#include "reports/workbook.hpp"
#include "reports/xapi.hpp"
#include "reports/xapi_ids.hpp"
#include "support/temporary_folder.hpp"

using namespace huashu;
using namespace huashu::app;
using huashu::test::read_bytes;
using huashu::test::TemporaryFolder;

namespace {

struct Voice {
    explicit Voice(Language language)
        : words(Words::load("assets/words", language).value()), script(Script::make(language).value()) {}
    Words words;
    Script script;
    [[nodiscard]] desktop::Speech speech() const { return {words, script}; }
};

/// Runs a tool of somebody else; what it says is shown when it is not content.
bool agrees(const std::string& command) {
    FILE* said = popen((command + " 2>&1").c_str(), "r");
    if (said == nullptr) return false;
    std::string text;
    for (int c = fgetc(said); c != EOF; c = fgetc(said)) text += static_cast<char>(c);
    const int status = pclose(said);
    if (status != 0) MESSAGE(command, ": ", text);
    return status == 0;
}

std::string quoted(const std::string& file) { return "'" + file + "'"; }

std::string text_of_pdf(const std::string& file) {
    return agrees("pdftotext -layout " + quoted(file) + " " + quoted(file + ".txt")) ? read_bytes(file + ".txt") : "";
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("csv: quotes, commas and line breaks as RFC 4180 says; nothing becomes a formula") {
    Table table;
    table.columns = {{"a", 1}, {"b,c", 1}};
    const struct {
        Cell cell;
        const char* written;
    } rows[] = {
        {std::string("plain"), "plain"},
        {std::string("say \"no\", twice\nplease"), "\"say \"\"no\"\", twice\nplease\""},
        {std::string("=HYPERLINK(\"x\")"), "\"'=HYPERLINK(\"\"x\"\")\""},
        {std::string("+861"), "'+861"},
        {std::string("-1"), "'-1"},
        {std::string("@SUM(1)"), "'@SUM(1)"},
        {std::string("＝1"), "'＝1"},
        {std::string("\t=1"), "'\t=1"},
        {std::string(" lead"), "\" lead\""},
        {-12.5, "-12.5"},
        {0.05, "0.05"},
        {100.0, "100"},
        {-0.1, "-0.1"},
        {Moment{1'777'593'600'250}, "2026-05-01 00:00:00"},
        {std::monostate{}, ""},
    };
    std::string wanted =
        "\xEF\xBB\xBF"
        "a,\"b,c\"\r\n";
    for (const auto& row : rows) {
        table.rows.push_back({row.cell, std::string("z")});
        wanted += std::string(row.written) + ",z\r\n";
    }
    CHECK(to_csv(table) == wanted);
}

TEST_CASE("reports: openpyxl, the csv module, qpdf and pdftotext read what was written") {
    const Voice voice(Language::zh_hant);
    const desktop::Speech speech = voice.speech();
    const TemporaryFolder folder;
    std::vector<AttemptFacts> facts = desktop::sample_facts(3);
    facts.front().turns[1].reply = "=cmd|' /C calc'!A0";
    std::vector<Table> tables;
    for (const TableKind kind : {TableKind::attempts, TableKind::replies, TableKind::ledger})
        tables.push_back(make_table(kind, {facts, {}}, speech));
    const std::string book = folder / "結果.xlsx";
    REQUIRE(write_workbook(book, "訓練結果", tables, 1'777'593'600'000));
    const std::string again = folder / "again.xlsx";
    REQUIRE(write_workbook(again, "訓練結果", tables, 1'777'593'600'000));
    CHECK(read_bytes(book) == read_bytes(again));
    CHECK_FALSE(std::filesystem::exists(book + ".new"));
    const std::string table = folder.write("talks.csv", to_csv(tables[0]));
    CHECK(agrees("/usr/bin/python3 tests/app/reports/check_tables.py " + quoted(book) + " " + quoted(table) + " " +
                 std::to_string(facts.size())));

    const std::string paper = folder / "報告.pdf";
    REQUIRE(desktop::write_pdf(paper, make_attempt_paper(facts.front(), {1'777'593'600'000, "錦瀾花園"}, speech)));
    CHECK(agrees("qpdf --check " + quoted(paper)));
    const std::string text = text_of_pdf(paper);
    CHECK(holds(text, facts.front().person));
    CHECK(holds(text, facts.front().ledger.front().reason));
    CHECK(holds(text, voice.words("desktop.paper.signatures")));
    CHECK(holds(text, "第 1 頁"));
    CHECK(agrees("test \"$(pdffonts " + quoted(paper) + " | tail -n +3 | grep -vc 'yes yes yes')\" = 0"));  // embedded

    PersonPaper person{facts.front().person, {}, desktop::sample_plans().at("")};
    for (const AttemptFacts& a : facts)
        if (a.person_id == facts.front().person_id) person.attempts.push_back(a);
    REQUIRE(desktop::write_pdf(paper, make_person_paper(person, {1'781'900'000'000, ""}, speech)));
    CHECK(holds(text_of_pdf(paper), person.plan.front().what));

    const auto merit = merit_of(person, speech);
    REQUIRE(merit);
    REQUIRE(desktop::write_pdf(paper, make_certificate(*merit, {1'781'900'000'000, "錦瀾花園"}, speech)));
    CHECK(holds(text_of_pdf(paper), person.name));
    CHECK(agrees("test \"$(qpdf --show-npages " + quoted(paper) + ")\" = 1"));
}

TEST_CASE("reports: a certificate needs a pass and a name") {
    const Voice voice(Language::en);
    AttemptFacts a = desktop::sample_facts(1).front();
    const auto code = [&](const AttemptFacts& facts) {
        const auto merit = merit_of(facts, voice.speech());
        return merit ? std::string() : merit.error().diagnostics.front().code;
    };
    a.score = 90;
    CHECK(code(a).empty());
    a.has_critical = true;
    CHECK(code(a) == "certificate-not-earned");
    a.has_critical = false;
    a.rewound = true;
    CHECK(code(a) == "certificate-not-earned");
    a.rewound = false;
    a.score = a.pass_mark - 1;
    CHECK(code(a) == "certificate-not-earned");
    a.person.clear();
    CHECK(code(a) == "certificate-without-name");
    CHECK_FALSE(merit_of(PersonPaper{"A", {}, {}}, voice.speech()));
}

TEST_CASE("xapi: statements keep the rules of the specification, with the same ids every time") {
    const TemporaryFolder folder;
    for (const Language language : all_languages) {
        const Voice voice(language);
        const std::vector<AttemptFacts> facts = desktop::sample_facts(2);
        const std::string text = to_xapi(facts, {}, "https://training.example.org", voice.speech());
        CHECK(text == to_xapi(facts, {}, "https://training.example.org", voice.speech()));
        const std::string file = folder.write("x.jsonl", text);
        CHECK(agrees("/usr/bin/python3 tests/app/reports/check_xapi.py " + quoted(file)));
        // Fetched by ./dev test where it can be.
        if (const char* validator = std::getenv("HUASHU_XAPI_VALIDATOR"))
            CHECK(
                agrees("NODE_PATH=" + quoted(validator) + " node tests/app/reports/xapi/validate.js " + quoted(file)));
    }
}

TEST_CASE("xapi: names become ids as RFC 9562 says") {
    // Of Python: uuid.uuid5(uuid.NAMESPACE_URL, "https://example.org/a").
    CHECK(uuid_of_name("https://example.org/a") == "77980eae-c343-5b01-9823-eb6ac1da021f");
    CHECK(iso_time(1'777'593'600'250) == "2026-05-01T00:00:00.250Z");
    CHECK(iso_duration(123'456) == "PT2M3.45S");
    CHECK(iso_duration(-5) == "PT0M0.00S");
    for (const char* site : {"https://a.example", "http://a.example/b"}) CHECK(is_site(site));
    for (const char* site :
         {"", "https://", "https:///a", "ftp://a", "a.example", "https://a b", "https://a/", "https://a?b"})
        CHECK_FALSE(is_site(site));
}
