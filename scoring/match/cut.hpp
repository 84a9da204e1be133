// Which literals a text must hold before it is worth looking for a pattern. Private to scoring.
#pragma once

#include <vector>

#include "match/node.hpp"

namespace huashu::scoring::match {

/// Set nodes of a simplified pattern of which every match passes through at least one, chosen so that they are as rare
/// in text as can be. Empty: there are none, the pattern must be tried everywhere.
[[nodiscard]] std::vector<const Node*> choose_cut(const Node& root);

}  // namespace huashu::scoring::match
