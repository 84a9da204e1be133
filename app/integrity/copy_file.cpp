#include "integrity/copy_file.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "records/sqlite.hpp"

namespace huashu::app {

Result<void> copy_records(const std::string& file, const std::string& target, Watch* watch) {
    const auto source = Database::open_existing(file);
    if (!source) return tl::unexpected(source.error());
    {
        auto copy = Database::open(target);
        if (!copy) return tl::unexpected(copy.error());
        sqlite3_backup* backup = sqlite3_backup_init(copy->handle(), "main", source->handle(), "main");
        if (backup == nullptr) return tl::unexpected(copy->failure());
        constexpr int pages_at_once = 4096;
        constexpr int pause_ms = 10;
        constexpr int patience = 500;  // pauses without progress
        int result = SQLITE_OK;
        for (int waited = 0; result != SQLITE_DONE && waited < patience && !is_stopped(watch);) {
            result = sqlite3_backup_step(backup, pages_at_once);
            step(watch, pages_at_once);
            if (result == SQLITE_BUSY || result == SQLITE_LOCKED)
                ++waited, sqlite3_sleep(pause_ms);
            else if (result != SQLITE_OK && result != SQLITE_DONE)
                break;
        }
        const int finished = sqlite3_backup_finish(backup);
        if (is_stopped(watch)) return stopped();
        if (result != SQLITE_DONE || finished != SQLITE_OK) return tl::unexpected(copy->failure());
        // The copy is one file, with nothing beside it.
        const auto mode = copy->text("PRAGMA journal_mode = DELETE");
        if (!mode) return tl::unexpected(mode.error());
    }
    return sync_to_disk(target);
}

Result<void> sync_to_disk(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool synced = descriptor >= 0 && fsync(descriptor) == 0;
    const int why = errno;
    if (descriptor >= 0) close(descriptor);
    if (synced) return {};
    return fail(Error::Cause::system, {.code = "disk-failed",
                                       .text = std::string("the copy could not be written: ") + std::strerror(why),
                                       .remedy = "check the disk and its free space, then try again",
                                       .place = {.file = path},
                                       .excerpt = {}});
}

}  // namespace huashu::app
