#include "desktop/text/wrap.hpp"

#include <doctest/doctest.h>

#include "desktop/text/line_break.hpp"
#include "desktop/text/utf.hpp"

using namespace huashu::desktop;

namespace {

// Wide characters are two units, others one: "width 10" is five Han characters.
std::vector<float> advances_of(const std::u32string& text) {
    std::vector<float> out;
    for (const char32_t c : text) {
        const BreakClass kind = break_class(c);
        const bool wide = c >= 0x2E80 || kind == BreakClass::wide;
        out.push_back(kind == BreakClass::joiner || kind == BreakClass::newline ? 0.0f : wide ? 2.0f : 1.0f);
    }
    return out;
}

std::string rows_of(const std::u32string& text, float width) {
    std::string out;
    for (const Row& row : wrap(text, advances_of(text), width)) {
        std::string shown = to_bytes(std::u32string_view(text).substr(row.begin, row.size()));
        for (char& c : shown)
            if (c == '\n') c = '~';
        out += (out.empty() ? "" : "|") + shown;
    }
    return out;
}

}  // namespace

TEST_CASE("wrap: Chinese breaks between characters, and its punctuation stays where it belongs") {
    struct Case {
        std::u32string text;
        float width;
        std::string wanted;
    };
    const std::vector<Case> rows{
        {U"漏水漏水漏水", 8, "漏水漏水|漏水"},     {U"漏水漏水，漏水", 8, "漏水漏|水，漏水"},  // no comma begins a row
        {U"漏水漏水。」好", 8, "漏水漏|水。」好"},                                             // nor two signs in a row
        {U"漏水漏「水」", 8, "漏水漏|「水」"},   // no opening sign ends one
        {U"今天……明天", 6, "今天……|明天"},       // an ellipsis is one sign
        {U"下午3:00前到", 6, "下午|3:00前|到"},  // figures stay together
        {U"第128號工單", 6, "第128|號工單"},       {U"打12345熱線", 6, "打|12345|熱線"},
        {U"漏水50%以上", 8, "漏水50%|以上"},       {U"hello world 你好", 8, "hello |world 你|好"},
        {U"a b c d e", 4, "a b |c d |e"},          {U"well-known", 6, "well-|known"},
    };
    for (const Case& row : rows) {
        CAPTURE(to_bytes(row.text));
        CHECK(rows_of(row.text, row.width) == row.wanted);
    }
}

TEST_CASE("wrap: blanks at the end of a row hang outside and take no width") {
    const std::u32string text = U"abcd    ef";
    const std::vector<Row> rows = wrap(text, advances_of(text), 4);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].width == 4);
    CHECK(rows[0].end == 8);
    CHECK(rows[1].begin == 8);
}

TEST_CASE("wrap: newlines are taken, and one at the end leaves an empty row") {
    CHECK(rows_of(U"一\n二\n", 100) == "一~|二~|");
    CHECK(rows_of(U"", 100) == "");
    CHECK(wrap(U"", {}, 100).size() == 1);
    CHECK(rows_of(U"\n\n", 100) == "~|~|");
}

TEST_CASE("wrap: a word wider than the row is cut where the row is full, one character at least") {
    CHECK(rows_of(U"abcdefgh", 3) == "abc|def|gh");
    CHECK(rows_of(U"漏水", 1) == "漏|水");
    CHECK(rows_of(U"一abcdef", 3) == "一|abc|def");
}

TEST_CASE("wrap: no width means one row for each newline") {
    CHECK(rows_of(U"漏水，漏水 a b\n二", 0) == "漏水，漏水 a b~|二");
}

TEST_CASE("wrap: a mark that combines, and a character beyond the BMP, are never torn") {
    CHECK(rows_of(U"e\u0301e\u0301e\u0301", 2) == "e\u0301e\u0301|e\u0301");
    CHECK(rows_of(U"𠮷𠮷𠮷", 4) == "𠮷𠮷|𠮷");
}

TEST_CASE("wrap: every character is in exactly one row, whatever the text and the width") {
    const std::u32string pieces[] = {U"漏水", U"，", U"「", U"」", U" ", U"\n", U"abc", U"128", U"……", U"𠮷", U"-"};
    unsigned seed = 1;
    const auto next = [&] { return seed = seed * 1664525u + 1013904223u; };
    for (int round = 0; round < 400; ++round) {
        std::u32string text;
        for (unsigned i = next() >> 28; i > 0; --i) text += pieces[(next() >> 20) % std::size(pieces)];
        const auto width = static_cast<float>((next() >> 26) + 1);
        CAPTURE(to_bytes(text));
        CAPTURE(width);
        std::uint32_t at = 0;
        for (const Row& row : wrap(text, advances_of(text), width)) {
            CHECK(row.begin == at);
            CHECK(row.end >= row.begin);
            at = row.end;
        }
        CHECK(at == text.size());
    }
}
