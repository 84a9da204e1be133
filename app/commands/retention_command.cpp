#include "commands/retention_command.hpp"

#include <charconv>

#include "commands/records_here.hpp"
#include "commands/secret_input.hpp"
#include "commands/setting.hpp"
#include "integrity/retention.hpp"
#include "paths/paths.hpp"
#include "records/uuid.hpp"

namespace huashu::app {
namespace {

constexpr int most_days = 36'500;

Result<std::optional<int>> parse_days(const std::string& text) {
    if (text == "off") return std::optional<int>();
    int days = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), days);
    if (failed == std::errc() && end == text.data() + text.size() && days >= 1 && days <= most_days)
        return std::optional<int>(days);
    return wrong_usage("bad-days", "'" + text + "' is no number of days", "give a number from 1 to 36500, or off");
}

std::string retention_text(const Page& page, std::optional<int> days) {
    return days ? page.words("cli.retention.days", {{"days", std::to_string(*days)}}) : page.words("cli.retention.off");
}

Result<std::string> apply_it(const RetentionOptions& options, const Page& page, const std::string& data_folder,
                             std::optional<int> days) {
    if (!days)
        return wrong_usage("no-retention", "no time is set after which to erase", "huashu retention DAYS sets it");
    const auto expired = expire(data_folder, *days, clock_ms(), options.is_sure);
    if (!expired) return tl::unexpected(expired.error());
    return page.words(
        options.is_sure ? "cli.retention.erased" : "cli.retention.would_erase",
        {{"attempts", std::to_string(expired->attempts)}, {"documents", std::to_string(expired->documents)}});
}

}  // namespace

CommandResult retention_command(const RetentionOptions& options, const GlobalOptions& globals, Io& io) {
    const auto setting = make_setting(globals, io);
    if (!setting) return tl::unexpected(setting.error());
    const auto folder = find_data(globals.data, io.surroundings);
    if (!folder) return tl::unexpected(folder.error());
    if (!options.days.empty() || options.apply)
        if (auto allowed = ask_supervisor(io, setting->page, *folder); !allowed) return tl::unexpected(allowed.error());
    auto records = open_records_here(globals, io);
    if (!records) return tl::unexpected(records.error());
    if (!options.days.empty()) {
        const auto days = parse_days(options.days);
        if (!days) return tl::unexpected(days.error());
        if (auto set = set_retention(*records, *days); !set) return tl::unexpected(set.error());
    }
    const auto days = retention_days(*records);
    if (!days) return tl::unexpected(days.error());
    std::string text = retention_text(setting->page, *days) + "\n";
    if (options.apply) {
        const auto applied = apply_it(options, setting->page, *folder, *days);
        if (!applied) return tl::unexpected(applied.error());
        text += *applied + "\n";
    }
    if (auto printed = print(io, text); !printed) return tl::unexpected(printed.error());
    return status_fine;
}

}  // namespace huashu::app
