// Reader of a whole scenario, without its persona's file and without judging its choices.
#pragma once

#include "load/read_parts.hpp"

namespace huashu::scenarios {

/// Whatever is unsound is reported in `context.problems`; the value is then of no use beyond its id and persona.
[[nodiscard]] ScenarioData read_scenario(LoadContext& context, const JsonNode& root, const std::string& file_id);

}  // namespace huashu::scenarios
