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
    for (; left > 0; --left) {
        const auto largest = std::ranges::max_element(remainder);  // the first of equals
        ++shares[static_cast<std::size_t>(largest - remainder.begin())];
        *largest = -1;
    }
    return shares;
}

}  // namespace huashu::scoring
