#include "commands/import_records.hpp"

#include "commands/secret_input.hpp"
#include "commands/setting.hpp"
#include "integrity/site_import.hpp"
#include "paths/paths.hpp"

namespace huashu::app {

CommandResult import_records(const std::string& folder, const GlobalOptions& globals, Io& io) {
    const auto setting = make_setting(globals, io);
    if (!setting) return tl::unexpected(setting.error());
    const auto data = find_data(globals.data, io.surroundings);
    if (!data) return tl::unexpected(data.error());
    const Page& page = setting->page;
    if (auto allowed = ask_supervisor(io, page, *data); !allowed) return tl::unexpected(allowed.error());
    if (auto made = make_folder(*data); !made) return tl::unexpected(made.error());
    const auto all = bring_in(*data, folder);
    if (!all) return tl::unexpected(all.error());
    std::vector<std::vector<std::string>> rows{{page.words("cli.person.name"), page.words("cli.import_records.how"),
                                                page.words("cli.import_records.attempts"),
                                                page.words("cli.import_records.documents")}};
    Diagnostics refused;
    for (const BroughtIn& one : *all) {
        rows.push_back({one.name, page.words.name("cli.import_records.", name_of(one.how)),
                        std::to_string(one.attempts), std::to_string(one.documents)});
        if (one.how == BroughtIn::How::refused)
            refused.push_back({.level = Level::error,
                               .code = "records-refused",
                               .text = "the records of '" + one.name + "' were not brought in: " + one.why,
                               .remedy = "look at them where they are: huashu --data " + folder + " verify",
                               .place = {},
                               .excerpt = {}});
    }
    if (auto printed = print(io, page.table(rows)); !printed) return tl::unexpected(printed.error());
    report(io, refused);
    return refused.empty() ? status_fine : status_content;
}

}  // namespace huashu::app
