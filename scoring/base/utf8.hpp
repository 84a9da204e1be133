// Reading UTF-8 one character at a time, whatever the bytes are.
//
// Private to scoring. What is not UTF-8 is cut as Unicode recommends ("maximal subparts", as browsers do): each
// piece that can't be continued counts as one bad character.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace huashu {

inline constexpr char32_t replacement_character = 0xFFFD;

struct DecodedChar {
    char32_t value = replacement_character;
    std::uint32_t size = 1;  ///< bytes read, >= 1
    bool valid = false;
};

/// The character at `at`, which must be less than the text's size.
[[nodiscard]] DecodedChar decode_utf8(std::string_view text, std::size_t at);

/// The position of the first byte that is not part of valid UTF-8, or npos.
[[nodiscard]] std::size_t find_invalid_utf8(std::string_view text);

/// Appends a code point; what is none (surrogates, beyond U+10FFFF) as U+FFFD.
void append_utf8(std::string& out, char32_t c);

[[nodiscard]] constexpr bool is_utf8_continuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

}  // namespace huashu
