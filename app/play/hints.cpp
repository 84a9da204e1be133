#include "play/hints.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace huashu::app {
namespace {

// The model reply gives everything away; a nudge only points.
constexpr std::array<int, hint_rungs> costs{1, 2, 4};

}  // namespace

int hint_cost(int rung) { return rung < 1 || rung > hint_rungs ? 0 : costs.at(static_cast<std::size_t>(rung - 1)); }

std::string to_json(const HintTaken& hint) {
    return nlohmann::ordered_json{{"turn", hint.turn}, {"rung", hint.rung}}.dump();
}

std::optional<HintTaken> parse_hint(const std::string& json) {
    const auto read = nlohmann::json::parse(json, nullptr, false);
    const auto number = [&](const char* key) {
        return read.is_object() && read.contains(key) && read[key].is_number_integer();
    };
    if (!number("turn") || !number("rung")) return std::nullopt;
    return HintTaken{read["turn"].get<int>(), read["rung"].get<int>()};
}

int hint_points(const std::vector<HintTaken>& hints) {
    int points = 0;
    for (const HintTaken& hint : hints) points += hint_cost(hint.rung);
    return points;
}

int score_after_hints(int score, const std::vector<HintTaken>& hints) {
    return std::max(0, score - hint_points(hints));
}

}  // namespace huashu::app
