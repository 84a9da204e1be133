// The cards of a folder of scenarios, without their rules: what a list shows while the rest is still being loaded.
// Needs no engine and judges nothing, so it takes a small part of the time of load_library (library.hpp).
#pragma once

#include <string>
#include <vector>

#include "scenarios/scenario.hpp"

namespace huashu::scenarios {

/// By file name. `personas`: the folder of personas; empty: `../personas` beside `folder`. A file whose card can't be
/// read is left out in silence: load_library says what is wrong with it. A card that stands here may still belong to a
/// scenario that load_library refuses; household, after and has_record are not filled in.
[[nodiscard]] std::vector<ScenarioCard> read_cards(const std::string& folder, const std::string& personas = {});

}  // namespace huashu::scenarios
