#include "commands/analyse_command.hpp"

#include "analysis/analysis_text.hpp"
#include "analysis/plan.hpp"
#include "commands/secret_input.hpp"
#include "commands/setting.hpp"
#include "paths/paths.hpp"
#include "reports/gather.hpp"

namespace huashu::app {

CommandResult analyse_command(const AnalyseOptions& options, const GlobalOptions& globals, Io& io) {
    if (!options.since.empty() && !is_day(options.since))
        return wrong_usage("no-day", "'" + options.since + "' is no day", "write it like 2026-05-01");
    const auto setting = make_setting(globals, io);
    if (!setting) return tl::unexpected(setting.error());
    const auto data = find_data(globals.data, io.surroundings);
    if (!data) return tl::unexpected(data.error());
    if (auto allowed = ask_supervisor(io, setting->page, *data); !allowed) return tl::unexpected(allowed.error());
    const auto content = load_content(setting->folders);
    if (!content) return tl::unexpected(content.error());
    report_briefly(io, content->problems, setting->folders.library);
    const auto gathered = gather_facts(*data, *content,
                                       {.person = options.person,
                                        .since_ms = ms_of_day(options.since),
                                        .pseudonyms = options.pseudonyms,
                                        .play_most = most_played_again});
    if (!gathered) return tl::unexpected(gathered.error());
    report(io, gathered->left_out);
    const Analysis analysis = analyse(gathered->attempts, gathered->summed);
    const std::string out = options.format == Format::json ? to_json(analysis) : to_text(analysis, setting->page);
    if (auto printed = print(io, out); !printed) return tl::unexpected(printed.error());
    return status_fine;
}

}  // namespace huashu::app
