// What can be known about a pattern without running it: its lengths, and shapes that can't mean what was meant.
// Private to scoring.
#pragma once

#include <vector>

#include "match/lists.hpp"
#include "match/node.hpp"

namespace huashu::scoring::match {

[[nodiscard]] Lengths lengths_of(const Node& node, Lists& lists);

/// The parts of a pattern, its word lists included.
[[nodiscard]] std::uint32_t count_nodes(const Node& node, Lists& lists);

/// Reports patterns that match the empty string, that cover too much text or are too large to compile, and
/// anchors that can never hold. A gap at an edge is sound: it widens the match, which exceptions make use of.
void check_shape(const Node& root, Lists& lists, std::vector<PatternProblem>& problems);

}  // namespace huashu::scoring::match
