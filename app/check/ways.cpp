#include "check/ways.hpp"

#include <algorithm>

namespace huashu::app {
namespace {

using scenarios::Witness;

constexpr std::size_t most_states = 1'000'000;  // ten seconds

// The id of a line is its beginning, and an ellipsis where it goes on.
bool begin_alike(std::string_view id, std::string_view words) {
    constexpr std::string_view ellipsis = "…";
    const bool goes_on = id.ends_with(ellipsis);
    if (goes_on) id.remove_suffix(ellipsis.size());
    return id.starts_with(words) || (goes_on && words.starts_with(id));
}

bool is_meant(const Witness& part, const std::string& wanted) {
    return part.id == wanted || std::to_string(part.place.line) == wanted ||
           (part.sort == Witness::Sort::line && begin_alike(part.id, wanted));
}

std::string way_text(const Page& page, const Witness& part) {
    const auto say = [&](std::string_view key) {
        return page.words(
            key, {{"sort", page.words.name("cli.deep.part.", name_of(part.sort))},
                  {"id", part.id},
                  {"line", std::to_string(part.place.line)},
                  {"turns", std::to_string(part.inputs.size())},
                  {"play", part.by == Witness::By::golden_play ? part.golden_play : app::spelled(part.inputs)}});
    };
    switch (part.by) {
        case Witness::By::search:
            return say(part.inputs.empty() ? "cli.deep.way_opening" : "cli.deep.way");
        case Witness::By::golden_play:
            return say("cli.deep.way_golden");
        case Witness::By::nothing:
            break;
    }
    return say("cli.deep.unmet");
}

}  // namespace

// Only golden plays hold typed words: they have a name instead.
std::string spelled(const std::vector<scenarios::Input>& inputs) {
    std::string text;
    for (const scenarios::Input& input : inputs) text += (text.empty() ? "=" : " =") + input.value;
    return text;
}

WaysTo ways_to(const std::string& wanted, const scenarios::Scenario& scenario, const scoring::Engine& engine) {
    const auto meant = [&](const Witness& part) { return is_meant(part, wanted); };
    scenarios::Witnesses found = find_witnesses(scenario, engine, {.most_states = most_states}, meant);
    WaysTo ways{scenario.card().id, found.gave_up, found.states, {}};
    std::copy_if(found.parts.begin(), found.parts.end(), std::back_inserter(ways.parts), meant);
    return ways;
}

std::string ways_text(const Page& page, const std::vector<WaysTo>& ways) {
    std::string text;
    for (const WaysTo& each : ways) {
        text += page.heading(each.scenario);
        for (const Witness& part : each.parts) text += way_text(page, part) + "\n";
        if (each.gave_up) text += page.words("cli.deep.gave_up", {{"states", std::to_string(each.states)}}) + "\n";
        text += "\n";
    }
    return text;
}

void write_ways(JsonWriter& json, const std::vector<WaysTo>& ways) {
    json.begin_array();
    for (const WaysTo& each : ways) {
        json.begin_object();
        json.member("scenario", each.scenario);
        json.member("gave_up", each.gave_up);
        json.member("states", each.states);
        json.key("parts");
        json.begin_array();
        for (const Witness& part : each.parts) write_part(json, part);
        json.end_array();
        json.end_object();
    }
    json.end_array();
}

void write_part(JsonWriter& json, const Witness& part) {
    json.begin_object();
    json.member("sort", name_of(part.sort));
    json.member("id", part.id);
    json.member("line", part.place.line);
    if (part.by == Witness::By::search) {
        json.member("turns", part.inputs.size());
        json.member("replies", spelled(part.inputs));
    } else if (part.by == Witness::By::golden_play) {
        json.member("turns", part.inputs.size());
        json.member("golden_play", part.golden_play);
    }
    json.end_object();
}

}  // namespace huashu::app
