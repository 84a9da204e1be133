#include "model/calibration.hpp"

#include <algorithm>
#include <cmath>

namespace huashu::scoring {
namespace {

constexpr double most_weight_of_family = 2;
constexpr int fewest_hits = 4;  // a threshold that lets through fewer was found by luck

/// Platt's sigmoid, fitted by Newton steps with his smoothed targets (Lin, Lin and Weng 2007).
void fit_sigmoid(const std::vector<Outcome>& outcomes, Prior prior, Head& head) {
    double positives = 0;
    for (const Outcome& one : outcomes) positives += one.positive ? 1 : 0;
    const double negatives = static_cast<double>(outcomes.size()) - positives;
    const double high = (positives + 1) / (positives + 2), low = 1 / (negatives + 2);
    // With even odds both sides weigh alike, however many of each were written.
    const bool even = prior == Prior::even;
    const double of_positive = even ? negatives / (positives + negatives) * 2 : 1;
    const double of_negative = even ? positives / (positives + negatives) * 2 : 1;
    double a = 0, b = even ? 0 : std::log((negatives + 1) / (positives + 1));
    for (int round = 0; round < 50; ++round) {
        double aa = 1e-9, bb = 1e-9, ab = 0, ga = 0, gb = 0;
        for (const Outcome& one : outcomes) {
            const double p = 1 / (1 + std::exp(a * one.value + b));
            const double weight = one.positive ? of_positive : of_negative;
            const double spread = weight * p * (1 - p), error = weight * ((one.positive ? high : low) - p);
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

/// How badly the values foretell, at even odds: the negative logarithm of the likelihood.
double surprise(const std::vector<Outcome>& outcomes) {
    Head head;
    fit_sigmoid(outcomes, Prior::even, head);
    double positives = 0, of_positives = 0, of_negatives = 0;
    for (const Outcome& one : outcomes) {
        const double p = std::clamp(head.confidence(one.value), 1e-9, 1 - 1e-9);
        positives += one.positive ? 1 : 0;
        (one.positive ? of_positives : of_negatives) -= std::log(one.positive ? p : 1 - p);
    }
    return of_positives / positives + of_negatives / (static_cast<double>(outcomes.size()) - positives);
}

int count_positives(const std::vector<Outcome>& outcomes) {
    return static_cast<int>(std::ranges::count_if(outcomes, &Outcome::positive));
}

bool too_few(const std::vector<Outcome>& outcomes) {
    const int positives = count_positives(outcomes);
    return positives < fewest_hits || positives == static_cast<int>(outcomes.size());
}

}  // namespace

void calibrate(const std::vector<Outcome>& outcomes, Prior prior, Head& head) {
    head.calibrated = !too_few(outcomes);
    if (head.calibrated) fit_sigmoid(outcomes, prior, head);
    if (head.slope >= 0) head.calibrated = false;  // the values say nothing
}

std::vector<Outcome> mixed(const std::vector<MixedOutcome>& outcomes, double weight) {
    std::vector<Outcome> sums;
    for (const MixedOutcome& one : outcomes) sums.push_back({one.value + weight * one.likeliest_family, one.positive});
    return sums;
}

// The likelihood has one summit along the weight: what lies beyond the worse of two inner points is cut off.
double weigh_likeliest_family(const std::vector<MixedOutcome>& outcomes) {
    if (too_few(mixed(outcomes, 0))) return 0;
    double low = 0, high = most_weight_of_family;
    for (int round = 0; round < 16; ++round) {
        const double left = low + (high - low) / 3, right = high - (high - low) / 3;
        if (surprise(mixed(outcomes, left)) <= surprise(mixed(outcomes, right)))
            high = right;
        else
            low = left;
    }
    return (low + high) / 2;
}

void choose_threshold(std::vector<Outcome> outcomes, Head& head) {
    head.usable = false;
    if (!head.calibrated) return;
    const int positives = count_positives(outcomes);
    std::ranges::stable_sort(outcomes, std::ranges::greater{}, &Outcome::value);
    double best = 0;
    int hits = 0;
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        hits += outcomes[i].positive ? 1 : 0;
        const bool last = i + 1 == outcomes.size();
        if (hits < fewest_hits || (!last && outcomes[i + 1].value == outcomes[i].value)) continue;
        const auto taken = static_cast<double>(i + 1);
        const double f1 = 2 * hits / (taken + positives);
        if (hits < act_precision_floor * taken || f1 <= best) continue;
        best = f1;
        head.usable = true;
        // Half way to the next one below: what falls between was seen on neither side.
        head.threshold = last ? outcomes[i].value : (outcomes[i].value + outcomes[i + 1].value) / 2;
        head.precision = hits / taken;
        head.recall = static_cast<double>(hits) / positives;
    }
}

}  // namespace huashu::scoring
