// Between the bytes of a text and its characters. Total: whatever is no valid UTF-8 becomes U+FFFD, one for each byte
// that can't be read, so that offsets stay meaningful for any input.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace huashu::desktop {

inline constexpr char32_t replacement_character = 0xFFFD;

/// Reads one character and moves `byte` past it (by 1 to 4 bytes). `byte` must be below text.size().
[[nodiscard]] char32_t next_character(std::string_view text, std::size_t& byte);

[[nodiscard]] std::u32string to_characters(std::string_view text);
[[nodiscard]] std::string to_bytes(std::u32string_view characters);
void append_bytes(std::string& out, char32_t character);

/// Where each character starts, in bytes, and a last entry: the length of the text.
[[nodiscard]] std::vector<std::uint32_t> byte_offsets(std::string_view text);

}  // namespace huashu::desktop
