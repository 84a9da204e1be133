#include "power_vfs.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <climits>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <new>
#include <random>
#include <string>
#include <vector>

#include "support/temporary_folder.hpp"

namespace {

constexpr std::size_t power_sector = 512;

/// What a disk may hold of one file: its content at the last sync, and the contents that each sector had since.
struct DiskFile {
    std::string synced;
    bool was_synced = false;  ///< its name in the folder is on the disk
    std::map<std::size_t, std::vector<std::string>> sectors;
    std::vector<std::size_t> sizes;
};

struct PowerState {
    bool is_lying = false;
    int call = 0, last_call = INT_MAX;
    std::map<std::string, DiskFile> files;
};
PowerState power;
sqlite3_vfs* power_real = nullptr;
sqlite3_vfs power_layer;

bool is_dark() { return ++power.call > power.last_call; }
bool is_off() { return power.call > power.last_call; }

struct PowerFile {
    sqlite3_file base;
    sqlite3_file* inner;
    DiskFile* disk;
};
PowerFile* power_file(sqlite3_file* file) { return reinterpret_cast<PowerFile*>(file); }
sqlite3_file* real_of(sqlite3_file* file) { return power_file(file)->inner; }
const sqlite3_io_methods* real_methods(sqlite3_file* file) { return real_of(file)->pMethods; }

std::string sector_now(sqlite3_file* file, std::size_t sector) {
    std::string content(power_sector, '\0');
    real_methods(file)->xRead(real_of(file), content.data(), power_sector,
                              static_cast<sqlite3_int64>(sector * power_sector));
    return content;
}

void remember_size(sqlite3_file* file) {
    sqlite3_int64 size = 0;
    real_methods(file)->xFileSize(real_of(file), &size);
    power_file(file)->disk->sizes.push_back(static_cast<std::size_t>(size));
}

int power_close(sqlite3_file* file) {
    return real_of(file)->pMethods ? real_methods(file)->xClose(real_of(file)) : SQLITE_OK;
}
int power_read(sqlite3_file* file, void* out, int size, sqlite3_int64 at) {
    return is_off() ? SQLITE_IOERR_READ : real_methods(file)->xRead(real_of(file), out, size, at);
}
int power_write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
    if (is_dark()) return SQLITE_IOERR_WRITE;
    const int result = real_methods(file)->xWrite(real_of(file), bytes, size, at);
    if (DiskFile* disk = power_file(file)->disk) {
        const auto first = static_cast<std::size_t>(at) / power_sector;
        const auto last = static_cast<std::size_t>(at + size - 1) / power_sector;
        for (std::size_t sector = first; sector <= last; ++sector)
            disk->sectors[sector].push_back(sector_now(file, sector));
        remember_size(file);
    }
    return result;
}
int power_truncate(sqlite3_file* file, sqlite3_int64 size) {
    if (is_dark()) return SQLITE_IOERR_TRUNCATE;
    const int result = real_methods(file)->xTruncate(real_of(file), size);
    if (power_file(file)->disk != nullptr) remember_size(file);
    return result;
}
int power_sync(sqlite3_file* file, int) {
    if (is_dark()) return SQLITE_IOERR_FSYNC;
    DiskFile* disk = power_file(file)->disk;
    if (power.is_lying || disk == nullptr) return SQLITE_OK;
    sqlite3_int64 size = 0;
    real_methods(file)->xFileSize(real_of(file), &size);
    disk->synced.resize(static_cast<std::size_t>(size));
    for (const auto& [sector, contents] : disk->sectors) {
        const std::size_t begin = sector * power_sector;
        if (begin >= disk->synced.size()) continue;
        disk->synced.replace(begin, std::min(power_sector, disk->synced.size() - begin), contents.back(), 0,
                             std::min(power_sector, disk->synced.size() - begin));
    }
    disk->sectors.clear();
    disk->sizes.clear();
    disk->was_synced = true;
    return SQLITE_OK;  // no sync of the real disk: the power of this machine is not at stake
}
int power_size(sqlite3_file* file, sqlite3_int64* size) { return real_methods(file)->xFileSize(real_of(file), size); }
int power_lock(sqlite3_file* file, int level) { return real_methods(file)->xLock(real_of(file), level); }
int power_unlock(sqlite3_file* file, int level) { return real_methods(file)->xUnlock(real_of(file), level); }
int power_check_lock(sqlite3_file* file, int* out) {
    return real_methods(file)->xCheckReservedLock(real_of(file), out);
}
int power_control(sqlite3_file* file, int op, void* arg) {
    return real_methods(file)->xFileControl(real_of(file), op, arg);
}
int power_sector_size(sqlite3_file*) { return power_sector; }
int power_characteristics(sqlite3_file*) { return 0; }  // promises nothing beyond a sync
int power_map(sqlite3_file* file, int page, int size, int extend, void volatile** out) {
    return real_methods(file)->xShmMap(real_of(file), page, size, extend, out);
}
int power_lock_shared(sqlite3_file* file, int offset, int n, int flags) {
    return real_methods(file)->xShmLock(real_of(file), offset, n, flags);
}
void power_barrier(sqlite3_file* file) { real_methods(file)->xShmBarrier(real_of(file)); }
int power_unmap(sqlite3_file* file, int remove) { return real_methods(file)->xShmUnmap(real_of(file), remove); }

