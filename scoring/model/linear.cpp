#include "model/linear.hpp"

#include <linear.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace huashu::scoring {
namespace {

constexpr int bias_index = static_cast<int>(gram_buckets) + 1;

void say_nothing(const char*) {}

}  // namespace

// A gram that stands twice counts twice. The length is that of the number of grams, as in ActModel::values_of.
FeatureRow::FeatureRow(std::span<const Gram> grams) {
    std::map<std::uint32_t, int> counts;
    for (const Gram& gram : grams) ++counts[gram.bucket];
    const double size = std::sqrt(static_cast<double>(std::max<std::size_t>(1, grams.size())));
    nodes_ = new feature_node[counts.size() + 2];
    feature_node* node = nodes_;
    for (const auto& [bucket, count] : counts) *node++ = {static_cast<int>(bucket) + 1, count / size};
    *node++ = {bias_index, 1.0};
    *node = {-1, 0.0};
}

FeatureRow::FeatureRow(FeatureRow&& other) noexcept : nodes_(std::exchange(other.nodes_, nullptr)) {}
FeatureRow& FeatureRow::operator=(FeatureRow&& other) noexcept {
    std::swap(nodes_, other.nodes_);
    return *this;
}
FeatureRow::~FeatureRow() { delete[] nodes_; }

double FeatureRow::value(const std::vector<double>& weights) const {
    double sum = 0;
    for (const feature_node* node = nodes_; node->index != -1; ++node)
        sum += weights[static_cast<std::size_t>(node->index) - 1] * node->value;
    return sum;
}

std::vector<double> train_linear(const std::vector<LabelledRow>& rows, const std::vector<double>& start) {
    std::vector<feature_node*> x;
    std::vector<double> y;
    double positives = 0;
    // The solver takes the class of the first row as the positive one.
    for (const bool positive : {true, false})
        for (const LabelledRow& row : rows) {
            if (row.positive != positive) continue;
            x.push_back(row.row->nodes());
            y.push_back(positive ? 1 : -1);
            positives += positive ? 1 : 0;
        }
    set_print_string_function(say_nothing);
    problem data{static_cast<int>(rows.size()), bias_index, y.data(), x.data(), 1.0};
    // Rare acts weigh more, but not as much more as they are rarer: that would only raise false alarms.
    int label = 1;
    double weight = std::sqrt((static_cast<double>(rows.size()) - positives) / std::max(1.0, positives));
    parameter how{};
    how.solver_type = L2R_LR;
    how.eps = 0.01;
    how.C = 16;
    how.nr_weight = 1;
    how.weight_label = &label;
    how.weight = &weight;
    std::vector<double> from = start;
    how.init_sol = from.empty() ? nullptr : from.data();
    model* trained = train(&data, &how);
    std::vector<double> weights(trained->w, trained->w + bias_index);
    free_and_destroy_model(&trained);
    return weights;
}

}  // namespace huashu::scoring
