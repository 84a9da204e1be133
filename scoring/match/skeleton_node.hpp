// A simplified pattern as it stands on the skeleton: its literals folded as the text's are. Private to scoring.
#pragma once

#include <map>
#include <memory>
#include <optional>

#include "match/literal_set.hpp"
#include "match/node.hpp"

namespace huashu::scoring::match {

/// Folded forms of shared word lists, so that they stay shared.
using SkeletonSets = std::map<std::shared_ptr<const LiteralSet>, std::shared_ptr<const LiteralSet>>;

/// Nothing when what must stand there has no skeleton: it would match anywhere.
[[nodiscard]] std::optional<Node> on_skeleton(const Node& simplified, SkeletonSets& known);

}  // namespace huashu::scoring::match
