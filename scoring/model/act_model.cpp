#include "model/act_model.hpp"

#include <cmath>

namespace huashu::scoring {

double ActHead::confidence(double value) const { return 1.0 / (1.0 + std::exp(slope * value + offset)); }

ActValues ActModel::values_of(std::span<const Gram> grams) const {
    std::int32_t sums[lanes] = {};
    for (const Gram& gram : grams) {
        const std::int16_t* row = weights.data() + std::size_t{gram.bucket} * lanes;
        for (std::size_t i = 0; i < lanes; ++i) sums[i] += row[i];
    }
    const double size = std::sqrt(static_cast<double>(grams.empty() ? 1 : grams.size()));
    ActValues values{};
    for (std::size_t i = 0; i < act_count; ++i) values[i] = heads[i].scale * sums[i] / size + heads[i].bias;
    return values;
}

double ActModel::contribution(Act act, const Gram& gram, std::size_t count) const {
    const auto lane = static_cast<std::size_t>(act);
    const std::int16_t weight = weights[std::size_t{gram.bucket} * lanes + lane];
    return heads[lane].scale * weight / std::sqrt(static_cast<double>(count));
}

}  // namespace huashu::scoring
