#include "commands/person_command.hpp"

#include "commands/secret_input.hpp"
#include "commands/setting.hpp"
#include "integrity/person.hpp"
#include "paths/paths.hpp"
#include "paths/write_new.hpp"

namespace huashu::app {
namespace {

CommandResult list_people(const Page& page, const std::string& data_folder, Io& io) {
    Diagnostics told;
    const auto people = load_people(data_folder, told);
    if (!people) return tl::unexpected(people.error());
    report(io, told);
    std::vector<std::vector<std::string>> rows{{"ID", page.words("cli.person.name")}};
    for (const Person& person : *people)
        rows.push_back({person.id.empty() ? "first" : person.id, person.name.empty() ? "–" : person.name});
    if (auto printed = print(io, page.table(rows)); !printed) return tl::unexpected(printed.error());
    return status_fine;
}

CommandResult export_one(const PersonOptions& options, const std::string& data_folder, const Person& person, Io& io) {
    const auto text = export_person(data_folder, person, {.masked = !options.is_plain, .pseudonym = !options.is_plain});
    if (!text) return tl::unexpected(text.error());
    const auto written = options.out.empty() ? print(io, *text) : write_new(options.out, *text);
    if (!written) return tl::unexpected(written.error());
    return status_fine;
}

CommandResult erase_one(const PersonOptions& options, const Page& page, const std::string& data_folder,
                        const Person& person, Io& io) {
    if (!options.is_sure)
        return wrong_usage("needs-yes", "what is erased can't be brought back: '" + options.name + "'",
                           "take an export or a backup if it may be needed, then give the command with --yes");
    const auto erased = erase_person(data_folder, person);
    if (!erased) return tl::unexpected(erased.error());
    const std::string text =
        page.words("cli.person.erased", {{"attempts", std::to_string(erased->records.attempts)},
                                         {"documents", std::to_string(erased->records.documents + erased->elsewhere)}});
    if (auto printed = print(io, text + "\n"); !printed) return tl::unexpected(printed.error());
    return status_fine;
}

}  // namespace

CommandResult person_command(const PersonOptions& options, const GlobalOptions& globals, Io& io) {
    const auto setting = make_setting(globals, io);
    if (!setting) return tl::unexpected(setting.error());
    const auto folder = find_data(globals.data, io.surroundings);
    if (!folder) return tl::unexpected(folder.error());
    if (options.action == "list") return list_people(setting->page, *folder, io);
    if (options.name.empty()) return wrong_usage("needs-name", "whose?", "huashu person list shows names and ids");
    const auto person = find_person(*folder, options.name);
    if (!person) return tl::unexpected(person.error());
    if (auto allowed = ask_supervisor(io, setting->page, *folder); !allowed) return tl::unexpected(allowed.error());
    return options.action == "export" ? export_one(options, *folder, *person, io)
                                      : erase_one(options, setting->page, *folder, *person, io);
}

}  // namespace huashu::app
