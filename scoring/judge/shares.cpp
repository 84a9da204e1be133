#include "judge/shares.hpp"

#include <algorithm>
#include <numeric>

namespace huashu::scoring {

std::vector<int> divide(int total, std::span<const std::int64_t> weights) {
    const std::int64_t sum = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
    std::vector<int> shares(weights.size(), 0);
    if (sum == 0) return shares;
    std::vector<std::int64_t> remainder(weights.size());
    int left = total;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        shares[i] = static_cast<int>(total * weights[i] / sum);
        remainder[i] = total * weights[i] % sum;
        left -= shares[i];
    }
    // Less than one for each: whoever has the largest remainders, the first of equals first.
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::nth_element(order, order.begin() + left, [&](std::size_t a, std::size_t b) {
        return remainder[a] != remainder[b] ? remainder[a] > remainder[b] : a < b;
    });
    for (int i = 0; i < left; ++i) ++shares[order[static_cast<std::size_t>(i)]];
    return shares;
}

}  // namespace huashu::scoring
