// Agreement of two raters beyond chance: Cohen's kappa (Cohen 1960), weighted where the marks are graded (Cohen 1968;
// quadratic weights: Fleiss & Cohen 1973), with the large-sample standard error of Fleiss, Cohen & Everitt (1969).
// Checked against the examples that these authors print.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace huashu::assess {

/// Counts: `at(i, j)` things that the first rater put into category i and the second into j.
class Agreement {
public:
    explicit Agreement(std::size_t categories) : size_(categories), counts_(categories * categories, 0) {}
    void add(std::size_t first, std::size_t second, int count = 1) { counts_[first * size_ + second] += count; }
    [[nodiscard]] int at(std::size_t first, std::size_t second) const { return counts_[first * size_ + second]; }
    [[nodiscard]] std::size_t categories() const { return size_; }
    [[nodiscard]] int total() const;
    [[nodiscard]] int by_first(std::size_t category) const;
    [[nodiscard]] int by_second(std::size_t category) const;

private:
    std::size_t size_;
    std::vector<int> counts_;
};

/// Agreement weights: 1 on the diagonal, 0 for the greatest difference. Row by row.
using Weights = std::vector<double>;
[[nodiscard]] Weights plain_weights(std::size_t categories);      ///< all or nothing
[[nodiscard]] Weights quadratic_weights(std::size_t categories);  ///< 1 - (i - j)² / (k - 1)²
/// From weights of disagreement, 0 on the diagonal.
[[nodiscard]] Weights from_disagreement(const std::vector<double>& disagreement);

struct Kappa {
    double value = 0;           ///< 1: perfect; 0: as by chance
    double standard_error = 0;  ///< of the value, in large samples
    double low = 0, high = 0;   ///< 95 % interval, kept within -1..1
    double observed = 0;        ///< weighted share of agreement
    int count = 0;              ///< things that both marked
};
/// Nothing: no counts, or both raters always used one and the same category, which says nothing about agreement.
[[nodiscard]] std::optional<Kappa> kappa(const Agreement& agreement, const Weights& weights);

}  // namespace huashu::assess
