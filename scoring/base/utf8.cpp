#include "base/utf8.hpp"

namespace huashu {
namespace {

struct Lead {
    int continuations = -1;  ///< -1: no lead byte
    unsigned char second_min = 0x80;
    unsigned char second_max = 0xBF;
    unsigned bits = 0;
};

/// The table 3-7 of the Unicode standard: the second byte's range keeps out overlong forms and surrogates.
constexpr Lead lead_of(unsigned char byte) {
    if (byte >= 0xC2 && byte <= 0xDF) return {1, 0x80, 0xBF, byte & 0x1Fu};
    if (byte == 0xE0) return {2, 0xA0, 0xBF, 0};
    if (byte == 0xED) return {2, 0x80, 0x9F, 0xD};
    if (byte >= 0xE1 && byte <= 0xEF) return {2, 0x80, 0xBF, byte & 0xFu};
    if (byte == 0xF0) return {3, 0x90, 0xBF, 0};
    if (byte >= 0xF1 && byte <= 0xF3) return {3, 0x80, 0xBF, byte & 0x7u};
    if (byte == 0xF4) return {3, 0x80, 0x8F, 4};
    return {};
}

}  // namespace

DecodedChar decode_utf8(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) return {first, 1, true};
    const Lead lead = lead_of(first);
    if (lead.continuations < 0) return {};
    char32_t value = lead.bits;
    for (std::uint32_t i = 1; i <= static_cast<std::uint32_t>(lead.continuations); ++i) {
        if (at + i >= text.size()) return {replacement_character, i, false};
        const auto byte = static_cast<unsigned char>(text[at + i]);
        const unsigned char low = i == 1 ? lead.second_min : 0x80;
        const unsigned char high = i == 1 ? lead.second_max : 0xBF;
        if (byte < low || byte > high) return {replacement_character, i, false};
        value = value << 6 | (byte & 0x3Fu);
    }
    return {value, static_cast<std::uint32_t>(lead.continuations) + 1, true};
}

std::size_t find_invalid_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const DecodedChar c = decode_utf8(text, at);
        if (!c.valid) return at;
        at += c.size;
    }
    return std::string_view::npos;
}

void append_utf8(std::string& out, char32_t c) {
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = replacement_character;
    const auto add = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (c < 0x80) return add(c);
    if (c < 0x800) {
        add(0xC0 | c >> 6);
    } else {
        if (c < 0x10000) {
            add(0xE0 | c >> 12);
        } else {
            add(0xF0 | c >> 18);
            add(0x80 | (c >> 12 & 0x3F));
        }
        add(0x80 | (c >> 6 & 0x3F));
    }
    add(0x80 | (c & 0x3F));
}

}  // namespace huashu
