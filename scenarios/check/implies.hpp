// Whether one condition holds whenever another does, judged by what the two ask for and nothing else.
#pragma once

#include "model/condition.hpp"

namespace huashu::scenarios {

/// True only when it is certain: `wide` holds whenever `narrow` does, asked at the same moment. False may mean that it
/// takes more thought: patterns are never compared.
[[nodiscard]] bool implies(const Condition& narrow, const Condition& wide);

}  // namespace huashu::scenarios
