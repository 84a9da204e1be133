// A small hash for telling contents apart (not for safety): FNV-1a over 64 bits, finished by a mix so that short texts
// spread too.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace huashu::scenarios {

inline constexpr std::uint64_t hash_seed = 0xcbf29ce484222325u;

[[nodiscard]] constexpr std::uint64_t hash_byte(std::uint64_t hash, std::uint8_t byte) {
    return (hash ^ byte) * 0x100000001b3u;
}

[[nodiscard]] constexpr std::uint64_t hash_text(std::string_view text, std::uint64_t hash = hash_seed) {
    for (const char c : text) hash = hash_byte(hash, static_cast<std::uint8_t>(c));
    return hash;
}

[[nodiscard]] constexpr std::uint64_t finish_hash(std::uint64_t hash) {
    hash ^= hash >> 30;
    hash *= 0xbf58476d1ce4e5b9u;
    hash ^= hash >> 27;
    hash *= 0x94d049bb133111ebu;
    return hash ^ (hash >> 31);
}

[[nodiscard]] std::string to_hex(std::uint64_t value);  ///< 16 digits

}  // namespace huashu::scenarios
