// What the examples of a pack's rules teach the model.
#pragma once

#include <vector>

#include "model/trainer.hpp"
#include "rules/pack_data.hpp"

namespace huashu::scoring {

/// Appends the hits and misses of forbidding, learned and act rules, and the better wordings. Of acts, an example says
/// no more than whether the rule's own act is done in it.
void append_lessons(const PackData& pack, std::vector<TrainingText>& texts);

}  // namespace huashu::scoring
