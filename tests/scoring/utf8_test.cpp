#include "base/utf8.hpp"

#include <doctest/doctest.h>

using namespace huashu;

namespace {

std::string repaired(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const DecodedChar c = decode_utf8(text, at);
        append_utf8(out, c.value);
        at += c.size;
    }
    return out;
}

}  // namespace

TEST_CASE("utf8: every scalar value goes out and comes back") {
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        if (c == 0xD800) c = 0xE000;
        std::string text;
        append_utf8(text, c);
        const DecodedChar back = decode_utf8(text, 0);
        if (back.value != c || back.size != text.size() || !back.valid) FAIL("U+", static_cast<unsigned>(c));
    }
    CHECK(find_invalid_utf8("漏水 a 𠮷") == std::string_view::npos);
}

TEST_CASE("utf8: bad bytes are cut into maximal subparts (Unicode 3.9, table 3-8 and neighbours)") {
    struct Row {
        std::string_view text, wanted;
    };
    using namespace std::string_view_literals;
    const Row rows[] = {
        {"\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDA"},
        {"\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDA"},
        {"\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDA\uFFFD\uFFFDB"},
        {"\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", "\uFFFD\uFFFD\uFFFD\uFFFDA"},
        {"\xE6\xBC", "\uFFFD"},
        {"a\0b"sv, "a\0b"sv},
    };
    for (const Row& row : rows) {
        CAPTURE(row.wanted);
        CHECK(repaired(row.text) == row.wanted);
    }
    CHECK(find_invalid_utf8("ab\xFF") == 2);
    CHECK(find_invalid_utf8("\xED\xA0\x80") == 0);
}

TEST_CASE("utf8: a surrogate or a number beyond Unicode is written as a replacement") {
    std::string out;
    append_utf8(out, 0xD800);
    append_utf8(out, 0x110000);
    CHECK(out == "\uFFFD\uFFFD");
}
