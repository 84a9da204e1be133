#include "rules/content_hash.hpp"

#include <sodium/crypto_generichash.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace huashu::scoring {
namespace {

class Hasher {
public:
    Hasher() { crypto_generichash_init(&state_, nullptr, 0, digest_size); }

    /// Length first, so that moving a byte from one field to the next changes the hash.
    void add(std::string_view field) {
        std::array<unsigned char, 8> length{};
        for (std::size_t i = 0; i < length.size(); ++i)
            length[i] = static_cast<unsigned char>(static_cast<std::uint64_t>(field.size()) >> (8 * i));
        crypto_generichash_update(&state_, length.data(), length.size());
        crypto_generichash_update(&state_, reinterpret_cast<const unsigned char*>(field.data()), field.size());
    }

    std::string hex() {
        std::array<unsigned char, digest_size> digest{};
        crypto_generichash_final(&state_, digest.data(), digest.size());
        constexpr std::string_view digits = "0123456789abcdef";
        std::string out;
        for (const unsigned char byte : digest) {
            out += digits[byte >> 4];
            out += digits[byte & 15];
        }
        return out;
    }

private:
    static constexpr std::size_t digest_size = crypto_generichash_BYTES;
    crypto_generichash_state state_{};
};

}  // namespace

std::string hash_files(std::vector<std::pair<std::string, std::string_view>> files) {
    std::sort(files.begin(), files.end());
    Hasher hasher;
    for (const auto& [name, bytes] : files) {
        hasher.add(name);
        hasher.add(bytes);
    }
    return hasher.hex();
}

}  // namespace huashu::scoring
