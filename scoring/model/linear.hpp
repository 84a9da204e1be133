// LIBLINEAR's logistic regression, wrapped: rows of counts in, weights out. Deterministic (the solver draws no random
// numbers).
#pragma once

#include <span>
#include <utility>
#include <vector>

#include "model/grams.hpp"

struct feature_node;

namespace huashu::scoring {

/// One example's features, scaled to length 1 and laid out for the solver.
class FeatureRow {
public:
    explicit FeatureRow(std::span<const Gram> grams);
    FeatureRow(FeatureRow&&) noexcept;
    FeatureRow& operator=(FeatureRow&&) noexcept;
    ~FeatureRow();

    [[nodiscard]] feature_node* nodes() const { return nodes_; }
    /// The decision value under weights as train_linear gives them.
    [[nodiscard]] double value(const std::vector<double>& weights) const;

private:
    feature_node* nodes_ = nullptr;
};

struct LabelledRow {
    const FeatureRow* row = nullptr;
    bool positive = false;
};

/// gram_buckets weights and the bias behind them. `start` (empty, or weights of an earlier training) is where the
/// solver begins. Positive and negative rows must both be there.
[[nodiscard]] std::vector<double> train_linear(const std::vector<LabelledRow>& rows, const std::vector<double>& start);

}  // namespace huashu::scoring
