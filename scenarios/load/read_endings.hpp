// Readers of the endings and of the golden plays.
#pragma once

#include "load/read_parts.hpp"

namespace huashu::scenarios {

[[nodiscard]] std::vector<EndingData> read_endings(LoadContext& context, ObjectReader& in);
/// Needs the endings, to know which a play may name.
[[nodiscard]] std::vector<PlayData> read_plays(LoadContext& context, ObjectReader& in,
                                               const std::vector<EndingData>& endings);

}  // namespace huashu::scenarios
