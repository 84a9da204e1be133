#include "assess/kappa.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace huashu::assess {
namespace {

constexpr double z_95 = 1.959963984540054;

struct Shares {
    std::size_t k;
    std::vector<double> cell, first, second;
};

Shares shares_of(const Agreement& a, double n) {
    Shares s{a.categories(), {}, {}, {}};
    for (std::size_t i = 0; i < s.k; ++i) {
        s.first.push_back(a.by_first(i) / n);
        s.second.push_back(a.by_second(i) / n);
        for (std::size_t j = 0; j < s.k; ++j) s.cell.push_back(a.at(i, j) / n);
    }
    return s;
}

// Fleiss, Cohen & Everitt 1969, formula for the variance of weighted kappa.
double variance_of(const Shares& s, const Weights& w, double observed, double by_chance, double n) {
    std::vector<double> row_mean(s.k, 0), column_mean(s.k, 0);
    for (std::size_t i = 0; i < s.k; ++i)
        for (std::size_t j = 0; j < s.k; ++j) {
            row_mean[i] += s.second[j] * w[i * s.k + j];
            column_mean[j] += s.first[i] * w[i * s.k + j];
        }
    double sum = 0;
    for (std::size_t i = 0; i < s.k; ++i)
        for (std::size_t j = 0; j < s.k; ++j) {
            const double part = w[i * s.k + j] * (1 - by_chance) - (row_mean[i] + column_mean[j]) * (1 - observed);
            sum += s.cell[i * s.k + j] * part * part;
        }
    const double rest = observed * by_chance - 2 * by_chance + observed;
    const double below = (1 - by_chance) * (1 - by_chance);
    return std::max(0.0, sum - rest * rest) / (n * below * below);
}

}  // namespace

int Agreement::total() const { return std::accumulate(counts_.begin(), counts_.end(), 0); }

int Agreement::by_first(std::size_t category) const {
    int sum = 0;
    for (std::size_t j = 0; j < size_; ++j) sum += at(category, j);
    return sum;
}

int Agreement::by_second(std::size_t category) const {
    int sum = 0;
    for (std::size_t i = 0; i < size_; ++i) sum += at(i, category);
    return sum;
}

Weights plain_weights(std::size_t categories) {
    Weights w(categories * categories, 0.0);
    for (std::size_t i = 0; i < categories; ++i) w[i * categories + i] = 1.0;
    return w;
}

Weights quadratic_weights(std::size_t categories) {
    Weights w(categories * categories, 1.0);
    if (categories < 2) return w;
    const double most = static_cast<double>((categories - 1) * (categories - 1));
    for (std::size_t i = 0; i < categories; ++i)
        for (std::size_t j = 0; j < categories; ++j) {
            const double apart = static_cast<double>(i) - static_cast<double>(j);
            w[i * categories + j] = 1.0 - apart * apart / most;
        }
    return w;
}

Weights from_disagreement(const std::vector<double>& disagreement) {
    const double most = *std::max_element(disagreement.begin(), disagreement.end());
    Weights w;
    w.reserve(disagreement.size());
    for (const double d : disagreement) w.push_back(most == 0 ? 1.0 : 1.0 - d / most);
    return w;
}

std::optional<Kappa> kappa(const Agreement& agreement, const Weights& weights) {
    const int count = agreement.total();
    if (count == 0) return std::nullopt;
    const double n = count;
    const Shares s = shares_of(agreement, n);
    double observed = 0, by_chance = 0;
    for (std::size_t i = 0; i < s.k; ++i)
        for (std::size_t j = 0; j < s.k; ++j) {
            observed += weights[i * s.k + j] * s.cell[i * s.k + j];
            by_chance += weights[i * s.k + j] * s.first[i] * s.second[j];
        }
    if (by_chance > 1 - 1e-12) return std::nullopt;
    Kappa out;
    out.count = count;
    out.observed = observed;
    out.value = (observed - by_chance) / (1 - by_chance);
    out.standard_error = std::sqrt(variance_of(s, weights, observed, by_chance, n));
    out.low = std::max(-1.0, out.value - z_95 * out.standard_error);
    out.high = std::min(1.0, out.value + z_95 * out.standard_error);
    return out;
}

}  // namespace huashu::assess
