// Word lists out of tables, and back.
#include <doctest/doctest.h>

#include "author/bundle_zip.hpp"
#include "author/word_list_file.hpp"
#include "support/temporary_folder.hpp"

using namespace huashu;
using namespace huashu::app;
using huashu::test::TemporaryFolder;

namespace {

const std::string gbk_words = "\xb2\xbb\xb9\xe9\xce\xd2\xb9\xdc\n\xb5\xc8\xcd\xa8\xd6\xaa\n";  // 不归我管 等通知
const std::string big5_words = "\xa4\xa3\xc2\x6b\xa7\xda\xba\xde\n\xb5\xa5\xb3\x71\xaa\xbe\n";  // 不歸我管 等通知
const std::string traditional_in_gbk = "\xb2\xbb\x9a\x77\xce\xd2\xb9\xdc\n\xb5\xc8\xcd\xa8\xd6\xaa\n";  // 不歸我管

WordTable table_of(const std::string& name, const std::string& bytes, TextEncoding wanted = TextEncoding::detect) {
    const TemporaryFolder folder;
    const auto table = read_word_table(folder.write(name, bytes), wanted);
    REQUIRE_MESSAGE(table.has_value(), table.error().diagnostics.front().text);
    return *table;
}

std::string table_code(const std::string& name, const std::string& bytes) {
    const TemporaryFolder folder;
    const auto table = read_word_table(folder.write(name, bytes));
    return table ? "" : table.error().diagnostics.front().code;
}

std::vector<std::string> first_cells(const WordTable& table) {
    std::vector<std::string> cells;
    for (const TableRow& row : table.rows) cells.push_back(row.cells.front());
    return cells;
}

std::string told_words(const WordImport& import) {
    std::string out;
    for (const WordClash& clash : import.clashes)
        out += std::to_string(clash.line) + " " + std::string(name_of(clash.kind)) + " " + clash.word + " " +
               clash.other + "\n";
    return out;
}

const std::vector<std::vector<std::string>> two_rows{
    {"詞", "詞表", "種類", "說明"}, {"等, \"通知\"", "推託", "詞", "一\n二"}, {"找(他|她)", "推託", "樣式", "<&>"}};

}  // namespace

TEST_CASE("word table: the encodings that office programs write are told apart, and what was assumed is said") {
    const std::vector<std::string> simplified{"不归我管", "等通知"}, traditional{"不歸我管", "等通知"};
    CHECK(first_cells(table_of("a.txt", "不归我管\r\n\r\n  等通知　\r\n")) == simplified);
    CHECK(first_cells(table_of("a.txt", "\xEF\xBB\xBF不歸我管\n等通知")) == traditional);
    WordTable table = table_of("a.txt", gbk_words);
    CHECK(first_cells(table) == simplified);
    CHECK(table.encoding == TextEncoding::gbk);
    CHECK_FALSE(table.certain);
    table = table_of("a.txt", big5_words);
    CHECK(first_cells(table) == traditional);
    CHECK(table.encoding == TextEncoding::big5);
    CHECK(first_cells(table_of("a.txt", traditional_in_gbk)) == traditional);
    CHECK(first_cells(table_of("a.txt", gbk_words, TextEncoding::gbk)) == simplified);
    CHECK(first_cells(table_of("a.txt", std::string("\xFF\xFE\x49\x7b\x0a\x00\x1a\x90", 8))) ==
          std::vector<std::string>{"等", "通"});
    CHECK(table_code("a.txt", "\xFF\xFF\xFF\x80") == "encoding-unknown");
    CHECK(table_code("a.txt", "\xD0\xCF\x11\xE0 old") == "xls-old");
    CHECK(table_code("a.csv", "a,\"b\nc") == "csv-quote");
    CHECK(table_code("a.xlsx", *zip_bytes({{"other.xml", "<a/>"}})) == "xlsx-broken");
    CHECK(table_code("a.xlsx", "PK\x03\x04 damaged") == "zip-broken");
}

TEST_CASE("word table: what is written is read again, in every format and encoding") {
    for (const auto& [name, encoding] :
         {std::pair("a.xlsx", TextEncoding::utf8), std::pair("a.csv", TextEncoding::utf8),
          std::pair("a.tsv", TextEncoding::big5), std::pair("a.csv", TextEncoding::gbk),
          std::pair("a.csv", TextEncoding::utf16)}) {
        CAPTURE(name);
        CAPTURE(static_cast<int>(encoding));
        const auto bytes = word_table_bytes(name, two_rows, encoding);
        REQUIRE(bytes.has_value());
        CHECK(*word_table_bytes(name, two_rows, encoding) == *bytes);
        const WordTable table =
            table_of(name, *bytes, encoding == TextEncoding::utf8 ? TextEncoding::detect : encoding);
        REQUIRE(table.rows.size() == 3);
        for (std::size_t i = 0; i < 3; ++i) CHECK(table.rows[i].cells == two_rows[i]);
    }
    CHECK(word_table_bytes("a.csv", {{"咗"}}, TextEncoding::gbk).has_value());
    CHECK_FALSE(word_table_bytes("a.csv", {{"😀"}}, TextEncoding::big5).has_value());
}

