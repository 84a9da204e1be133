#include "analysis/figures.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace huashu::app {
namespace {

constexpr double full_score = 100;

// Mean score of the `places` results that come first; a block of equal rest that does not fit whole counts by the share
// of it that fits.
double group_mean(const std::vector<ItemResult>& sorted, int places) {
    double sum = 0, left = places;
    for (std::size_t begin = 0; begin < sorted.size() && left > 0;) {
        std::size_t end = begin;
        double block = 0;
        while (end < sorted.size() && sorted[end].rest == sorted[begin].rest) block += sorted[end++].score;
        const auto size = static_cast<double>(end - begin);
        const double taken = std::min(left, size);
        sum += block * taken / size;
        left -= taken;
        begin = end;
    }
    return sum / places;
}

std::optional<double> discrimination_of(std::vector<ItemResult> results) {
    if (static_cast<int>(results.size()) < least_for_discrimination) return std::nullopt;
    const int places = std::max(1, static_cast<int>(std::lround(group_share * static_cast<double>(results.size()))));
    const auto lower_first = [](const ItemResult& a, const ItemResult& b) { return a.rest < b.rest; };
    std::stable_sort(results.begin(), results.end(), lower_first);
    const double lower = group_mean(results, places);
    std::reverse(results.begin(), results.end());
    return (group_mean(results, places) - lower) / full_score;
}

std::optional<double> correlation_of(const std::vector<ItemResult>& results) {
    if (static_cast<int>(results.size()) < least_for_discrimination) return std::nullopt;
    std::vector<double> scores, rests;
    for (const ItemResult& r : results) {
        scores.push_back(r.score);
        rests.push_back(r.rest);
    }
    const double spread = std::sqrt(variance_of(scores) * variance_of(rests));
    if (spread <= 0) return std::nullopt;
    const double score_mean = mean_of(scores), rest_mean = mean_of(rests);
    double products = 0;
    for (const ItemResult& r : results) products += (r.score - score_mean) * (r.rest - rest_mean);
    return products / static_cast<double>(results.size() - 1) / spread;
}

}  // namespace

double mean_of(const std::vector<double>& values) {
    if (values.empty()) return 0;
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double variance_of(const std::vector<double>& values) {
    if (values.size() < 2) return 0;
    const double mean = mean_of(values);
    double sum = 0;
    for (const double v : values) sum += (v - mean) * (v - mean);
    return sum / static_cast<double>(values.size() - 1);
}

ItemFigures figures_of(const std::vector<ItemResult>& results, const std::vector<double>& without_rest) {
    std::vector<double> scores = without_rest;
    for (const ItemResult& r : results) scores.push_back(r.score);
    ItemFigures out;
    out.people = static_cast<int>(scores.size());
    out.mean = mean_of(scores);
    out.deviation = std::sqrt(variance_of(scores));
    out.discrimination = discrimination_of(results);
    out.rest_correlation = correlation_of(results);
    return out;
}

Reliability reliability_of(const std::vector<std::vector<double>>& rows) {
    Reliability out;
    out.people = static_cast<int>(rows.size());
    out.items = rows.empty() ? 0 : static_cast<int>(rows.front().size());
    if (out.people < least_for_reliability || out.items < 2) return out;
    double item_variances = 0;
    std::vector<double> totals(rows.size(), 0);
    for (std::size_t item = 0; item < rows.front().size(); ++item) {
        std::vector<double> column;
        for (std::size_t person = 0; person < rows.size(); ++person) {
            column.push_back(rows[person][item]);
            totals[person] += rows[person][item];
        }
        item_variances += variance_of(column);
    }
    const double total_variance = variance_of(totals);
    if (total_variance <= 0) return out;
    const double k = out.items;
    out.alpha = k / (k - 1) * (1 - item_variances / total_variance);
    out.standard_error = std::sqrt(total_variance) / k * std::sqrt(std::max(0.0, 1 - *out.alpha));
    return out;
}

}  // namespace huashu::app
