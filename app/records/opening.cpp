#include "records/opening.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "paths/paths.hpp"
#include "records/schema.hpp"

namespace fs = std::filesystem;

namespace huashu::app {
namespace {

Diagnostic about(const std::string& file, const char* code, std::string text, const char* remedy) {
    return {.code = code, .text = std::move(text), .remedy = remedy, .place = {.file = file}, .excerpt = {}};
}

// Switching a new file to WAL needs it for oneself alone for a moment, and SQLite does not wait for that by itself.
Result<std::string> switch_to_wal(Database& database) {
    constexpr int tries = 100;
    constexpr int pause_ms = 20;
    for (int i = 0;; ++i) {
        auto mode = database.text("PRAGMA journal_mode = WAL");
        if (mode || mode.error().diagnostics.front().code != "records-busy" || i == tries) return mode;
        sqlite3_sleep(pause_ms);
    }
}

// FULL syncs the log at each commit; NORMAL, ten times faster, loses commits at a power cut.
Result<void> set_up(Database& database) {
    const auto mode = switch_to_wal(database);
    if (!mode) return tl::unexpected(mode.error());
    if (*mode != "wal")
        return fail(Error::Cause::system,
                    about(database.file(), "records-not-safe",
                          "this folder's file system can't keep records safely (journal mode '" + *mode + "')",
                          "choose a folder on a local disk with --data DIR"));
    if (auto done = database.execute("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON"); !done) return done;
    const auto synchronous = database.integer("PRAGMA synchronous");
    const auto foreign_keys = database.integer("PRAGMA foreign_keys");
    if (!synchronous) return tl::unexpected(synchronous.error());
    if (!foreign_keys) return tl::unexpected(foreign_keys.error());
    if (*synchronous != 2 || *foreign_keys != 1)
        return fail(Error::Cause::system, about(database.file(), "records-not-safe",
                                                "SQLite did not take the settings that keep records safe",
                                                "install Debian's own libsqlite3-0"));
    return {};
}

// Where the check could not read a page it says so as a finding: "… error code=266", "… error code 266". When it was
// the disk that refused, or memory that was short, the file may be sound and must stay where it is.
bool is_refusal(const std::string& answer) {
    constexpr std::string_view before_code = "error code";
    const auto at = answer.find(before_code);
    if (at == std::string::npos) return false;
    const int code = std::atoi(answer.c_str() + at + before_code.size() + 1) & 0xff;
    return code == SQLITE_IOERR || code == SQLITE_NOMEM || code == SQLITE_CANTOPEN || code == SQLITE_BUSY;
}

Result<void> check_whole(Database& database) {
    const auto answer = database.text("PRAGMA quick_check(1)");
    if (!answer) return tl::unexpected(answer.error());
    if (*answer == "ok") return {};
    if (is_refusal(*answer))
        return fail(Error::Cause::system,
                    about(database.file(), "disk-failed", "the disk refused to read the records (" + *answer + ")",
                          "check the disk, then start again; nothing was changed"));
    return fail(Error::Cause::system,
                about(database.file(), "records-damaged", "the file of records is damaged (" + *answer + ")", ""));
}

// The order matters: a file of another program or of a newer version must be refused before anything is written.
Result<Database> open_checked(const std::string& file) {
    auto database = Database::open(file);
    if (!database) return database;
    if (auto whole = check_whole(*database); !whole) return tl::unexpected(whole.error());
    if (auto known = refuse_foreign(*database); !known) return tl::unexpected(known.error());
    if (auto safe = set_up(*database); !safe) return tl::unexpected(safe.error());
    if (auto current = migrate(*database); !current) return tl::unexpected(current.error());
    return database;
}

// A program that has the database open holds a shared lock on this range of its file, all the time (sqlite3.h's
// "shared bytes"). Asked for by fcntl, because a damaged file can't be asked through SQLite.
bool is_in_use(const std::string& file) {
    constexpr off_t shared_bytes_begin = 0x40000002;
    constexpr off_t shared_bytes_size = 510;
    const int descriptor = open(file.c_str(), O_RDWR | O_CLOEXEC);
    if (descriptor < 0) return false;
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = shared_bytes_begin;
    lock.l_len = shared_bytes_size;
    const bool is_locked = fcntl(descriptor, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
    close(descriptor);
    return is_locked;
}

// The value is the new name. The log and its index go with the file: they belong to it and would be wrong beside a new
// one.
Result<std::string> set_aside(const std::string& file) {
    if (is_in_use(file))  // what it still writes would go to the file that was set aside
        return fail(Error::Cause::system,
                    about(file, "records-damaged", "the file of records is damaged, and another program has it open",
                          "close the other window of huashu, then start again"));
    const fs::path folder = fs::path(file).parent_path();
    std::string aside;
    for (int number = 1; aside.empty() || fs::exists(aside); ++number)
        aside = (folder / ("records-damaged-" + std::to_string(number) + ".db")).string();
    for (const char* part : {"-shm", "-wal", ""}) {
        std::error_code failed;
        if (!fs::exists(file + part, failed)) continue;
        fs::rename(file + part, aside + part, failed);
        if (failed)
            return fail(Error::Cause::system,
                        about(file, "records-damaged",
                              "the file of records is damaged and could not be set aside: " + failed.message(),
                              "move it elsewhere by hand, then start again"));
    }
    return aside;
}

Diagnostic notice_of(const std::string& aside, const Error& why, const Rescued& rescued) {
    Diagnostic notice =
        about(aside, "records-set-aside",
              "the file of records was damaged; it was set aside under this name and a new one begun, with what could "
              "be read (attempts: " +
                  std::to_string(rescued.attempts) + ", turns: " + std::to_string(rescued.turns) +
                  (rescued.lost > 0 ? "; not everything" : "") + "): " + why.diagnostics.front().text,
              "keep it for whoever looks after the machine");
    notice.level = Level::warning;
    return notice;
}

Result<OpenedRecords> begin_anew(const std::string& file, const std::string& aside, const Error& why) {
    auto fresh = open_checked(file);
    if (!fresh) return tl::unexpected(fresh.error());
    const auto rescued = rescue_records(aside, *fresh);
    if (!rescued) return tl::unexpected(rescued.error());
    return OpenedRecords{std::move(*fresh), {notice_of(aside, why, *rescued)}, *rescued};
}

// A new file could not be begun: what was in it by then is in the old one too, which is what the next start must find.
void put_back(const std::string& aside, const std::string& file) {
    for (const char* part : {"", "-wal", "-shm"}) {
        std::error_code failed;
        fs::remove(file + part, failed);
        if (fs::exists(aside + part, failed)) fs::rename(aside + part, file + part, failed);
    }
}

}  // namespace

Result<OpenedRecords> open_records(const std::string& folder) {
    if (auto made = make_folder(folder); !made) return tl::unexpected(made.error());
    const std::string file = (fs::path(folder) / "records.db").string();
    auto database = open_checked(file);
    if (database) return OpenedRecords{std::move(*database), {}};
    if (!is_damage(database.error())) return tl::unexpected(database.error());
    const auto aside = set_aside(file);
    if (!aside) return tl::unexpected(aside.error());
    auto begun = begin_anew(file, *aside, database.error());
    if (!begun) put_back(*aside, file);
    return begun;
}

}  // namespace huashu::app
