#include "commands/coverage_command.hpp"

#include "check/rule_ids.hpp"
#include "commands/setting.hpp"
#include "json/json_writer.hpp"
#include "scenarios/coverage.hpp"

namespace huashu::app {
namespace {

using scenarios::LibraryCoverage;

std::vector<std::string> unmet(const LibraryCoverage& coverage, const std::vector<std::string>& ids) {
    std::vector<std::string> missing;
    for (const std::string& id : ids)
        if (!coverage.rules.contains(id) && !coverage.beside.contains(id)) missing.push_back(id);
    return missing;
}

void write_counts(JsonWriter& json, const LibraryCoverage& coverage) {
    json.key("acts");
    json.begin_object();
    for (std::size_t i = 0; i < scoring::act_count; ++i)
        json.member(name_of(static_cast<scoring::Act>(i)), coverage.acts[i].size());
    json.end_object();
    json.key("families");
    json.begin_object();
    for (std::size_t i = 0; i < scoring::family_count; ++i)
        json.member(name_of(static_cast<scoring::Family>(i)), coverage.families[i].size());
    json.end_object();
}

std::string as_json(const LibraryCoverage& coverage, const std::vector<std::string>& ids) {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    json.member("replies", coverage.replies);
    write_counts(json, coverage);
    json.key("rules");
    json.begin_object();
    for (const std::string& id : ids) {
        const auto found = coverage.rules.find(id);
        json.member(id, found == coverage.rules.end() ? std::size_t{0} : found->second.size());
    }
    json.end_object();
    json.key("unmet");
    json.begin_array();
    for (const std::string& id : unmet(coverage, ids)) json.value(id);
    json.end_array();
    json.key("beside");
    json.begin_array();
    for (const std::string& id : coverage.beside) json.value(id);
    json.end_array();
    json.end_object();
    return out + "\n";
}

std::string as_text(const Page& page, const LibraryCoverage& coverage, const std::vector<std::string>& ids,
                    std::size_t scenarios) {
    std::vector<std::vector<std::string>> rows{{page.words("cli.coverage.act"), page.words("cli.coverage.scenarios")}};
    for (std::size_t i = 0; i < scoring::act_count; ++i)
        rows.push_back({page.words.name("name.act.", name_of(static_cast<scoring::Act>(i))),
                        std::to_string(coverage.acts[i].size())});
    std::string text = page.table(rows) + "\n";
    rows = {{page.words("cli.coverage.family"), page.words("cli.coverage.scenarios")}};
    for (std::size_t i = 0; i < scoring::family_count; ++i)
        rows.push_back({page.words.name("name.family.", name_of(static_cast<scoring::Family>(i))),
                        std::to_string(coverage.families[i].size())});
    text += page.table(rows) + "\n";
    const std::vector<std::string> missing = unmet(coverage, ids);
    for (const std::string& id : missing) text += page.words("cli.coverage.unmet", {{"rule", id}}) + "\n";
    for (const std::string& id : coverage.beside) text += page.words("cli.coverage.beside", {{"rule", id}}) + "\n";
    const std::size_t could = ids.size() - coverage.beside.size();
    return text +
           page.words("cli.coverage.summary", {{"met", std::to_string(could - missing.size())},
                                               {"rules", std::to_string(could)},
                                               {"scenarios", std::to_string(scenarios)},
                                               {"replies", std::to_string(coverage.replies)}}) +
           "\n";
}

}  // namespace

CommandResult coverage_command(const CoverageOptions& options, const GlobalOptions& globals, Io& io) {
    const auto setting = make_setting(globals, io);
    if (!setting) return tl::unexpected(setting.error());
    const auto content = load_content(setting->folders);
    if (!content) return tl::unexpected(content.error());
    report_briefly(io, content->problems, setting->folders.library);
    const auto ids = rule_ids_of(setting->folders.pack);
    if (!ids) return tl::unexpected(ids.error());
    const LibraryCoverage coverage = scenarios::coverage_of(content->scenarios, *content->engine);
    const std::string out = options.format == Format::json
                                ? as_json(coverage, *ids)
                                : as_text(setting->page, coverage, *ids, content->scenarios.size());
    if (auto printed = print(io, out); !printed) return tl::unexpected(printed.error());
    return status_fine;
}

}  // namespace huashu::app
