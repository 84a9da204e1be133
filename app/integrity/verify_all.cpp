#include "integrity/verify_all.hpp"

#include <algorithm>

#include "records/sqlite.hpp"

namespace huashu::app {
namespace {

constexpr std::size_t most_differing = 100;

Result<std::vector<RecordFile>> files_to_look_after(const std::string& data_folder) {
    Diagnostics told_elsewhere;
    return record_files(data_folder, told_elsewhere);
}

bool was_stopped(const Error& error) {
    return !error.diagnostics.empty() && error.diagnostics.front().code == stopped_code;
}

Result<void> rescore_sittings(const Records& records, const Content& content, const std::vector<std::string>& wanted,
                              std::vector<Rescored>& all, Watch* watch) {
    const auto ids = sittings_to_rescore(records);
    if (!ids) return tl::unexpected(ids.error());
    for (const std::string& id : *ids) {
        if (!wanted.empty() && std::find(wanted.begin(), wanted.end(), id) == wanted.end()) continue;
        if (is_stopped(watch)) return stopped();
        const auto documents = records.documents({.kind = {}, .subject = id});
        if (!documents) return tl::unexpected(documents.error());
        auto one = rescore_sitting(*documents, content);
        if (!one) return tl::unexpected(one.error());
        if (*one) all.push_back(std::move(**one));
        step(watch);
    }
    return {};
}

}  // namespace

std::int64_t steps_to_verify(const std::string& file) {
    const auto database = Database::open_existing(file);
    if (!database) return 0;
    const auto events = database->integer("SELECT count FROM chain WHERE name = 'event'");
    return events ? 2 * *events : 0;
}

Result<std::vector<VerifiedFile>> verify_all(const std::string& data_folder, Watch* watch) {
    const auto files = files_to_look_after(data_folder);
    if (!files) return tl::unexpected(files.error());
    if (watch != nullptr)
        for (const RecordFile& file : *files) watch->total += steps_to_verify(file.file);
    std::vector<VerifiedFile> out;
    for (const RecordFile& file : *files) {
        auto found = verify_file(file.file, {}, watch);
        if (!found && was_stopped(found.error())) return tl::unexpected(found.error());
        VerifiedFile one;
        one.where = file;
        if (found)
            one.found = std::move(*found);
        else
            one.trouble = found.error().diagnostics.front();
        out.push_back(std::move(one));
    }
    return out;
}

Result<std::vector<Rescored>> rescore_file(const RecordFile& file, const Content& content,
                                           const std::vector<std::string>& wanted, Watch* watch) {
    auto records = Records::open({.folder = file.folder, .now_ms = nullptr, .new_id = nullptr});
    if (!records) return tl::unexpected(records.error());
    const auto ids = attempts_to_rescore(*records);
    if (!ids) return tl::unexpected(ids.error());
    if (watch != nullptr) watch->total += static_cast<std::int64_t>(ids->size());
    std::vector<Rescored> all;
    for (const std::string& id : *ids) {
        if (!wanted.empty() && std::find(wanted.begin(), wanted.end(), id) == wanted.end()) continue;
        if (is_stopped(watch)) return stopped();
        const auto stored = records->read(id);
        if (!stored) return tl::unexpected(stored.error());
        all.push_back(rescore(*stored, content.find(stored->summary.scenario_id), *content.engine));
        step(watch);
    }
    if (auto added = rescore_sittings(*records, content, wanted, all, watch); !added)
        return tl::unexpected(added.error());
    return all;
}

Result<RescoreSum> rescore_all(const std::string& data_folder, const Content& content, Watch* watch) {
    const auto files = files_to_look_after(data_folder);
    if (!files) return tl::unexpected(files.error());
    RescoreSum out;
    for (const RecordFile& file : *files) {
        auto all = rescore_file(file, content, {}, watch);
        if (!all && was_stopped(all.error())) return tl::unexpected(all.error());
        if (!all) {
            out.unreadable.push_back(all.error().diagnostics.front());
            continue;
        }
        for (Rescored& one : *all) {
            ++out.counts[one.verdict];
            out.turns += one.turns;
            if (one.verdict == Rescored::Verdict::differs && out.differing.size() < most_differing)
                out.differing.push_back(std::move(one));
        }
    }
    return out;
}

}  // namespace huashu::app
