#include "commands/check_command.hpp"

#include "check/check.hpp"
#include "commands/setting.hpp"
#include "json/json_writer.hpp"

namespace huashu::app {
namespace {

std::string_view name_of(Level level) {
    switch (level) {
        case Level::note:
            return "note";
        case Level::warning:
            return "warning";
        case Level::error:
            return "error";
    }
    return "error";
}

void write_diagnostic(JsonWriter& json, const Diagnostic& diagnostic) {
    json.begin_object();
    json.member("file", diagnostic.place.file);
    json.member("line", diagnostic.place.line);
    json.member("column", diagnostic.place.column);
    json.member("level", name_of(diagnostic.level));
    json.member("code", diagnostic.code);
    json.member("text", diagnostic.text);
    json.member("remedy", diagnostic.remedy);
    json.member("excerpt", diagnostic.excerpt);
    json.end_object();
}

void write_mutations(JsonWriter& json, const CheckReport& report) {
    json.key("mutations");
    json.begin_array();
    for (const scoring::MutationTally& tally : report.mutations) {
        json.begin_object();
        json.member("change", tally.change);
        json.member("made", tally.made);
        json.member("caught", tally.caught);
        json.end_object();
    }
    json.end_array();
}

std::string as_json(const CheckReport& report) {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    json.member("rules", report.rules);
    json.member("scenarios", report.scenarios);
    json.member("personas", report.personas);
    json.member("errors", report.errors());
    json.member("warnings", report.warnings());
    if (!report.mutations.empty()) write_mutations(json, report);
    json.key("diagnostics");
    json.begin_array();
    for (const Diagnostic& diagnostic : report.diagnostics) write_diagnostic(json, diagnostic);
    json.end_array();
    if (!report.analysed.empty()) {
        json.key("analyses");
        write_deep(json, report.analysed);
    }
    if (!report.ways.empty()) {
        json.key("ways");
        write_ways(json, report.ways);
    }
    json.end_object();
    return out + "\n";
}

std::string as_text(const CheckReport& report, const Page& page) {
    const Words& words = page.words;
    std::string out = deep_text(page, report.analysed) + ways_text(page, report.ways);
    for (const Diagnostic& diagnostic : report.diagnostics) out += printable(to_text(diagnostic)) + "\n";
    for (const scoring::MutationTally& tally : report.mutations)
        out += words("cli.check.mutations", {{"change", tally.change},
                                             {"made", std::to_string(tally.made)},
                                             {"caught", std::to_string(tally.caught)}}) +
               "\n";
    return out +
           words("cli.check.summary", {{"rules", std::to_string(report.rules)},
                                       {"scenarios", std::to_string(report.scenarios)},
                                       {"personas", std::to_string(report.personas)},
                                       {"errors", std::to_string(report.errors())},
                                       {"warnings", std::to_string(report.warnings())}}) +
           "\n";
}

bool misses_a_way(const CheckReport& report) {
    for (const WaysTo& ways : report.ways)
        for (const scenarios::Witness& part : ways.parts)
            if (part.by == scenarios::Witness::By::nothing) return true;
    return false;
}

}  // namespace

CommandResult check_command(const CheckOptions& options, const GlobalOptions& globals, Io& io) {
    const auto setting = make_setting(globals, io);
    if (!setting) return tl::unexpected(setting.error());
    Diagnostics problems;
    const auto engine = load_engine(setting->folders.pack, problems);
    if (!engine) return tl::unexpected(engine.error());
    const Gathered gathered = gather(options.paths);
    if (!gathered.scenarios.empty()) report_briefly(io, problems, setting->folders.pack);
    const CheckReport report = check(gathered, **engine, setting->folders.personas,
                                     {.quality = options.quality, .deep = options.deep, .way_to = options.way_to});
    if (!options.way_to.empty() && report.ways.empty())
        return wrong_usage(
            "unknown-part", "no scenario here has a part \"" + options.way_to + "\"",
            "name a stage, a choice (stage/choice), an ending, a fact, an event, the number of a line in "
            "the file, or the first words of what the owner says");
    const std::string out = options.format == Format::json ? as_json(report) : as_text(report, setting->page);
    if (auto printed = print(io, out); !printed) return tl::unexpected(printed.error());
    return report.errors() > 0 || misses_a_way(report) ? status_content : status_fine;
}

}  // namespace huashu::app
