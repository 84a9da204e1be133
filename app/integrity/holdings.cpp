#include "integrity/holdings.hpp"

#include <filesystem>
#include <nlohmann/json.hpp>

#include "records/sqlite.hpp"

namespace fs = std::filesystem;

namespace huashu::app {
namespace {

std::int64_t size_of(const fs::path& file) {
    std::error_code missing;
    const auto bytes = fs::file_size(file, missing);
    return missing ? 0 : static_cast<std::int64_t>(bytes);
}

std::int64_t number_in(const nlohmann::json& body, const char* key) {
    return body.is_object() && body.contains(key) && body[key].is_number_integer() ? body[key].get<std::int64_t>() : 0;
}

using EachNote = void (*)(Holdings&, const RecordFile&, std::int64_t at_ms, const nlohmann::json& body);

void take_rescue(Holdings& out, const RecordFile& file, std::int64_t at_ms, const nlohmann::json& body) {
    out.rescued.push_back(
        {at_ms, number_in(body, "attempts"), number_in(body, "turns"), number_in(body, "lost"), file.name});
}

void take_backup(Holdings& out, const RecordFile&, std::int64_t at_ms, const nlohmann::json& body) {
    BackupNote note{at_ms, number_in(body, "attempts"), number_in(body, "problems"), {}};
    if (body.is_object() && body.contains("folder") && body["folder"].is_string())
        note.folder = body["folder"].get<std::string>();
    out.last_backup = std::move(note);
}

void take_retention(Holdings& out, const RecordFile&, std::int64_t, const nlohmann::json& body) {
    const auto days = number_in(body, "days");
    out.retention_days = days > 0 ? std::optional(static_cast<int>(days)) : std::nullopt;
}

Result<void> take_notes(const Database& database, const RecordFile& file, const char* kind, EachNote take,
                        Holdings& out) {
    auto row = database.prepare("SELECT at_ms, body FROM document WHERE kind = ? ORDER BY local");
    if (!row) return tl::unexpected(row.error());
    row->bind(1, kind);
    while (true) {
        const auto more = row->step();
        if (!more) return tl::unexpected(more.error());
        if (!*more) return {};
        take(out, file, row->integer(0), nlohmann::json::parse(row->text(1), nullptr, false));
    }
}

// What is about the place stands in the first person's file; what was rescued in each.
Result<void> take_all_notes(const RecordFile& file, Holdings& out) {
    const auto database = Database::open_existing(file.file);
    if (!database) return tl::unexpected(database.error());
    if (auto taken = take_notes(*database, file, "site.rescued", take_rescue, out); !taken) return taken;
    if (!file.person_id.empty()) return {};
    if (auto taken = take_notes(*database, file, "site.backup", take_backup, out); !taken) return taken;
    return take_notes(*database, file, "site.retention", take_retention, out);
}

void count_damaged(const std::string& folder, Holdings& out) {
    std::error_code missing;
    for (const auto& entry : fs::directory_iterator(folder, missing)) {
        if (!entry.path().filename().string().starts_with("records-damaged-")) continue;
        ++out.damaged_files;
        out.damaged_bytes += size_of(entry.path());
    }
}

}  // namespace

Result<Holding> holding_of(const RecordFile& file) {
    Holding out;
    out.person_id = file.person_id;
    out.name = file.name;
    out.bytes = size_of(file.file) + size_of(file.file + "-wal");
    const auto database = Database::open_existing(file.file);
    if (!database) return tl::unexpected(database.error());
    auto row = database->prepare(
        "SELECT count(*), count(erased_ms), coalesce(sum(turns), 0), coalesce(min(started_ms), 0), "
        "coalesce(max(changed_ms), 0) FROM attempt");
    if (!row) return tl::unexpected(row.error());
    if (const auto there = row->step(); !there) return tl::unexpected(there.error());
    out.attempts = row->integer(0);
    out.erased = row->integer(1);
    out.replies = row->integer(2);
    out.first_ms = row->integer(3);
    out.last_ms = row->integer(4);
    const auto documents = database->integer("SELECT count(*) FROM document WHERE substr(kind, 1, 5) <> 'site.'");
    if (!documents) return tl::unexpected(documents.error());
    out.documents = *documents;
    return out;
}

Result<Holdings> holdings_of(const std::string& data_folder) {
    Diagnostics told_elsewhere;
    const auto files = record_files(data_folder, told_elsewhere);
    if (!files) return tl::unexpected(files.error());
    Holdings out;
    for (const RecordFile& file : *files) {
        auto one = holding_of(file);
        if (one) {
            if (auto taken = take_all_notes(file, out); !taken) one->trouble = taken.error().diagnostics.front();
        } else {
            Holding unreadable;
            unreadable.person_id = file.person_id;
            unreadable.name = file.name;
            unreadable.trouble = one.error().diagnostics.front();
            one = std::move(unreadable);
        }
        out.people.push_back(std::move(*one));
        count_damaged(file.folder, out);
    }
    return out;
}

}  // namespace huashu::app
