// What is a supervisor's business asks for a passphrase: reviews, changed scores, what is kept and for how long.
//
// Kept as documents of the place ("site.lock…") in the first person's records: each setting, each wrong try and each
// recovery is on record and chained, and a lock that was taken out of the file shows in a verification. The passphrase
// itself is nowhere, only what argon2id makes of it. Whoever can write the file as its owner can do without the
// passphrase; docs/security.md says what it keeps out and what it does not.
//
//     SupervisorLock lock(records);
//     if (*lock.is_set()) …ask; Result<void> open = lock.open(passphrase);   // error: wrong, or too soon after wrong
//     ones
#pragma once

#include <cstdint>
#include <string>

#include "records/records.hpp"

namespace huashu::app {

/// How dear one try is made. The default takes about 0.2 s and 64 MiB; tests take less.
struct LockCost {
    std::uint64_t passes = 3;
    std::size_t memory = std::size_t{64} << 20;  ///< bytes
};

class SupervisorLock {
public:
    explicit SupervisorLock(Records& records, LockCost cost = {}) : records_(&records), cost_(cost) {}

    static constexpr std::size_t shortest = 8;  ///< characters of a passphrase

    [[nodiscard]] Result<bool> is_set() const;
    /// How long no try is taken, in milliseconds; 0: at once. Three wrong tries are free, then one second, and twice as
    /// long after each, up to five minutes; also when the program was started anew or the clock set back.
    [[nodiscard]] Result<std::int64_t> wait_ms() const;

    /// Sets the first passphrase, or another one after the present one was given. The value is the recovery code, to be
    /// printed and locked away: it is shown this once. Error (usage): too short; `present` is wrong; too soon.
    [[nodiscard]] Result<std::string> set(const std::string& fresh, const std::string& present = {});
    /// Fine when it is right, or when none is set. Error (usage): wrong, or too soon; neither says more.
    [[nodiscard]] Result<void> open(const std::string& passphrase);
    /// Another passphrase for whoever holds the recovery code; the value is a new code, the old one is spent.
    [[nodiscard]] Result<std::string> recover(const std::string& code, const std::string& fresh);
    /// Takes the lock off. Error (usage): `present` is wrong, or too soon.
    [[nodiscard]] Result<void> remove(const std::string& present);

private:
    struct State;
    [[nodiscard]] Result<State> read() const;
    [[nodiscard]] Result<void> check(const std::string& secret, bool is_recovery);
    [[nodiscard]] Result<std::string> keep_new(const std::string& fresh, const char* kind);

    Records* records_;
    LockCost cost_;
    mutable std::int64_t set_back_ms_ = -1;  ///< when a clock was first seen that stands before the last wrong try
};

}  // namespace huashu::app
