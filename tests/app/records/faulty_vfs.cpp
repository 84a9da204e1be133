#include "faulty_vfs.hpp"

#include <sqlite3.h>

#include <climits>
#include <cstring>
#include <new>

namespace {

struct Plan {
    FaultyDisk::Kind kind = FaultyDisk::Kind::any;
    int first = INT_MAX, count = 0, result = 0;
    int seen = 0;
    bool failed = false;
};
Plan plan;
sqlite3_vfs* real = nullptr;
sqlite3_vfs faulty;

// SQLITE_OK, or what the plan says this call must answer.
int refusal(FaultyDisk::Kind kind, int usual) {
    if (plan.kind == FaultyDisk::Kind::write && kind != FaultyDisk::Kind::write) return SQLITE_OK;
    const int number = plan.seen++;
    if (number < plan.first || number - plan.first >= plan.count) return SQLITE_OK;
    plan.failed = true;
    return plan.result == 0 ? usual : plan.result;
}

struct File {
    sqlite3_file base;
    sqlite3_file* inner;
};
sqlite3_file* inner_of(sqlite3_file* file) { return reinterpret_cast<File*>(file)->inner; }
const sqlite3_io_methods* methods_of(sqlite3_file* file) { return inner_of(file)->pMethods; }

int close_file(sqlite3_file* file) { return inner_of(file)->pMethods ? methods_of(file)->xClose(inner_of(file)) : 0; }
int read_file(sqlite3_file* file, void* out, int size, sqlite3_int64 at) {
    if (const int code = refusal(FaultyDisk::Kind::any, SQLITE_IOERR_READ)) return code;
    return methods_of(file)->xRead(inner_of(file), out, size, at);
}
int write_file(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
    if (const int code = refusal(FaultyDisk::Kind::write, SQLITE_IOERR_WRITE)) return code;
    return methods_of(file)->xWrite(inner_of(file), bytes, size, at);
}
int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
    if (const int code = refusal(FaultyDisk::Kind::any, SQLITE_IOERR_TRUNCATE)) return code;
    return methods_of(file)->xTruncate(inner_of(file), size);
}
int sync_file(sqlite3_file*, int) {
    if (const int code = refusal(FaultyDisk::Kind::any, SQLITE_IOERR_FSYNC)) return code;
    return SQLITE_OK;  // the real disk is not put to the test, and slow
}
int size_of_file(sqlite3_file* file, sqlite3_int64* size) {
    if (const int code = refusal(FaultyDisk::Kind::any, SQLITE_IOERR_FSTAT)) return code;
    return methods_of(file)->xFileSize(inner_of(file), size);
}
int lock_file(sqlite3_file* file, int level) { return methods_of(file)->xLock(inner_of(file), level); }
int unlock_file(sqlite3_file* file, int level) { return methods_of(file)->xUnlock(inner_of(file), level); }
int check_lock(sqlite3_file* file, int* out) { return methods_of(file)->xCheckReservedLock(inner_of(file), out); }
int control_file(sqlite3_file* file, int op, void* arg) {
    return methods_of(file)->xFileControl(inner_of(file), op, arg);
}
int sector_size(sqlite3_file* file) { return methods_of(file)->xSectorSize(inner_of(file)); }
int characteristics(sqlite3_file* file) { return methods_of(file)->xDeviceCharacteristics(inner_of(file)); }
int map_shared(sqlite3_file* file, int page, int size, int extend, void volatile** out) {
    if (const int code = refusal(FaultyDisk::Kind::write, SQLITE_IOERR_SHMSIZE)) return code;
    return methods_of(file)->xShmMap(inner_of(file), page, size, extend, out);
}
int lock_shared(sqlite3_file* file, int offset, int n, int flags) {
    return methods_of(file)->xShmLock(inner_of(file), offset, n, flags);
}
void barrier(sqlite3_file* file) { methods_of(file)->xShmBarrier(inner_of(file)); }
int unmap_shared(sqlite3_file* file, int remove) { return methods_of(file)->xShmUnmap(inner_of(file), remove); }

const sqlite3_io_methods methods{
    2,           close_file,  read_file,    write_file,   truncate_file, sync_file,       size_of_file,
    lock_file,   unlock_file, check_lock,   control_file, sector_size,   characteristics, map_shared,
    lock_shared, barrier,     unmap_shared, nullptr,      nullptr};

int open_file(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags) {
    File* opened = new (file) File{};
    if (const int code = refusal(FaultyDisk::Kind::any, SQLITE_CANTOPEN)) return code;
    opened->inner = reinterpret_cast<sqlite3_file*>(opened + 1);
    std::memset(opened->inner, 0, static_cast<std::size_t>(real->szOsFile));
    const int result = real->xOpen(real, name, opened->inner, flags, out_flags);
    if (result == SQLITE_OK) opened->base.pMethods = &methods;
    return result;
}
int delete_file(sqlite3_vfs*, const char* name, int sync) {
    if (const int code = refusal(FaultyDisk::Kind::any, SQLITE_IOERR_DELETE)) return code;
    return real->xDelete(real, name, sync);
}

}  // namespace

FaultyDisk::FaultyDisk() {
    plan = {};
    real = sqlite3_vfs_find(nullptr);
    faulty = *real;
    faulty.zName = "faulty";
    faulty.szOsFile = static_cast<int>(sizeof(File)) + real->szOsFile;
    faulty.xOpen = open_file;
    faulty.xDelete = delete_file;
    sqlite3_vfs_register(&faulty, 1);
}

FaultyDisk::~FaultyDisk() {
    sqlite3_vfs_register(real, 1);
    sqlite3_vfs_unregister(&faulty);
}

void FaultyDisk::fail_from(Kind kind, int first, int count, int result) {
    plan = {kind, first, count, result, 0, false};
}
void FaultyDisk::heal() { plan.first = INT_MAX; }
bool FaultyDisk::has_failed() const { return plan.failed; }
