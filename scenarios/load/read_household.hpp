// Reader of what ties a scenario to others of the same household: "household", "after", "memories", "returning".
#pragma once

#include "load/read_parts.hpp"

namespace huashu::scenarios {

[[nodiscard]] HouseholdData read_household(LoadContext& context, ObjectReader& in);
/// The history that a golden play begins with; empty when the key is absent.
[[nodiscard]] History read_history(LoadContext& context, ObjectReader& in, std::string_view key);

}  // namespace huashu::scenarios
