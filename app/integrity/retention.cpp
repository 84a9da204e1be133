#include "integrity/retention.hpp"

#include <nlohmann/json.hpp>

#include "integrity/record_files.hpp"

namespace huashu::app {
namespace {

constexpr const char* kind_of_retention = "site.retention";
constexpr std::int64_t day_ms = 86'400'000;

}  // namespace

Result<std::optional<int>> retention_days(const Records& site) {
    const auto settings = site.documents({.kind = kind_of_retention, .subject = {}});
    if (!settings) return tl::unexpected(settings.error());
    if (settings->empty()) return std::optional<int>();
    const nlohmann::json body = nlohmann::json::parse(settings->back().body, nullptr, false);
    if (!body.is_object() || !body.contains("days") || !body["days"].is_number_integer()) return std::optional<int>();
    return std::optional<int>(body["days"].get<int>());
}

Result<void> set_retention(Records& site, std::optional<int> days) {
    nlohmann::json body = nlohmann::json::object();
    if (days) body["days"] = *days;
    if (auto kept = site.keep({{kind_of_retention, "records", body.dump()}}); !kept)
        return tl::unexpected(kept.error());
    return {};
}

Result<Expired> expire(const std::string& data_folder, int days, std::int64_t now_ms, bool erase, Watch* watch) {
    Diagnostics told;
    const auto files = record_files(data_folder, told);
    if (!files) return tl::unexpected(files.error());
    const std::int64_t before_ms = now_ms - days * day_ms;
    Expired expired;
    if (watch != nullptr) watch->total = static_cast<std::int64_t>(files->size());
    for (const RecordFile& file : *files) {
        if (is_stopped(watch) && !erase) return stopped();
        auto records = Records::open({.folder = file.folder, .now_ms = nullptr, .new_id = nullptr});
        if (!records) return tl::unexpected(records.error());
        const auto done = erase ? erase_older(*records, before_ms) : count_older(*records, before_ms);
        if (!done) return tl::unexpected(done.error());
        expired.attempts += done->attempts;
        expired.documents += done->documents;
        if (done->attempts + done->documents > 0)
            expired.people.push_back({file.person_id, file.name, done->attempts, done->documents});
        step(watch);
    }
    return expired;
}

}  // namespace huashu::app
