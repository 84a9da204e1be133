#include "check/deep.hpp"

namespace huashu::app {
namespace {

using scenarios::AnalysedPlay;
using scenarios::EndingReach;
using scenarios::NoReturn;

// As in a file of replies, but in one line.
std::string spelled(const AnalysedPlay& play) {
    std::string text;
    for (const scenarios::Input& input : play.inputs) text += (text.empty() ? "=" : " =") + input.value;
    return text;
}

std::string no_return_text(const Page& page, std::string_view key, const std::optional<NoReturn>& found) {
    if (!found) return {};
    return "  " + page.words(key, {{"play", spelled(found->play)}, {"score", std::to_string(found->play.score)}}) +
           "\n";
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
    return text + no_return_text(page, "cli.deep.gentle_no_return", analysis.gentle_no_return);
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
        json.end_object();
    }
    json.end_array();
}

}  // namespace huashu::app
