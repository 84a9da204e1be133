// A disk that fails on purpose: SQLite's own file layer with every call counted and, from a chosen one on, refused.
// While one exists, every database that is opened goes through it, and its syncs cost nothing.
#pragma once

#include <cstdint>

class FaultyDisk {
public:
    /// Calls that reach the disk; `write` counts those that need room on it.
    enum class Kind : std::uint8_t { any, write };

    FaultyDisk();
    FaultyDisk(const FaultyDisk&) = delete;
    FaultyDisk& operator=(const FaultyDisk&) = delete;
    ~FaultyDisk();

    /// From call number `first` (from 0) of that kind on, `count` calls fail with the SQLite result code (0: the one
    /// that suits the call). Counting starts anew.
    void fail_from(Kind kind, int first, int count, int result);
    /// No call fails any more.
    void heal();
    /// True when a call has been refused since fail_from.
    [[nodiscard]] bool has_failed() const;
};
