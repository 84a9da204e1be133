#include "commands/backup_command.hpp"

#include "commands/setting.hpp"
#include "integrity/backup.hpp"
#include "paths/paths.hpp"

namespace huashu::app {

CommandResult backup_command(const BackupOptions& options, const GlobalOptions& globals, Io& io) {
    const auto setting = make_setting(globals, io);
    if (!setting) return tl::unexpected(setting.error());
    const auto folder = find_data(globals.data, io.surroundings);
    if (!folder) return tl::unexpected(folder.error());
    const auto backup = back_up(*folder, options.target);
    if (!backup) return tl::unexpected(backup.error());
    if (auto noted = note_backup(*folder, *backup); !noted) return tl::unexpected(noted.error());
    std::int64_t attempts = 0;
    std::size_t problems = 0;
    std::string heads;
    for (const Verification& found : backup->records) {
        attempts += found.attempts;
        problems += found.problems.size();
        heads += "  " + found.file + "  " + found.head + "\n";
    }
    const Page& page = setting->page;
    std::string text = page.words("cli.backup.done", {{"folder", backup->folder},
                                                      {"files", std::to_string(backup->records.size())},
                                                      {"attempts", std::to_string(attempts)}});
    text += "\n" + heads;
    if (problems > 0) text += page.words("cli.backup.unsound", {{"count", std::to_string(problems)}}) + "\n";
    if (auto printed = print(io, text); !printed) return tl::unexpected(printed.error());
    return problems == 0 ? status_fine : status_content;
}

}  // namespace huashu::app
