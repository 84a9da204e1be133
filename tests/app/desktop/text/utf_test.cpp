#include "desktop/text/utf.hpp"

#include <doctest/doctest.h>

using namespace huashu::desktop;

TEST_CASE("utf: characters of one to four bytes come back as the same bytes") {
    const std::string text = "a é 漏水 𠮷 😀";
    CHECK(to_bytes(to_characters(text)) == text);
    CHECK(to_characters("𠮷") == U"𠮷");
}

TEST_CASE("utf: what is no UTF-8 becomes one replacement a byte, and reading goes on") {
    struct Row {
        std::string bytes;
        std::u32string wanted;
    };
    const std::vector<Row> rows{
        {"\x80", U"\uFFFD"},                      // a continuation alone
        {"\xE6\xBC", U"\uFFFD\uFFFD"},            // cut off
        {"\xC0\xAF", U"\uFFFD\uFFFD"},            // overlong
        {"\xED\xA0\x80", U"\uFFFD\uFFFD\uFFFD"},  // a surrogate
        {"\xF5\x80\x80\x80", U"\uFFFD\uFFFD\uFFFD\uFFFD"},
        {"a\xFF水", U"a\uFFFD水"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.bytes);
        CHECK(to_characters(row.bytes) == row.wanted);
    }
}

TEST_CASE("utf: the offsets of characters end with the length of the text") {
    CHECK(byte_offsets("a水𠮷") == std::vector<std::uint32_t>{0, 1, 4, 8});
    CHECK(byte_offsets("") == std::vector<std::uint32_t>{0});
}
