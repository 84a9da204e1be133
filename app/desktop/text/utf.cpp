#include "desktop/text/utf.hpp"

namespace huashu::desktop {
namespace {

struct Shape {
    int length = 1;
    char32_t low = 0;  // the smallest character that may take this many bytes: shorter is an overlong form
    unsigned mask = 0;
};

Shape shape_of(unsigned char lead) {
    if (lead < 0x80) return {1, 0, 0x7F};
    if (lead >= 0xC2 && lead < 0xE0) return {2, 0x80, 0x1F};
    if (lead >= 0xE0 && lead < 0xF0) return {3, 0x800, 0x0F};
    if (lead >= 0xF0 && lead < 0xF5) return {4, 0x10000, 0x07};
    return {0, 0, 0};
}

bool is_character(char32_t c) { return c <= 0x10FFFF && !(c >= 0xD800 && c < 0xE000); }

}  // namespace

char32_t next_character(std::string_view text, std::size_t& byte) {
    const auto lead = static_cast<unsigned char>(text[byte]);
    const Shape shape = shape_of(lead);
    const std::size_t start = byte++;
    if (shape.length == 0 || start + shape.length > text.size()) return replacement_character;
    char32_t c = lead & shape.mask;
    for (int i = 1; i < shape.length; ++i) {
        const auto next = static_cast<unsigned char>(text[start + i]);
        if ((next & 0xC0) != 0x80) return replacement_character;
        c = (c << 6) | (next & 0x3F);
    }
    if (c < shape.low || !is_character(c)) return replacement_character;
    byte = start + shape.length;
    return c;
}

std::u32string to_characters(std::string_view text) {
    std::u32string out;
    out.reserve(text.size());
    for (std::size_t byte = 0; byte < text.size();) out.push_back(next_character(text, byte));
    return out;
}

std::vector<std::uint32_t> byte_offsets(std::string_view text) {
    std::vector<std::uint32_t> out;
    out.reserve(text.size() + 1);
    for (std::size_t byte = 0; byte < text.size();) {
        out.push_back(static_cast<std::uint32_t>(byte));
        (void)next_character(text, byte);
    }
    out.push_back(static_cast<std::uint32_t>(text.size()));
    return out;
}

void append_bytes(std::string& out, char32_t c) {
    const auto put = [&](unsigned value) { out.push_back(static_cast<char>(value)); };
    if (!is_character(c)) c = replacement_character;
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | (c >> 6));
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | (c >> 12));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | (c >> 18));
        put(0x80 | ((c >> 12) & 0x3F));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

std::string to_bytes(std::u32string_view characters) {
    std::string out;
    out.reserve(characters.size() * 3);
    for (const char32_t c : characters) append_bytes(out, c);
    return out;
}

}  // namespace huashu::desktop
