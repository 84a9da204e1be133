#include "scoring/json.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "support/temporary_folder.hpp"

using namespace huashu;

namespace {

JsonDocument parsed(const std::string& text) {
    Result<JsonDocument> document = parse_json("t.json", text);
    REQUIRE(document.has_value());
    return *std::move(document);
}

Diagnostic first_problem(const std::string& text) {
    Result<JsonDocument> document = parse_json("t.json", text);
    REQUIRE_FALSE(document.has_value());
    REQUIRE_FALSE(document.error().diagnostics.empty());
    return document.error().diagnostics.front();
}

/// The bytes from a node's offset on, to compare with what must stand there.
std::string at(const JsonDocument& document, const JsonNode& node, std::size_t count) {
    return document.source->text().substr(node.offset(), count);
}

}  // namespace

TEST_CASE("json: every kind of value knows the byte at which it begins") {
    const JsonDocument d = parsed(R"({"s": "a\\\"b", "i": -12, "f" : 1.5e3, "t":true, "x":false,"n":null,
  "list": [1, "二", {}, []], "last":7})");
    const auto& root = d.root;
    CHECK(root.offset() == 0);
    CHECK(at(d, *root.find("s"), 3) == "\"a\\");
    CHECK(root.find("s")->string() == "a\\\"b");
    CHECK(at(d, *root.find("i"), 3) == "-12");
    CHECK(root.find("i")->integer() == -12);
    CHECK(at(d, *root.find("f"), 5) == "1.5e3");
    CHECK(root.find("f")->number() == 1500.0);
    CHECK(at(d, *root.find("t"), 4) == "true");
    CHECK(at(d, *root.find("x"), 5) == "false");
    CHECK(at(d, *root.find("n"), 4) == "null");
    const auto& list = root.find("list")->array();
    CHECK(at(d, list[0], 1) == "1");
    CHECK(at(d, list[1], 5) == "\"二\"");
    CHECK(at(d, list[2], 2) == "{}");
    CHECK(at(d, list[3], 2) == "[]");
    CHECK(at(d, *root.find("last"), 2) == "7}");
    CHECK(root.object()[6].key_offset == d.source->text().find("\"list\""));
}

TEST_CASE("json: a number at the very end of the text has its place too") {
    CHECK(at(parsed("12"), parsed("12").root, 2) == "12");
    CHECK(at(parsed(" 12\n"), parsed(" 12\n").root, 2) == "12");
    CHECK(parsed("18446744073709551615").root.kind() == JsonNode::Kind::number);
}

TEST_CASE("json: a byte order mark is skipped and shifts no column") {
    const Diagnostic d = first_problem("\xEF\xBB\xBF{\"a\":1,}");
    CHECK(d.place.column == 8);
    CHECK(parsed("\xEF\xBB\xBF[1]").root.array().size() == 1);
}

TEST_CASE("json: what can't be read is said with place, excerpt and remedy") {
    struct Row {
        std::string text, code;
        int line, column;
    };
    const std::string deep(200, '[');
    const Row rows[] = {
        {"", "empty-file", 1, 1},
        {" \n\t ", "empty-file", 1, 1},
        {"{\"a\": 1,}", "syntax-error", 1, 9},
        {"[1,\n 2 3]", "syntax-error", 2, 4},
        {"{\"a\": \"漏水", "unexpected-end", 1, 10},
        {"{\"a\": 1,", "unexpected-end", 1, 9},
        {"[1,", "unexpected-end", 1, 4},
        {"{\"漏\": x}", "syntax-error", 1, 7},
        {"[1] [2]", "trailing-text", 1, 5},
        {"{\"a\": 1 \"b\": 2}", "syntax-error", 1, 9},
        {"// hello\n{}", "syntax-error", 1, 1},
        {"{'a': 1}", "syntax-error", 1, 2},
        {"[\"a\nb\"]", "syntax-error", 2, 0},
        {"[1e999]", "syntax-error", 1, 2},
        {"[\"\\ud800\"]", "syntax-error", 1, 0},
        {"[\"ab\xFFzz\"]", "invalid-utf8", 1, 5},
        {"\xFF\xFE{\0}\0", "invalid-utf8", 1, 1},
        {deep, "too-deep", 1, 101},
        {"{\"a\":1,\n\"b\":2,\n\"a\":3}", "duplicate-key", 3, 1},
        {"nul", "unexpected-end", 1, 4},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const Diagnostic d = first_problem(row.text);
        CHECK(d.code == row.code);
        CHECK(d.place.file == "t.json");
        if (row.column != 0) CHECK(d.place.line == row.line);
        if (row.column != 0) CHECK(d.place.column == row.column);
        CHECK(d.excerpt.ends_with("^"));
        CHECK_FALSE(d.text.empty());
    }
}

