// Reader of a whole scenario, without its persona's file and without judging its choices.
#pragma once

#include "load/read_parts.hpp"

namespace huashu::scenarios {

/// Only what a list shows, from the first keys of the file; the persona's name stands in the persona's file.
[[nodiscard]] ScenarioCard read_card(LoadContext& context, ObjectReader& in, const std::string& file_id);
/// Whatever is unsound is reported in `context.problems`; the value is then of no use beyond its id and persona.
[[nodiscard]] ScenarioData read_scenario(LoadContext& context, const JsonNode& root, const std::string& file_id);

}  // namespace huashu::scenarios
