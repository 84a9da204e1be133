// Reader of one stage with its choices.
#pragma once

#include "load/read_parts.hpp"

namespace huashu::scenarios {

[[nodiscard]] StageData read_stage(LoadContext& context, const JsonNode& node);

}  // namespace huashu::scenarios