TEST_CASE("word table: a workbook as Excel writes it, with shared strings, gaps and prefixes") {
    const std::string bytes =
        *zip_bytes({{"xl/workbook.xml", "<workbook/>"},
                    {"xl/sharedStrings.xml",
                     "<sst><si><t>詞</t></si><si><r><t>等</t></r><r><t>通知</t></r><rPh><t>ㄉ</t></rPh></si></sst>"},
                    {"xl/worksheets/sheet1.xml",
                     "<x:worksheet xmlns:x='u'><x:sheetData><x:row r='1'><x:c r='B1' t='s'><x:v>0</x:v></x:c></x:row>"
                     "<x:row r='7'><x:c r='A7'><x:v>3</x:v></x:c><x:c r='B7' t='s'><x:v>1</x:v></x:c>"
                     "<x:c r='C7' t='s'><x:v>99</x:v></x:c></x:row></x:sheetData></x:worksheet>"}});
    const WordTable table = table_of("a.xlsx", bytes);
    REQUIRE(table.rows.size() == 2);
    CHECK(table.rows[1].line == 7);
    CHECK(table.rows[1].cells == std::vector<std::string>{"3", "等通知", ""});
    const auto entries = word_entries("a.xlsx", table, {"推託", false});
    REQUIRE(entries.has_value());
    REQUIRE(entries->size() == 1);
    CHECK(entries->front().word == "等通知");
    CHECK(word_entries("a.xlsx", table, {}).error().diagnostics.front().code == "list-missing");
}

TEST_CASE("words: what is twice, known, elsewhere, inside an ordinary word, said or unsound is told") {
    KnownWords known;
    known.lists = {{"推託", {"不歸我管", "\\(笑\\)"}}, {"含糊", {"儘快"}}};
    known.ordinary = {"等通知書"};
    known.replies = {"我馬上安排師傅上門，請放心。", "師傅上門前給您打電話。"};
    const WordTable table =
        table_of("a.csv",
                 "詞,詞表,種類\n等通知,推託,\n等通知,推託,\n不归我管,推託,\n儘快,推託,\n師傅,推託,\n"
                 "(笑),推託,\n找(他,推託,樣式\n找(他|她),推託,樣式\n");
    auto entries = word_entries("a.csv", table, {});
    REQUIRE(entries.has_value());
    const WordImport import = examine_words(std::move(*entries), known, {});
    const std::string report = told_words(import);
    CHECK(report.find("2 inside 等通知 ") != std::string::npos);
    CHECK(report.find("3 twice 等通知 2\n") != std::string::npos);
    CHECK(report.find("4 known 不归我管 推託\n") != std::string::npos);
    CHECK(report.find("5 elsewhere 儘快 含糊\n") != std::string::npos);
    CHECK(report.find("6 said 師傅 \n") != std::string::npos);
    CHECK(report.find("7 known (笑) 推託\n") != std::string::npos);
    CHECK(report.find("8 unsound 找(他 ") != std::string::npos);
    std::vector<std::string> added;
    for (const WordEntry& entry : import.entries) added.push_back(entry.pattern);
    CHECK(added == std::vector<std::string>{"等通知", "儘快", "師傅", "找(他|她)"});
}

TEST_CASE("words: a rules file gets new words and nothing else of it changes") {
    const std::string text =
        "{\"format\": \"huashu-rules\",  \"version\": 1, \"about\": \"x\",\n  \"lists\": {\n"
        "    \"推託\": {\"words\": [\"a]\\\"\", \"b\"  ], \"about\": \"y\"},\n    \"空\": {\"words\": []}},\n"
        "  \"rules\":   []}\n";
    const std::vector<WordEntry> entries{
        {"新", "新", "推託", "", 1}, {"d", "d", "空", "", 2}, {"e", "e", "全新", "", 3}};
    const auto added = with_words_added("r.json", text, entries);
    REQUIRE(added.has_value());
    CHECK(*added ==
          "{\"format\": \"huashu-rules\",  \"version\": 1, \"about\": \"x\",\n  \"lists\": {\n"
          "    \"全新\": {\n      \"words\": [\n        \"e\"\n      ]\n    },\n"
          "    \"推託\": {\"words\": [\"a]\\\"\", \"b\",\n        \"新\"  ], \"about\": \"y\"},\n"
          "    \"空\": {\"words\": [\n        \"d\"]}},\n  \"rules\":   []}\n");
    CHECK_FALSE(with_words_added("r.json", "{\"format\": \"other\", \"lists\": {}}", entries).has_value());
    const TemporaryFolder pack;
    pack.write("lists/new.json", word_lists_text(entries, "from a table"));
    const auto lists = word_lists_in(pack.path());
    REQUIRE(lists.has_value());
    REQUIRE(lists->size() == 3);
    CHECK(lists->front().words == std::vector<std::string>{"新"});
    for (const std::string word : {"(笑)", "a\\b", "～", "找(他|她)"})
        CHECK(*literal_of(literal_pattern(word)) == word);
    CHECK_FALSE(literal_of("找(他|她)").has_value());
}

TEST_CASE("words: two hundred thousand lines are read and looked through in moments") {
    std::string text;
    for (int i = 0; i < 200'000; ++i) text += "詞語" + std::to_string(i) + "\n";
    const WordTable table = table_of("a.txt", text);
    CHECK(table.rows.size() == 200'000);
    auto entries = word_entries("a.txt", table, {"推託", false});
    REQUIRE(entries.has_value());
    const WordImport import = examine_words(std::move(*entries), {}, {});
    CHECK(import.entries.size() == 200'000);
}
