// Reader of a persona: an owner's temperament, shared by scenarios.
#pragma once

#include "load/read_parts.hpp"

namespace huashu::scenarios {

/// `file_id`: the id that the file's name asks for.
[[nodiscard]] PersonaData read_persona(LoadContext& context, const JsonNode& root, const std::string& file_id);

}  // namespace huashu::scenarios
