#include "commands/start_command.hpp"

#include <algorithm>
#include <filesystem>

#include "commands/desktop_command.hpp"
#include "commands/play_command.hpp"
#include "commands/records_here.hpp"
#include "commands/setting.hpp"
#include "paths/paths.hpp"
#include "play/terminal_play.hpp"

namespace fs = std::filesystem;

namespace huashu::app {
namespace {

using scenarios::Scenario;

// The last result, or how far an unfinished attempt has come; "" where there is neither.
std::string state_of(const Page& page, const std::string& id, const std::map<std::string, AttemptSummary>& results,
                     const std::vector<AttemptSummary>& unfinished) {
    for (const AttemptSummary& summary : unfinished)
        if (summary.scenario_id == id)
            return page.words("cli.menu.unfinished", {{"turns", std::to_string(summary.turns)}});
    const auto result = results.find(id);
    if (result == results.end() || !result->second.end) return {};
    return page.words("cli.menu.last", {{"score", std::to_string(result->second.end->score)}}) + " · " +
           page.words.name("name.rank.", result->second.end->rank);
}

Result<std::string> menu_text(const Page& page, const std::vector<Scenario>& scenarios, const Records& records) {
    const auto results = records.last_results();
    if (!results) return tl::unexpected(results.error());
    const auto unfinished = records.unfinished();
    if (!unfinished) return tl::unexpected(unfinished.error());
    std::vector<std::vector<std::string>> rows{
        {"", page.words("cli.list.title"), page.words("cli.list.kind"), page.words("cli.list.difficulty"), ""}};
    for (const Scenario& scenario : scenarios) {
        const scenarios::ScenarioCard& card = scenario.card();
        rows.push_back({std::to_string(rows.size()), page.script(card.title), page.words.name("name.kind.", card.kind),
                        std::to_string(card.difficulty), state_of(page, card.id, *results, *unfinished)});
    }
    return "\n" + page.table(rows);
}

CommandResult run_menu(const GlobalOptions& globals, Io& io) {
    const auto setting = make_setting(globals, io);
    if (!setting) return tl::unexpected(setting.error());
    const auto content = load_content(setting->folders);
    if (!content) return tl::unexpected(content.error());
    report_briefly(io, content->problems, setting->folders.library);
    auto records = open_records_here(globals, io);
    if (!records) return tl::unexpected(records.error());
    LineInput lines(io.input);
    const auto printer = [&io](std::string_view text) { return print(io, text); };
    const PlayTable table{setting->page, *content->engine, *records, lines, printer};
    while (true) {
        const auto menu = menu_text(setting->page, content->scenarios, *records);
        if (!menu) return tl::unexpected(menu.error());
        if (auto done = print(io, *menu + setting->page.words("cli.menu.choose") + " "); !done)
            return tl::unexpected(done.error());
        const auto line = lines.next();
        if (!line || line->empty() || *line == ":q") return status_fine;
        const bool is_number = line->size() <= 3 && line->find_first_not_of("0123456789") == std::string::npos;
        const std::size_t number = is_number ? static_cast<std::size_t>(std::stoi(*line)) : 0;
        if (number < 1 || number > content->scenarios.size()) continue;
        if (auto played = play_in_terminal(table, content->scenarios[number - 1], std::nullopt); !played)
            return tl::unexpected(played.error());
    }
}

Result<std::string> find_demo(const std::string& share, const std::string& scenario) {
    const std::string folder = demo_folder(share);
    std::vector<std::string> scripts;
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(folder, failed))
        if (entry.path().extension() == ".txt" && (scenario.empty() || entry.path().stem() == scenario))
            scripts.push_back(entry.path().string());
    if (scripts.empty())
        return fail(Error::Cause::usage, {.code = "unknown-demo",
                                          .text = "there is no script for a demonstration" +
                                                  (scenario.empty() ? "" : " of '" + scenario + "'"),
                                          .remedy = "huashu demo without a name plays the shipped one",
                                          .place = {.file = folder},
                                          .excerpt = {}});
    return *std::min_element(scripts.begin(), scripts.end());
}

// A display that is named but not there, or can't draw what the window needs.
bool lacks_display(const Error& error) {
    const std::string& code = error.diagnostics.front().code;
    return code == "no-display" || code == "no-opengl-3.3";
}

}  // namespace

CommandResult demo_command(const std::string& scenario, const GlobalOptions& globals, Io& io) {
    const auto share = find_share(io.surroundings);
    if (!share) return tl::unexpected(share.error());
    const auto script = find_demo(*share, scenario);
    if (!script) return tl::unexpected(script.error());
    PlayOptions options;
    options.scenario = fs::path(*script).stem().string();
    options.replies = *script;
    options.to_the_end = true;  // whatever has become of the scenario since the script was written
    return play_command(options, globals, io);
}

CommandResult start_command(const GlobalOptions& globals, Io& io) {
    if (has_display(io)) {
        auto shown = desktop_command({}, globals, io);
        if (shown || !lacks_display(shown.error())) return shown;
        static_cast<void>(report(io, shown.error()));  // and go on without a window
    }
    if (io.input_is_terminal && io.output_is_terminal) return run_menu(globals, io);
    return demo_command({}, globals, io);
}

}  // namespace huashu::app
