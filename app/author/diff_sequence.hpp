// Which items two lists have in common, in order: the longest common subsequence.
#pragma once

#include <cstddef>
#include <functional>
#include <utility>
#include <vector>

namespace huashu::app {

/// Pairs of indices, ascending in both. `equal(i, j)`: item i of the first list is item j of the second. Lists whose
/// differing middles are too long to compare item by item (some 2,000 on each side) have only their ends in common.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> common_items(
    std::size_t first_size, std::size_t second_size, const std::function<bool(std::size_t, std::size_t)>& equal);

}  // namespace huashu::app
