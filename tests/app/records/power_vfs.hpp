// A disk whose power fails: SQLite's own file layer, with every sector remembered that was written since the last sync
// of its file. After so many calls the power is gone and every call fails; then the files are made what such a disk may
// hold: of each unsynced sector any of the contents that it had since the sync, the old one included.
// While one exists, every database that is opened goes through it.
#pragma once

#include <cstdint>

class PowerCutDisk {
public:
    /// `is_lying`: a disk that says it has synced, and has not. What is promised can't be kept on it.
    explicit PowerCutDisk(bool is_lying);
    PowerCutDisk(const PowerCutDisk&) = delete;
    PowerCutDisk& operator=(const PowerCutDisk&) = delete;
    ~PowerCutDisk();

    /// Power goes at the writing call (write, truncate, sync, delete) of that number from now on.
    void cut_at(int call);
    [[nodiscard]] int calls() const;  ///< writing calls so far
    /// When every database is closed: leaves the files as the cut may have left them.
    void settle(std::uint32_t seed);
};
