#include "scenarios/cards.hpp"

#include <filesystem>
#include <map>
#include <optional>

#include "load/json_files.hpp"
#include "load/parse.hpp"
#include "load/read_scenario.hpp"
#include "model/names.hpp"

namespace huashu::scenarios {
namespace {

std::optional<ScenarioCard> card_of_file(const std::string& file) {
    const Result<JsonDocument> document = load_json(file);
    if (!document || document->root.kind() != JsonNode::Kind::object) return std::nullopt;
    Diagnostics problems;  // load_library tells them
    const Names no_names;
    PatternTable patterns, record_patterns;
    NameTable memories;
    int slots = 0, onces = 0;
    bool asks_score = false, asks_past = false;
    LoadContext context{*document->source, problems,  no_names,       patterns, memories, slots, onces,
                        asks_score,        asks_past, record_patterns};
    ObjectReader in(*document->source, document->root, problems);
    ScenarioCard card = read_card(context, in, id_of_file(file));
    if (has_errors(problems)) return std::nullopt;
    return card;
}

std::string name_of_persona(const std::string& file) {
    const Result<JsonDocument> document = load_json(file);
    if (!document || document->root.kind() != JsonNode::Kind::object) return {};
    const JsonNode* name = document->root.find("name");
    return name != nullptr && name->kind() == JsonNode::Kind::string ? name->string() : std::string();
}

}  // namespace

std::vector<ScenarioCard> read_cards(const std::string& folder, const std::string& personas) {
    std::vector<ScenarioCard> cards;
    const Result<std::vector<std::string>> files = json_files(folder);
    if (!files) return cards;
    const std::filesystem::path shelf = personas_beside(folder, personas);
    std::map<std::string, std::string> names;
    for (const std::string& file : *files) {
        std::optional<ScenarioCard> card = card_of_file(file);
        if (!card) continue;
        const auto [name, fresh] = names.try_emplace(card->persona_id);
        if (fresh && is_id(card->persona_id))  // an id that is no id could lead out of the folder
            name->second = name_of_persona((shelf / (card->persona_id + ".json")).string());
        if (name->second.empty()) continue;
        card->persona_name = name->second;
        cards.push_back(std::move(*card));
    }
    return cards;
}

}  // namespace huashu::scenarios
