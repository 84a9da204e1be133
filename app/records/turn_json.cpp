#include "records/turn_json.hpp"

#include <array>
#include <nlohmann/json.hpp>

#include "scenarios/session_json.hpp"

namespace huashu::app {
namespace {

using Json = nlohmann::ordered_json;
using scenarios::Input;

constexpr std::array<std::pair<Input::Kind, const char*>, 3> kinds{
    {{Input::Kind::choice, "choice"}, {Input::Kind::typed, "typed"}, {Input::Kind::silence, "silence"}}};

std::string name_of(Input::Kind kind) {
    for (const auto& [value, name] : kinds)
        if (value == kind) return name;
    return "typed";
}

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace

std::string to_json(const AttemptStart& start) {
    Json json{{"scenario", start.scenario_id},
              {"scenario_hash", start.scenario_hash},
              {"packs_hash", start.packs_hash},
              {"seed", start.seed}};
    if (!start.rewinds.empty()) json["rewinds"] = start.rewinds;
    if (!start.history.empty()) json["history"] = Json::parse(scenarios::to_json(start.history));
    return dump(json);
}

std::string to_json(const TurnRecord& turn) {
    Json json{{"kind", name_of(turn.input.kind)},
              {"value", turn.input.value},
              {"stage", turn.stage},
              {"score", turn.score},
              {"mood", {turn.mood.anger, turn.mood.trust, turn.mood.patience}},
              {"findings", turn.findings},
              {"acts", turn.acts}};
    if (!turn.hints.empty()) json["hints"] = turn.hints;
    if (!turn.ledger.empty()) json["ledger"] = turn.ledger;
    return dump(json);
}

std::string to_json(const EndRecord& end) {
    Json json{{"ending", end.ending}, {"rank", end.rank}, {"score", end.score}, {"has_critical", end.has_critical}};
    if (!end.memories.empty()) json["memories"] = Json::parse(scenarios::to_json(end.memories)).at("memories");
    return dump(json);
}

std::string to_json(const FilledRecord& record) {
    return dump({{"score", record.score}, {"form", Json::parse(scenarios::to_json(record.form))}});
}

std::optional<FilledRecord> parse_record(const std::string& body) {
    try {
        const Json json = Json::parse(body);
        auto form = scenarios::record_form_from_json(json.at("form").dump());
        if (!form) return std::nullopt;
        return FilledRecord{std::move(*form), json.at("score").get<int>()};
    } catch (const nlohmann::json::exception&) {
        return std::nullopt;
    }
}

std::optional<scenarios::History> parse_history(const std::string& start_body) {
    try {
        const Json json = Json::parse(start_body);
        if (!json.contains("history")) return scenarios::History{};
        auto history = scenarios::history_from_json(json["history"].dump());
        if (!history) return std::nullopt;
        return std::move(*history);
    } catch (const nlohmann::json::exception&) {
        return std::nullopt;
    }
}

std::optional<EndRecord> parse_end(const std::string& body) {
    try {
        const Json json = Json::parse(body);
        EndRecord end{json.at("ending").get<std::string>(),
                      json.at("rank").get<std::string>(),
                      json.at("score").get<int>(),
                      json.at("has_critical").get<bool>(),
                      {}};
        if (json.contains("memories")) {
            Json written = Json::parse(scenarios::to_json(std::vector<scenarios::Memory>{}));
            written["memories"] = json["memories"];
            auto memories = scenarios::memories_from_json(written.dump());
            if (!memories) return std::nullopt;
            end.memories = std::move(*memories);
        }
        return end;
    } catch (const nlohmann::json::exception&) {
        return std::nullopt;
    }
}

std::optional<TurnRecord> parse_turn(const std::string& body) {
    try {
        const Json json = Json::parse(body);
        TurnRecord turn;
        const auto kind_name = json.at("kind").get<std::string>();
        bool known = false;
        for (const auto& [value, name] : kinds)
            if (kind_name == name) turn.input.kind = value, known = true;
        if (!known) return std::nullopt;
        turn.input.value = json.at("value").get<std::string>();
        turn.stage = json.at("stage").get<std::string>();
        turn.score = json.at("score").get<int>();
        const auto mood = json.at("mood").get<std::array<int, 3>>();
        turn.mood = {mood[0], mood[1], mood[2]};
        turn.findings = json.at("findings").get<std::vector<std::string>>();
        turn.acts = json.at("acts").get<std::vector<std::string>>();
        if (json.contains("hints")) turn.hints = json.at("hints").get<std::vector<int>>();
        if (json.contains("ledger")) turn.ledger = json.at("ledger").get<std::string>();
        return turn;
    } catch (const nlohmann::json::exception&) {
        return std::nullopt;
    }
}

}  // namespace huashu::app
