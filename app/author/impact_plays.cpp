#include "author/impact_plays.hpp"

#include <nlohmann/json.hpp>

namespace huashu::app {
namespace {

using scenarios::Input;

constexpr std::uint64_t golden_seed = 1;  // docs/scenarios.md, plays

std::string text_in(const ContentJson& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::vector<std::string> texts_in(const ContentJson& object, const char* key) {
    std::vector<std::string> texts;
    const auto found = object.find(key);
    if (found != object.end() && found->is_array())
        for (const ContentJson& item : *found)
            if (item.is_string()) texts.push_back(item.get<std::string>());
    return texts;
}

scenarios::History history_in(const ContentJson& play) {
    const auto found = play.find("history");
    if (found == play.end() || !found->is_object()) return {};
    scenarios::History history{texts_in(*found, "kept"), texts_in(*found, "broken"), texts_in(*found, "said"), {}};
    using scenarios::Rank;
    for (const Rank rank : {Rank::best, Rank::good, Rank::mixed, Rank::bad, Rank::worst})
        if (text_in(*found, "last") == name_of(rank)) history.last = rank;
    return history;
}

Input input_in(const ContentJson& turn) {
    if (turn.contains("choice")) return Input::choose(text_in(turn, "choice"));
    if (turn.contains("say")) return Input::say(text_in(turn, "say"));
    return Input::stay_silent();
}

}  // namespace

std::vector<GoldenPlay> golden_plays(const ContentJson& scenario) {
    std::vector<GoldenPlay> plays;
    const auto list = scenario.find("plays");
    if (list == scenario.end() || !list->is_array()) return plays;
    for (const ContentJson& item : *list) {
        if (!item.is_object() || !item.contains("turns") || !item["turns"].is_array()) continue;
        GoldenPlay play{text_in(item, "id"), {}, history_in(item)};
        for (const ContentJson& turn : item["turns"]) play.inputs.push_back(input_in(turn));
        plays.push_back(std::move(play));
    }
    return plays;
}

Result<scenarios::Session> play_through(const scenarios::Scenario& scenario, const scoring::Engine& engine,
                                        const GoldenPlay& play) {
    scenarios::SavedSession saved;
    saved.scenario_id = scenario.card().id;
    saved.seed = golden_seed;
    saved.inputs = play.inputs;
    saved.history = play.history;
    return scenarios::Session::restore(scenario, engine, saved);
}

PlayedThrough outcome_of(const scenarios::Session& session) {
    return {session.scorecard().score, session.ending() ? session.ending()->id : std::string()};
}

}  // namespace huashu::app
