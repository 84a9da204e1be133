#include "model/solver.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace huashu::scoring {
namespace {

/// A fixed order that differs from pass to pass: descent converges faster than in one order over and over.
class Shuffler {
public:
    explicit Shuffler(std::uint32_t seed) : state_(seed * 2654435761u + 1) {}
    std::size_t below(std::size_t count) {
        state_ ^= state_ << 13;
        state_ ^= state_ >> 17;
        state_ ^= state_ << 5;
        return state_ % count;
    }

private:
    std::uint32_t state_;
};

}  // namespace

Solver::Solver(std::size_t labels, std::size_t columns, double cost)
    : labels_(labels),
      columns_(columns),
      cost_(cost),
      positive_weight_(lanes, 1.0f),
      weights_((columns + 1) * lanes, 0.0f) {}

std::size_t Solver::add_row(std::span<const SparseValue> values, double weight) {
    float square = 1;
    for (const SparseValue& each : values) square += each.value * each.value;
    values_.insert(values_.end(), values.begin(), values.end());
    first_.push_back(values_.size());
    squares_.push_back(square);
    row_weight_.push_back(static_cast<float>(weight));
    alpha_.resize(alpha_.size() + lanes, 0.0f);
    side_.resize(side_.size() + lanes, 0);
    return squares_.size() - 1;
}

// A row that leaves a label takes with it what it did to the weights.
void Solver::set_side(std::size_t index, std::size_t label, RowSide side) {
    const std::size_t at = index * lanes + label;
    if (side_[at] == static_cast<std::int8_t>(side)) return;
    const float undo = alpha_[at] * static_cast<float>(side_[at]);
    if (undo != 0) {
        for (const SparseValue& each : row(index)) weights_[each.column * lanes + label] -= undo * each.value;
        weights_[columns_ * lanes + label] -= undo;
    }
    alpha_[at] = 0;
    side_[at] = static_cast<std::int8_t>(side);
}

void Solver::set_positive_weight(std::size_t label, double weight) {
    positive_weight_[label] = static_cast<float>(weight);
}

Solver::Sums Solver::dot(std::span<const SparseValue> row) const {
    Sums sums;  // here, not at the caller: that nothing else points at it lets the loop run in vector registers
    std::copy_n(weights_.data() + columns_ * lanes, lanes, sums.begin());
    for (const SparseValue& each : row) {
        const float* weights = weights_.data() + std::size_t{each.column} * lanes;
        for (std::size_t lane = 0; lane < lanes; ++lane) sums[lane] += weights[lane] * each.value;
    }
    return sums;
}

float Solver::step(std::size_t index) {
    const Sums sums = dot(row(index));
    Sums deltas;
    float* alpha = alpha_.data() + index * lanes;
    const std::int8_t* side = side_.data() + index * lanes;
    const float row_cost = static_cast<float>(cost_) * row_weight_[index];
    float largest = 0;
    for (std::size_t lane = 0; lane < lanes; ++lane) {
        const auto y = static_cast<float>(side[lane]);
        const float cost = row_cost * (side[lane] > 0 ? positive_weight_[lane] : 1.0f);
        const float slack = 0.5f / cost;
        const float gradient = y * sums[lane] - 1 + alpha[lane] * slack;
        const float moved = std::max(alpha[lane] - gradient / (squares_[index] + slack), 0.0f);
        deltas[lane] = side[lane] == 0 ? 0.0f : (moved - alpha[lane]) * y;
        if (side[lane] != 0) alpha[lane] = moved;
        largest = std::max(largest, std::abs(deltas[lane]));
    }
    if (largest < 1e-5f) return largest;
    for (const SparseValue& each : row(index)) {
        float* weights = weights_.data() + std::size_t{each.column} * lanes;
        for (std::size_t lane = 0; lane < lanes; ++lane) weights[lane] += deltas[lane] * each.value;
    }
    for (std::size_t lane = 0; lane < lanes; ++lane) weights_[columns_ * lanes + lane] += deltas[lane];
    return largest;
}

float Solver::pass() {
    std::vector<std::uint32_t> order(rows());
    std::iota(order.begin(), order.end(), 0u);
    Shuffler shuffler(++passes_);
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[shuffler.below(i)]);
    float largest = 0;
    for (const std::uint32_t index : order) largest = std::max(largest, step(index));
    return largest;
}

std::vector<float> Solver::values_of(std::span<const SparseValue> row) const {
    const Sums sums = dot(row);
    return {sums.begin(), sums.begin() + static_cast<std::ptrdiff_t>(labels_)};
}

}  // namespace huashu::scoring
