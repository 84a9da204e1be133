#include "check/deep.hpp"

#include "check/ways.hpp"

namespace huashu::app {
namespace {

using scenarios::AnalysedPlay;
using scenarios::EndingReach;
using scenarios::NoReturn;
using scenarios::Witness;

std::string spelled(const AnalysedPlay& play) { return app::spelled(play.inputs); }

std::string no_return_text(const Page& page, std::string_view key, const std::optional<NoReturn>& found) {
    if (!found) return {};
    return "  " + page.words(key, {{"play", spelled(found->play)}, {"score", std::to_string(found->play.score)}}) +
           "\n";
}

std::string parts_text(const Page& page, const scenarios::Witnesses& witnesses) {
    const std::vector<Witness>& parts = witnesses.parts;
    std::size_t met = 0, golden = 0;
    std::string unmet;
    for (const Witness& part : parts) {
        met += part.by == Witness::By::nothing ? 0 : 1;
        golden += part.by == Witness::By::golden_play ? 1 : 0;
        if (part.by == Witness::By::nothing)
            unmet += "  " +
                     page.words("cli.deep.unmet", {{"sort", page.words.name("cli.deep.part.", name_of(part.sort))},
                                                   {"id", part.id},
                                                   {"line", std::to_string(part.place.line)}}) +
                     "\n";
    }
    return page.words("cli.deep.parts", {{"met", std::to_string(met)},
                                         {"all", std::to_string(parts.size())},
                                         {"golden", std::to_string(golden)}}) +
           "\n" + unmet +
           (witnesses.gave_up && met < parts.size()
                ? "  " + page.words("cli.deep.gave_up", {{"states", std::to_string(witnesses.states)}}) + "\n"
                : "");
}

std::string one_text(const Page& page, const AnalysedScenario& each) {
    const scenarios::Analysis& analysis = each.analysis;
    std::string text = page.heading(each.id);
    text += page.words(analysis.exact ? "cli.deep.exact" : "cli.deep.found",
                       {{"states", std::to_string(analysis.states)}}) +
            "\n";
    std::vector<std::vector<std::string>> rows{{page.words("cli.deep.ending"), page.words("cli.deep.turns"),
                                                page.words("cli.deep.best"), page.words("cli.deep.worst")}};
    for (const EndingReach& reach : analysis.endings)
        rows.push_back({reach.ending, std::to_string(reach.shortest),
                        std::to_string(reach.best.score) + "  " + spelled(reach.best),
                        std::to_string(reach.worst.score) + "  " + spelled(reach.worst)});
    text += page.table(rows);
    text += no_return_text(page, "cli.deep.no_return", analysis.no_return);
    text += no_return_text(page, "cli.deep.gentle_no_return", analysis.gentle_no_return);
    return text + parts_text(page, each.witnesses);
}

void write_play(JsonWriter& json, std::string_view key, const AnalysedPlay& play) {
    json.key(key);
    json.begin_object();
    json.member("score", play.score);
    if (!play.ending.empty()) json.member("ending", play.ending);
    json.key("choices");
    json.begin_array();
    for (const scenarios::Input& input : play.inputs) json.value(input.value);
    json.end_array();
    json.end_object();
}

void write_no_return(JsonWriter& json, std::string_view key, const std::optional<NoReturn>& found) {
    if (!found) return;
    write_play(json, key, found->play);
}

}  // namespace

std::string deep_text(const Page& page, const std::vector<AnalysedScenario>& analysed) {
    std::string text;
    for (const AnalysedScenario& each : analysed) text += one_text(page, each) + "\n";
    return text;
}

void write_deep(JsonWriter& json, const std::vector<AnalysedScenario>& analysed) {
    json.begin_array();
    for (const AnalysedScenario& each : analysed) {
        json.begin_object();
        json.member("scenario", each.id);
        json.member("exact", each.analysis.exact);
        json.member("states", each.analysis.states);
        write_play(json, "best", each.analysis.best);
        write_play(json, "worst", each.analysis.worst);
        json.key("endings");
        json.begin_array();
        for (const EndingReach& reach : each.analysis.endings) {
            json.begin_object();
            json.member("id", reach.ending);
            json.member("shortest", reach.shortest);
            write_play(json, "best", reach.best);
            write_play(json, "worst", reach.worst);
            json.end_object();
        }
        json.end_array();
        write_no_return(json, "no_return", each.analysis.no_return);
        write_no_return(json, "gentle_no_return", each.analysis.gentle_no_return);
        json.member("parts_gave_up", each.witnesses.gave_up);
        json.member("parts_states", each.witnesses.states);
        json.key("parts");
        json.begin_array();
        for (const Witness& part : each.witnesses.parts) write_part(json, part);
        json.end_array();
        json.end_object();
    }
    json.end_array();
}

}  // namespace huashu::app
