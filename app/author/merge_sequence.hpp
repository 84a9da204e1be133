// Two changed copies of one list laid beside each other: what both kept, and between it what each has instead.
#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "author/scenario_text.hpp"

namespace huashu::app {

struct ItemRange {  ///< half open
    std::size_t begin = 0, end = 0;
};

/// A run of items that both kept, or the items that stand between two such runs.
struct MergeChunk {
    ItemRange base, mine, theirs;
};

/// Together the chunks cover the three lists, in order.
[[nodiscard]] std::vector<MergeChunk> merge_chunks(const ContentJson& base, const ContentJson& mine,
                                                   const ContentJson& theirs);

/// The ids of all three lists (what became of each is for others to say) in one order: whoever left the order of the
/// base alone follows the other, and what only one list has stands behind what it stood behind there.
struct MergedOrder {
    std::vector<std::string> by_mine, by_theirs;  ///< equal, unless they disagree
    bool disagree = false;                        ///< both changed the order, not alike
};
[[nodiscard]] MergedOrder merge_orders(const std::vector<std::string>& base, const std::vector<std::string>& mine,
                                       const std::vector<std::string>& theirs);

}  // namespace huashu::app
