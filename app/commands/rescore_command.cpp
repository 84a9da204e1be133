#include "commands/rescore_command.hpp"

#include <map>

#include "commands/setting.hpp"
#include "integrity/rescore_words.hpp"
#include "integrity/verify_all.hpp"
#include "json/json_writer.hpp"
#include "paths/paths.hpp"

namespace huashu::app {
namespace {

std::string rescored_json(const Rescored& one) {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    json.member(one.is_sitting ? "sitting" : "attempt", one.id);
    json.member(one.is_sitting ? "blueprint" : "scenario", one.scenario);
    json.member("program", one.program);
    json.member("turns", one.turns);
    json.member("verdict", name_of(one.verdict));
    json.member("ledgers", one.has_ledgers);
    json.key("differences");
    json.begin_array();
    for (const RescoreDifference& difference : one.differences) {
        json.begin_object();
        json.member("turn", difference.turn);
        json.member("what", difference.what);
        json.member("then", difference.then);
        json.member("now", difference.now);
        json.end_object();
    }
    json.end_array();
    json.end_object();
    return out + "\n";
}

std::string rescored_text(const Page& page, const Rescored& one) {
    if (one.verdict == Rescored::Verdict::same) return {};
    std::string text =
        one.id + " (" + one.scenario + "): " + page.words("cli.rescore." + std::string(name_of(one.verdict))) + "\n";
    for (const RescoreDifference& difference : one.differences) {
        const std::string where = difference.turn == 0
                                      ? page.words(one.is_sitting ? "cli.rescore.whole" : "cli.rescore.end")
                                      : page.words(one.is_sitting ? "cli.rescore.item" : "cli.verify.turn",
                                                   {{"turn", std::to_string(difference.turn)}});
        text += "  " + where + " " + difference_in_words(difference, page.words) + "\n";
    }
    return text;
}

}  // namespace

CommandResult rescore_command(const RescoreOptions& options, const GlobalOptions& globals, Io& io) {
    const auto setting = make_setting(globals, io);
    if (!setting) return tl::unexpected(setting.error());
    const auto folder = find_data(globals.data, io.surroundings);
    if (!folder) return tl::unexpected(folder.error());
    const auto content = load_content(setting->folders);
    if (!content) return tl::unexpected(content.error());
    report_briefly(io, content->problems, setting->folders.library);
    Diagnostics told;
    const auto files = record_files(*folder, told);
    if (!files) return tl::unexpected(files.error());
    report(io, told);
    std::string out;
    std::map<Rescored::Verdict, int> counts;
    int turns = 0, found = 0;
    for (const RecordFile& file : *files) {
        const auto rescored = rescore_file(file, *content, options.ids);
        if (!rescored) return tl::unexpected(rescored.error());
        for (const Rescored& one : *rescored) {
            ++found;
            ++counts[one.verdict];
            turns += one.turns;
            out += options.format == Format::json ? rescored_json(one) : rescored_text(setting->page, one);
        }
    }
    if (static_cast<std::size_t>(found) < options.ids.size())
        return wrong_usage("unknown-attempt", "not all of these attempts and sealed sittings are on record",
                           "huashu verify counts them");
    const int gone = found - counts[Rescored::Verdict::same] - counts[Rescored::Verdict::differs];
    if (options.format == Format::text)
        out +=
            setting->page.words("cli.rescore.summary", {{"same", std::to_string(counts[Rescored::Verdict::same])},
                                                        {"turns", std::to_string(turns)},
                                                        {"differ", std::to_string(counts[Rescored::Verdict::differs])},
                                                        {"gone", std::to_string(gone)}}) +
            "\n";
    if (auto printed = print(io, out); !printed) return tl::unexpected(printed.error());
    return counts[Rescored::Verdict::differs] == 0 ? status_fine : status_content;
}

}  // namespace huashu::app
