#include "terminal/columns.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace huashu::app;

namespace {
std::vector<std::string> lines_of(const std::string& text, int columns) {
    std::vector<std::string> lines;
    for (const TextLine& line : break_lines(text, columns))
        lines.push_back(text.substr(line.begin, line.end - line.begin));
    return lines;
}
using Lines = std::vector<std::string>;
}  // namespace

TEST_CASE("columns: Han takes two, marks take none") {
    CHECK(columns_of("") == 0);
    CHECK(columns_of("abc") == 3);
    CHECK(columns_of("抱歉，") == 6);
    CHECK(columns_of("ＡＢ") == 4);
    CHECK(columns_of("𠮷") == 2);
    CHECK(columns_of("e\u0301") == 1);
    CHECK(columns_of("\u200b抱") == 2);
}

TEST_CASE("columns: lines break between characters, never before a closing mark") {
    CHECK(lines_of("非常抱歉，給您添麻煩了。", 8) == Lines{"非常抱", "歉，給您", "添麻煩", "了。"});
    CHECK(lines_of("", 8) == Lines{""});
    CHECK(lines_of("一\n\n二\n", 8) == Lines{"一", "", "二"});
    CHECK(lines_of("two words", 5) == Lines{"two", "words"});
    CHECK(lines_of("abcdefghij", 4) == Lines{"abcd", "efgh", "ij"});
    CHECK(lines_of("抱歉", 0) == Lines{"抱", "歉"});
}

TEST_CASE("columns: wrapped text is indented, padded text is filled") {
    CHECK(wrap("非常抱歉，給您添麻煩了。", 10, 2) == "非常抱\n  歉，給您\n  添麻煩\n  了。");
    CHECK(wrap("短", 10, 2) == "短");
    CHECK(pad("抱歉", 6) == "抱歉  ");
    CHECK(pad("抱歉", 3) == "抱歉");
}

TEST_CASE("columns: nothing that is printed can command the terminal") {
    CHECK(printable("a\x1b[31mb\tc\nd\x7f") == "a␛[31mb c\nd␡");
    CHECK(printable(std::string_view("\0", 1)) == "␀");
    CHECK(printable("\xc2\x9b"
                    "31m") == "\uFFFD31m");
    CHECK(printable("抱\xff歉") == "抱\uFFFD歉");
}

TEST_CASE("columns: whatever the text, no line is too long and no character but blanks is lost") {
    std::mt19937 chance(7);
    const std::vector<std::string> pieces{"抱", "歉", "，", "。", "「",      "」", "a",
                                          "bc", " ",  "\n", "𠮷", "e\u0301", "１", "—"};
    for (int i = 0; i < 2000; ++i) {
        std::string text;
        const auto length = chance() % 40;
        for (unsigned n = 0; n < length; ++n) text += pieces[chance() % pieces.size()];
        const int columns = 2 + static_cast<int>(chance() % 20);
        std::string joined;
        for (const std::string& line : lines_of(text, columns)) {
            CHECK(columns_of(line) <= columns);
            joined += line;
        }
        const auto bare = [](std::string s) {
            std::erase_if(s, [](char c) { return c == ' ' || c == '\n'; });
            return s;
        };
        CAPTURE(text);
        CHECK(bare(joined) == bare(text));
    }
}
