// The characters of a text and their pairs as numbers below 256, so that a few words of bits can say which may begin a
// word. Private to scoring.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace huashu::scoring::match {

[[nodiscard]] constexpr std::uint8_t hash_of(char32_t c) { return static_cast<std::uint8_t>(c * 0x9E3779B1u >> 24); }
[[nodiscard]] constexpr std::uint8_t hash_of(char32_t a, char32_t b) {
    return static_cast<std::uint8_t>((a * 0x9E3779B1u + b * 0x85EBCA77u) >> 24);
}

struct TextHashes {
    std::vector<std::uint8_t> chars;
    std::vector<std::uint8_t> pairs;  ///< by the place of the first

    void read(std::u32string_view text) {
        chars.resize(text.size());
        pairs.resize(text.empty() ? 0 : text.size() - 1);
        for (std::size_t i = 0; i < chars.size(); ++i) chars[i] = hash_of(text[i]);
        for (std::size_t i = 0; i < pairs.size(); ++i) pairs[i] = hash_of(text[i], text[i + 1]);
    }
};

}  // namespace huashu::scoring::match
