#include "commands/version_history.hpp"

namespace huashu::app {

CommandResult print_version_history(const Page& page, const std::string& id,
                                    const Result<std::vector<VersionEntry>>& entries, Format format, Io& io) {
    if (!entries) return tl::unexpected(entries.error());
    const Words& words = page.words;
    std::string text;
    if (format == Format::json) {
        text = version_history_text(id, *entries);
    } else if (entries->empty()) {
        text = words("cli.author.version.no_history", {{"id", id}}) + "\n";
    } else {
        std::vector<std::vector<std::string>> rows{
            {words("cli.author.version.at"), words("cli.author.version.what"), words("cli.author.version.number"),
             words("cli.author.version.by"), words("cli.author.version.note"), words("cli.author.version.hash")}};
        for (const VersionEntry& entry : *entries)
            rows.push_back({entry.at, words.name("cli.author.version.event.", name_of(entry.event)),
                            entry.number > 0 ? std::to_string(entry.number) : "–", printable(entry.by),
                            printable(entry.note), entry.hash.substr(0, 12)});
        text = page.table(rows);
    }
    if (auto printed = print(io, text); !printed) return tl::unexpected(printed.error());
    return status_fine;
}

}  // namespace huashu::app
