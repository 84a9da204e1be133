#include "commands/format_command.hpp"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>

#include "author/replace_file.hpp"
#include "author/scenario_text.hpp"
#include "check/gather.hpp"
#include "commands/setting.hpp"
#include "scoring/json.hpp"
#include "terminal/read_all.hpp"

namespace huashu::app {
namespace {

constexpr std::size_t max_content_bytes = 64u << 20;

Result<std::string> laid_out(const std::string& name, const std::string& text) {
    const auto document = parse_scenario_text(name, text);
    if (!document) return tl::unexpected(document.error());
    return scenario_text(*document);
}

Result<int> format_stream(Io& io) {
    const std::string name = "(standard input)";
    const auto text = read_all(io.input, name, max_content_bytes);
    if (!text) return tl::unexpected(text.error());
    const auto out = laid_out(name, *text);
    if (!out) return tl::unexpected(out.error());
    if (auto printed = print(io, *out); !printed) return tl::unexpected(printed.error());
    return status_fine;
}

// A pack that was named as a whole: its header and its rules.
void add_files_of_pack(const std::string& folder, std::set<std::string>& files) {
    std::error_code failed;
    for (std::filesystem::recursive_directory_iterator at(folder, failed), end; !failed && at != end;
         at.increment(failed))
        if (at->path().extension() == ".json") files.insert(at->path().string());
}

struct FormatTally {
    int files = 0, changed = 0;
    Diagnostics problems;
};

Result<void> format_file(const std::string& file, const FormatOptions& options, const Words& words, Io& io,
                         FormatTally& tally) {
    ++tally.files;
    const auto text = read_text_file(file, max_content_bytes);
    const auto out = text ? laid_out(file, *text) : Result<std::string>(tl::unexpected(text.error()));
    if (!out) {
        const Diagnostics& why = out.error().diagnostics;
        tally.problems.insert(tally.problems.end(), why.begin(), why.end());
        return {};
    }
    if (*out == *text) return {};
    ++tally.changed;
    if (!options.check)
        if (auto written = replace_file(file, *out); !written) return written;
    return print(io, words(options.check ? "cli.author.format.differs" : "cli.author.format.written",
                           {{"file", printable(file)}}) +
                         "\n");
}

}  // namespace

CommandResult format_command(const FormatOptions& options, const GlobalOptions& globals, Io& io) {
    const auto setting = make_setting(globals, io);
    if (!setting) return tl::unexpected(setting.error());
    if (options.paths == std::vector<std::string>{"-"}) return format_stream(io);
    const Words& words = setting->page.words;
    Gathered gathered = gather(options.paths);
    FormatTally tally;
    tally.problems = std::move(gathered.problems);
    gathered.scenarios.merge(gathered.personas);
    for (auto& [folder, named] : gathered.packs) {
        if (named.empty()) add_files_of_pack(folder, named);
        gathered.scenarios.merge(named);
    }
    for (const std::string& file : gathered.scenarios)
        if (auto done = format_file(file, options, words, io, tally); !done) return tl::unexpected(done.error());
    report(io, tally.problems);
    const std::string summary = words("cli.author.format.summary", {{"files", std::to_string(tally.files)},
                                                                    {"changed", std::to_string(tally.changed)}});
    if (auto printed = print(io, summary + "\n"); !printed) return tl::unexpected(printed.error());
    return has_errors(tally.problems) || (options.check && tally.changed > 0) ? status_content : status_fine;
}

}  // namespace huashu::app
