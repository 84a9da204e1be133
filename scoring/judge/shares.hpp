// Dividing a whole by weights so that the parts add up to it exactly.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace huashu::scoring {

/// Shares of `total` in proportion to the weights, by largest remainder: each share is rounded down, and what is left
/// goes one by one to the largest remainders, the first of equals first. All weights 0: all shares 0.
[[nodiscard]] std::vector<int> divide(int total, std::span<const std::int64_t> weights);

}  // namespace huashu::scoring