TEST_CASE("json: nesting to the limit is fine, ten thousand levels are refused and overflow nothing") {
    CHECK(parse_json("t", std::string(100, '[') + std::string(100, ']')).has_value());
    CHECK(first_problem(std::string(10000, '[')).code == "too-deep");
    std::string objects;
    for (int i = 0; i < 10000; ++i) objects += "{\"a\":";
    CHECK(first_problem(objects).code == "too-deep");
}

TEST_CASE("json: all duplicate keys are reported, also in an object with many keys") {
    std::string text = "{";
    for (int i = 0; i < 40; ++i) text += "\"k" + std::to_string(i) + "\": 0, ";
    text += "\"k3\": 1, \"k39\": 1, \"k3\": 2}";
    const Result<JsonDocument> document = parse_json("t", text);
    REQUIRE_FALSE(document.has_value());
    CHECK(document.error().diagnostics.size() == 3);
}

TEST_CASE("json: the caret stands below the character, also behind wide ones and in a long line") {
    const SourceText source("t", "甲乙\tab\n" + std::string(300, 'x') + "丙" + std::string(300, 'y'));
    CHECK(source.excerpt_at(7) == "甲乙 ab\n\u3000\u3000 ^");
    const std::size_t wide = source.text().find("丙");
    CHECK(source.place_of(wide) == Place{"t", 2, 301});
    CHECK(source.excerpt_at(wide) ==
          std::string(50, 'x') + "丙" + std::string(49, 'y') + "\n" + std::string(50, ' ') + "^");
    CHECK(source.place_of(99999) == source.place_of(source.text().size()));
}

TEST_CASE("json: columns far into a single long line agree with a plain count") {
    std::string text;
    for (int i = 0; i < 3000; ++i) text += i % 7 == 0 ? "𠮷" : i % 3 == 0 ? "漏" : "a";
    const SourceText source("t", text);
    int column = 1;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xC0) == 0x80) continue;
        if (source.place_of(i).column != column) CHECK(source.place_of(i).column == column);
        ++column;
    }
    CHECK(column == 3001);
}

TEST_CASE("json: files that can't be read each say why") {
    const test::TemporaryFolder folder;
    const auto code = [](const Result<std::string>& r) { return r ? "" : r.error().diagnostics.at(0).code; };
    CHECK(code(read_text_file(folder.path() + "/none.json")) == "file-missing");
    CHECK(code(read_text_file(folder.path())) == "file-is-folder");
    std::ofstream(folder.path() + "/big.json") << std::string(100, ' ');
    CHECK(code(read_text_file(folder.path() + "/big.json", 99)) == "file-too-large");
    CHECK(read_text_file(folder.path() + "/big.json", 100)->size() == 100);
    std::ofstream(folder.path() + "/ok.json") << "{\"a\": [1, 2]}";
    const Result<JsonDocument> document = load_json(folder.path() + "/ok.json");
    REQUIRE(document.has_value());
    CHECK(document->root.find("a")->array()[1].integer() == 2);
    CHECK(document->source->file() == folder.path() + "/ok.json");
}

TEST_CASE("diagnostic: its text is the line that editors jump to, then excerpt and help") {
    const Diagnostic d{Level::warning, "some-code", "this is odd.", "mend it", {"f.json", 3, 7}, "abc\n ^"};
    CHECK(to_text(d) == "f.json:3:7: warning: this is odd. [some-code]\nabc\n ^\nhelp: mend it");
    CHECK(to_text({Level::error, "c", "no place", "", {"f.json", 0, 0}, ""}) == "f.json: error: no place [c]");
    CHECK(to_text({Level::note, "", "bare", "", {}, ""}) == "note: bare");
    Diagnostics list{{Level::error, "b", "", "", {"f", 2, 1}, ""},
                     {Level::error, "a", "", "", {"f", 2, 1}, ""},
                     {Level::note, "c", "", "", {"f", 1, 9}, ""}};
    sort_by_place(list);
    CHECK(list[0].code == "c");
    CHECK(list[1].code == "a");
    CHECK(has_errors(list));
    CHECK_FALSE(has_errors({list[0]}));
}
