#include "integrity/backup.hpp"

#include <filesystem>
#include <nlohmann/json.hpp>

#include "integrity/copy_file.hpp"
#include "integrity/record_files.hpp"
#include "integrity/verify_all.hpp"
#include "paths/paths.hpp"
#include "records/records.hpp"

namespace fs = std::filesystem;

namespace huashu::app {
namespace {

tl::unexpected<Error> refuse_backup(const char* code, std::string text, const char* remedy) {
    return fail(Error::Cause::usage,
                {.code = code, .text = std::move(text), .remedy = remedy, .place = {}, .excerpt = {}});
}

tl::unexpected<Error> not_copied(const fs::path& file, const std::error_code& why) {
    return fail(Error::Cause::system, {.code = "backup-failed",
                                       .text = "this could not be copied: " + why.message(),
                                       .remedy = "check both folders and the free space, then try again",
                                       .place = {.file = file.string()},
                                       .excerpt = {}});
}

// SQLite's own files beside a database are part of it, and were copied with it.
bool belongs_to_records(const fs::path& file) {
    const std::string name = file.filename().string();
    return name == "records.db" || name == "records.db-wal" || name == "records.db-shm";
}

Result<std::int64_t> copy_others(const fs::path& from, const fs::path& to) {
    std::int64_t copied = 0;
    std::error_code failed;
    for (fs::recursive_directory_iterator entry(from, failed), end; !failed && entry != end; entry.increment(failed)) {
        const fs::path target = to / fs::relative(entry->path(), from);
        if (!entry->is_regular_file() || belongs_to_records(entry->path())) continue;
        fs::create_directories(target.parent_path(), failed);
        if (!failed) fs::copy_file(entry->path(), target, failed);
        if (failed) return not_copied(entry->path(), failed);
        if (auto synced = sync_to_disk(target.string()); !synced) return tl::unexpected(synced.error());
        ++copied;
    }
    if (failed) return not_copied(from, failed);
    return copied;
}

std::int64_t pages_of(const std::string& file) {
    constexpr std::int64_t page = 4096;
    std::error_code unknown;
    const auto bytes = fs::file_size(file, unknown);
    return unknown ? 0 : static_cast<std::int64_t>(bytes) / page;
}

Result<Backup> copy_all(const std::string& data_folder, const fs::path& target, const std::vector<RecordFile>& records,
                        Watch* watch) {
    Backup backup;
    if (watch != nullptr)
        for (const RecordFile& record : records) watch->total += pages_of(record.file) + steps_to_verify(record.file);
    for (const RecordFile& record : records) {
        const fs::path copy = target / fs::relative(record.file, data_folder);
        if (auto made = make_folder(copy.parent_path().string()); !made) return tl::unexpected(made.error());
        if (auto copied = copy_records(record.file, copy.string(), watch); !copied)
            return tl::unexpected(copied.error());
        auto found = verify_file(copy.string(), {}, watch);
        if (!found) return tl::unexpected(found.error());
        backup.records.push_back(std::move(*found));
    }
    auto others = copy_others(data_folder, target);
    if (!others) return tl::unexpected(others.error());
    backup.other_files = *others;
    if (auto synced = sync_to_disk(target.string()); !synced) return tl::unexpected(synced.error());
    return backup;
}

}  // namespace

Result<Backup> back_up(const std::string& data_folder, const std::string& target, Watch* watch) {
    std::error_code unknown;
    if (fs::exists(target, unknown))
        return refuse_backup("backup-exists", "there is something of that name already: " + target,
                             "give the name of a folder that is not there yet");
    const std::string inside = fs::relative(fs::weakly_canonical(target, unknown), data_folder, unknown).string();
    if (!inside.empty() && !inside.starts_with(".."))
        return refuse_backup("backup-inside", "a backup inside the data folder would be lost with it",
                             "name a folder elsewhere, best on another disk");
    Diagnostics told;
    const auto records = record_files(data_folder, told);
    if (!records) return tl::unexpected(records.error());
    if (records->empty()) return refuse_backup("no-records", "there are no records in " + data_folder, "");
    const fs::path name = fs::path(target).has_filename() ? fs::path(target) : fs::path(target).parent_path();
    const fs::path fresh = name.string() + ".new";
    fs::remove_all(fresh, unknown);  // of a backup that was broken off
    auto backup = copy_all(data_folder, fresh, *records, watch);
    std::error_code failed;
    if (backup) fs::rename(fresh, name, failed);
    if (!backup || failed) {
        fs::remove_all(fresh, unknown);
        return backup ? Result<Backup>(not_copied(name, failed)) : backup;
    }
    backup->folder = name.string();
    for (Verification& found : backup->records) found.file = (name / fs::relative(found.file, fresh)).string();
    return backup;
}

Result<void> note_backup(const std::string& data_folder, const Backup& backup) {
    auto site = Records::open({.folder = data_folder, .now_ms = nullptr, .new_id = nullptr});
    if (!site) return tl::unexpected(site.error());
    std::int64_t attempts = 0, problems = 0;
    for (const Verification& found : backup.records) {
        attempts += found.attempts;
        problems += static_cast<std::int64_t>(found.problems.size());
    }
    const nlohmann::json body{{"folder", backup.folder}, {"attempts", attempts}, {"problems", problems}};
    const std::string text = body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    if (auto kept = site->keep({{.kind = "site.backup", .subject = "records", .body = text}}); !kept)
        return tl::unexpected(kept.error());
    return {};
}

}  // namespace huashu::app