const sqlite3_io_methods power_methods{2,
                                       power_close,
                                       power_read,
                                       power_write,
                                       power_truncate,
                                       power_sync,
                                       power_size,
                                       power_lock,
                                       power_unlock,
                                       power_check_lock,
                                       power_control,
                                       power_sector_size,
                                       power_characteristics,
                                       power_map,
                                       power_lock_shared,
                                       power_barrier,
                                       power_unmap,
                                       nullptr,
                                       nullptr};

int power_open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags) {
    PowerFile* opened = new (file) PowerFile{};
    opened->inner = reinterpret_cast<sqlite3_file*>(opened + 1);
    std::memset(opened->inner, 0, static_cast<std::size_t>(power_real->szOsFile));
    if (is_off()) return SQLITE_CANTOPEN;
    const int result = power_real->xOpen(power_real, name, opened->inner, flags, out_flags);
    if (result != SQLITE_OK) return result;
    if (name != nullptr && (flags & SQLITE_OPEN_DELETEONCLOSE) == 0) {
        const auto [found, is_new] = power.files.try_emplace(name);
        if (is_new) {
            found->second.synced = huashu::test::read_bytes(name);
            found->second.was_synced = !found->second.synced.empty();
        }
        opened->disk = &found->second;
    }
    opened->base.pMethods = &power_methods;
    return result;
}
int power_delete(sqlite3_vfs*, const char* name, int sync) {
    if (is_dark()) return SQLITE_IOERR_DELETE;
    power.files.erase(name);
    return power_real->xDelete(power_real, name, sync);
}

std::string held_by(const DiskFile& file, std::mt19937& chance) {
    const auto pick = [&chance](std::size_t choices) {
        return std::uniform_int_distribution<std::size_t>(0, choices - 1)(chance);
    };
    std::size_t size = file.synced.size();
    if (!file.sizes.empty())
        if (const std::size_t which = pick(file.sizes.size() + 1); which > 0) size = file.sizes[which - 1];
    std::string content = file.synced;
    content.resize(size);
    for (const auto& [sector, contents] : file.sectors) {
        const std::size_t which = pick(contents.size() + 1);
        const std::size_t begin = sector * power_sector;
        if (which == 0 || begin >= size) continue;
        const std::size_t length = std::min(power_sector, size - begin);
        content.replace(begin, length, contents[which - 1], 0, length);
    }
    return content;
}

}  // namespace

PowerCutDisk::PowerCutDisk(bool is_lying) {
    power = {};
    power.is_lying = is_lying;
    power_real = sqlite3_vfs_find(nullptr);
    power_layer = *power_real;
    power_layer.zName = "power";
    power_layer.szOsFile = static_cast<int>(sizeof(PowerFile)) + power_real->szOsFile;
    power_layer.xOpen = power_open;
    power_layer.xDelete = power_delete;
    sqlite3_vfs_register(&power_layer, 1);
}

PowerCutDisk::~PowerCutDisk() {
    sqlite3_vfs_register(power_real, 1);
    sqlite3_vfs_unregister(&power_layer);
}

void PowerCutDisk::cut_at(int call) { power.last_call = power.call + call; }
int PowerCutDisk::calls() const { return power.call; }

void PowerCutDisk::settle(std::uint32_t seed) {
    std::mt19937 chance(seed);
    for (const auto& [name, file] : power.files) {
        std::filesystem::remove(name + "-shm");  // it is memory
        // A file whose name was never synced may be there or not.
        if (!file.was_synced && std::uniform_int_distribution<int>(0, 1)(chance) == 0) {
            std::filesystem::remove(name);
            continue;
        }
        std::ofstream(name, std::ios::binary | std::ios::trunc) << held_by(file, chance);
    }
}
