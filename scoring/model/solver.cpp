#include "model/solver.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace huashu::scoring {
namespace {

constexpr std::size_t lane_step = 8;

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
      lanes_((labels + lane_step - 1) / lane_step * lane_step),
      columns_(columns),
      cost_(cost),
      positive_weight_(lanes_, 1.0f),
      weights_((columns + 1) * lanes_, 0.0f) {}

std::size_t Solver::add_row(std::span<const SparseValue> values) {
    float square = 1;
    for (const SparseValue& each : values) square += each.value * each.value;
    values_.insert(values_.end(), values.begin(), values.end());
    first_.push_back(values_.size());
    squares_.push_back(square);
    alpha_.resize(alpha_.size() + lanes_, 0.0f);
    side_.resize(side_.size() + lanes_, 0);
    return squares_.size() - 1;
}

// A row that leaves a label takes with it what it did to the weights.
void Solver::set_side(std::size_t index, std::size_t label, Side side) {
    const std::size_t at = index * lanes_ + label;
    if (side_[at] == static_cast<std::int8_t>(side)) return;
    const float undo = alpha_[at] * static_cast<float>(side_[at]);
    if (undo != 0) {
        for (const SparseValue& each : row(index)) weights_[each.column * lanes_ + label] -= undo * each.value;
        weights_[columns_ * lanes_ + label] -= undo;
    }
    alpha_[at] = 0;
    side_[at] = static_cast<std::int8_t>(side);
}

void Solver::set_positive_weight(std::size_t label, double weight) {
    positive_weight_[label] = static_cast<float>(weight);
}

void Solver::dot(std::span<const SparseValue> row, float* sums) const {
    std::copy_n(weights_.data() + columns_ * lanes_, lanes_, sums);
    for (const SparseValue& each : row) {
        const float* weights = weights_.data() + std::size_t{each.column} * lanes_;
        for (std::size_t lane = 0; lane < lanes_; ++lane) sums[lane] += weights[lane] * each.value;
    }
}

float Solver::step(std::size_t index) {
    constexpr std::size_t most_lanes = 64;
    float sums[most_lanes], deltas[most_lanes];
    dot(row(index), sums);
    float* alpha = alpha_.data() + index * lanes_;
    const std::int8_t* side = side_.data() + index * lanes_;
    float largest = 0;
    for (std::size_t lane = 0; lane < lanes_; ++lane) {
        const auto y = static_cast<float>(side[lane]);
        const float cost = static_cast<float>(cost_) * (side[lane] > 0 ? positive_weight_[lane] : 1.0f);
        const float slack = 0.5f / cost;
        const float gradient = y * sums[lane] - 1 + alpha[lane] * slack;
        const float moved = std::max(alpha[lane] - gradient / (squares_[index] + slack), 0.0f);
        deltas[lane] = side[lane] == 0 ? 0.0f : (moved - alpha[lane]) * y;
        if (side[lane] != 0) alpha[lane] = moved;
        largest = std::max(largest, std::abs(deltas[lane]));
    }
    if (largest < 1e-5f) return largest;
    for (const SparseValue& each : row(index)) {
        float* weights = weights_.data() + std::size_t{each.column} * lanes_;
        for (std::size_t lane = 0; lane < lanes_; ++lane) weights[lane] += deltas[lane] * each.value;
    }
    for (std::size_t lane = 0; lane < lanes_; ++lane) weights_[columns_ * lanes_ + lane] += deltas[lane];
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
    std::vector<float> sums(lanes_);
    dot(row, sums.data());
    sums.resize(labels_);
    return sums;
}

}  // namespace huashu::scoring
