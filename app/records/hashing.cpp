#include "records/hashing.hpp"

#include <sodium.h>

#include <array>

namespace huashu::app {
namespace {

// sodium_init() may be called from several threads and more than once; it sets up the source of random bytes.
bool sodium_is_ready() {
    static const bool ready = sodium_init() >= 0;
    return ready;
}

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

/// The first field names what is hashed: no hash of one thing can pass for that of another.
class FieldHasher {
public:
    explicit FieldHasher(std::string_view what) {
        crypto_generichash_init(&state_, nullptr, 0, digest_size);
        add(what);
    }
    FieldHasher& add(std::string_view field) {
        number(field.size());
        crypto_generichash_update(&state_, bytes_of(field), field.size());
        return *this;
    }
    FieldHasher& add(std::int64_t value) {
        number(static_cast<std::uint64_t>(value));
        return *this;
    }
    std::string digest() {
        std::string out(digest_size, '\0');
        crypto_generichash_final(&state_, reinterpret_cast<unsigned char*>(out.data()), out.size());
        return out;
    }

private:
    void number(std::uint64_t value) {  // eight bytes, the lowest first, on every machine
        std::array<unsigned char, 8> bytes{};
        for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<unsigned char>(value >> (8 * i));
        crypto_generichash_update(&state_, bytes.data(), bytes.size());
    }
    crypto_generichash_state state_{};
};

}  // namespace

std::string make_salt() {
    std::string salt(digest_size, '\0');
    if (sodium_is_ready()) randombytes_buf(salt.data(), salt.size());
    return salt;
}

std::string proof_of(std::string_view salt, std::string_view body) {
    std::string out(digest_size, '\0');
    crypto_generichash(reinterpret_cast<unsigned char*>(out.data()), out.size(), bytes_of(body), body.size(),
                       bytes_of(salt), salt.size());
    return out;
}

std::string hash_of(const Binding& binding) {
    FieldHasher hasher("huashu attempt 1");
    hasher.add(binding.id).add(binding.scenario_id).add(binding.scenario_hash).add(binding.packs_hash);
    return hasher.add(binding.seed).add(binding.program).add(binding.rewinds).add(binding.started_ms).digest();
}

std::string hash_of(std::string_view previous, const EventFields& event) {
    FieldHasher hasher("huashu event 1");
    return hasher.add(previous).add(event.number).add(event.at_ms).add(event.kind).add(event.proof).digest();
}

std::string hash_of(const DocumentFields& document) {
    FieldHasher hasher("huashu document 1");
    hasher.add(document.id).add(document.kind).add(document.subject);
    return hasher.add(document.at_ms).add(document.proof).digest();
}

std::string next_link(std::string_view previous_link, std::string_view hash) {
    return FieldHasher("huashu link 1").add(previous_link).add(hash).digest();
}

std::string to_hex(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    out.reserve(bytes.size() * 2);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
    return out;
}

std::string fingerprint(std::string_view text) { return to_hex(FieldHasher("huashu text 1").add(text).digest()); }

}  // namespace huashu::app
