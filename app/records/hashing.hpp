// The hashes that chain records together: BLAKE2b-256 (libsodium) over fields with their lengths, so that moving a byte
// from one field to the next changes the hash. Digests and salts are strings of 32 raw bytes, as SQLite keeps them.
//
// What was said is never hashed by itself: a record's hash covers a **proof** of its body, which is keyed with a random
// salt. When body and salt are erased, the proof stays and the chain can still be checked, and nobody can find out by
// guessing what had been there. The format of every hash stands in docs/records.md; a change of it is a new version of
// the file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace huashu::app {

inline constexpr std::size_t digest_size = 32;  ///< bytes

/// 32 random bytes from the kernel.
[[nodiscard]] std::string make_salt();
/// Stands for `body` in the chain.
[[nodiscard]] std::string proof_of(std::string_view salt, std::string_view body);

/// What an attempt is bound to from its first event on; the value is what that event takes for its predecessor.
struct Binding {
    std::string id, scenario_id, scenario_hash, packs_hash;
    std::int64_t seed = 0;
    std::string program;  ///< version and build (program_identity.hpp)
    std::string rewinds;
    std::int64_t started_ms = 0;
};
[[nodiscard]] std::string hash_of(const Binding& binding);

struct EventFields {
    std::int64_t number = 0;
    std::int64_t at_ms = 0;
    std::string_view kind, proof;
};
/// `previous`: the hash of the attempt's event before, or that of its binding.
[[nodiscard]] std::string hash_of(std::string_view previous, const EventFields& event);

struct DocumentFields {
    std::string_view id, kind, subject;
    std::int64_t at_ms = 0;
    std::string_view proof;
};
[[nodiscard]] std::string hash_of(const DocumentFields& document);

/// The chain through a whole file: each record, in the order of writing, is tied to all before it.
[[nodiscard]] std::string next_link(std::string_view previous_link, std::string_view hash);

/// "0a1b…"
[[nodiscard]] std::string to_hex(std::string_view bytes);
/// BLAKE2b-256 of a text, in hex: for comparing, not for keeping secret.
[[nodiscard]] std::string fingerprint(std::string_view text);

}  // namespace huashu::app
