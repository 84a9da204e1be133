// Conditions that are sound by themselves and yet can never hold, because of what their keys ask together.
#pragma once

#include <string>

#include "model/condition.hpp"
#include "scoring/json.hpp"

namespace huashu::scenarios {

/// Why; empty when nothing is known against it. Looks at this condition only, not at those inside it.
[[nodiscard]] std::string why_never(const Condition& condition, const JsonNode& node);

}  // namespace huashu::scenarios
