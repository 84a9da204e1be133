#include "model/calibration.hpp"

#include <algorithm>
#include <cmath>

namespace huashu::scoring {
namespace {

constexpr int fewest_hits = 4;  // a threshold that lets through fewer was found by luck

/// Platt's sigmoid, fitted by Newton steps with his smoothed targets (Lin, Lin and Weng 2007).
void fit_sigmoid(const std::vector<Outcome>& outcomes, ActHead& head) {
    double positives = 0;
    for (const Outcome& one : outcomes) positives += one.positive ? 1 : 0;
    const double negatives = static_cast<double>(outcomes.size()) - positives;
    const double high = (positives + 1) / (positives + 2), low = 1 / (negatives + 2);
    double a = 0, b = std::log((negatives + 1) / (positives + 1));
    for (int round = 0; round < 50; ++round) {
        double aa = 1e-9, bb = 1e-9, ab = 0, ga = 0, gb = 0;
        for (const Outcome& one : outcomes) {
            const double p = 1 / (1 + std::exp(a * one.value + b));
            const double spread = p * (1 - p), error = (one.positive ? high : low) - p;
            aa += one.value * one.value * spread;
            bb += spread;
            ab += one.value * spread;
            ga += one.value * error;
            gb += error;
        }
        const double det = aa * bb - ab * ab;
        const double step_a = -(bb * ga - ab * gb) / det, step_b = -(aa * gb - ab * ga) / det;
        a += std::clamp(step_a, -5.0, 5.0);
        b += std::clamp(step_b, -5.0, 5.0);
        if (std::abs(step_a) < 1e-6 && std::abs(step_b) < 1e-6) break;
    }
    head.slope = a;
    head.offset = b;
}

}  // namespace

// The lowest value at which the outcomes from there upwards are right often enough, and no surer than even is not
// taken.
void calibrate(std::vector<Outcome> outcomes, ActHead& head) {
    head.usable = false;
    int positives = 0;
    for (const Outcome& one : outcomes) positives += one.positive ? 1 : 0;
    if (positives < fewest_hits || positives == static_cast<int>(outcomes.size())) return;
    fit_sigmoid(outcomes, head);
    std::ranges::stable_sort(outcomes, [](const Outcome& a, const Outcome& b) { return a.value > b.value; });
    const double even = -head.offset / head.slope;  // the value of confidence 0.5
    int hits = 0;
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        hits += outcomes[i].positive ? 1 : 0;
        const bool tied = i + 1 < outcomes.size() && outcomes[i + 1].value == outcomes[i].value;
        const double precision = static_cast<double>(hits) / static_cast<double>(i + 1);
        if (tied || hits < fewest_hits || precision < target_precision) continue;
        if (outcomes[i].value < even) break;
        // Half way to the next one below: what falls between was seen on neither side.
        const double below = i + 1 < outcomes.size() ? outcomes[i + 1].value : outcomes[i].value;
        head.usable = true;
        head.threshold = std::max(even, (outcomes[i].value + below) / 2);
        head.precision = precision;
        head.recall = static_cast<double>(hits) / positives;
    }
}

}  // namespace huashu::scoring
