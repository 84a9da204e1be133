#include "commands/list_command.hpp"

#include <algorithm>

#include "commands/setting.hpp"
#include "json/json_writer.hpp"

namespace huashu::app {
namespace {

using scenarios::ScenarioCard;

void write_card(JsonWriter& json, const ScenarioCard& card) {
    json.begin_object();
    json.member("id", card.id);
    json.member("title", card.title);
    json.member("kind", card.kind);
    json.member("family", name_of(card.complaint));
    json.member("difficulty", card.difficulty);
    json.member("persona", card.persona_id);
    json.member("channel", scenarios::name_of(card.channel));
    json.key("teaches");
    json.begin_array();
    for (const std::string& point : card.teaches) json.value(point);
    json.end_array();
    json.member("file", card.file);
    json.end_object();
}

std::string as_json(const Content& content) {
    std::string out;
    JsonWriter json(out);
    json.begin_array();
    for (const scenarios::Scenario& scenario : content.scenarios) write_card(json, scenario.card());
    json.end_array();
    return out + "\n";
}

std::vector<std::string> row_of(const Page& page, const ScenarioCard& card) {
    return {
        card.id,
        page.script(card.title),
        page.words.name("name.complaint.", name_of(card.complaint)) + " · " + page.words.name("name.kind.", card.kind),
        std::to_string(card.difficulty),
        page.script(card.persona_name),
        page.words.name("name.channel.", scenarios::name_of(card.channel))};
}

}  // namespace

CommandResult list_command(const ListOptions& options, const GlobalOptions& globals, Io& io) {
    const auto setting = make_setting(globals, io);
    if (!setting) return tl::unexpected(setting.error());
    const auto content = load_content(setting->folders);
    if (!content) return tl::unexpected(content.error());
    report_briefly(io, content->problems, setting->folders.library);
    const Page& page = setting->page;
    std::vector<std::vector<std::string>> rows{{"ID", page.words("cli.list.title"), page.words("cli.list.kind"),
                                                page.words("cli.list.difficulty"), page.words("cli.list.owner"),
                                                page.words("cli.list.channel")}};
    for (const scenarios::Scenario& scenario : content->scenarios) rows.push_back(row_of(page, scenario.card()));
    const std::string out = options.format == Format::json ? as_json(*content) : page.table(rows);
    if (auto printed = print(io, out); !printed) return tl::unexpected(printed.error());
    return has_errors(content->problems) ? status_content : status_fine;
}

}  // namespace huashu::app
