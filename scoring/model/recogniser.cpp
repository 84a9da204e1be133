#include "model/recogniser.hpp"

#include <algorithm>
#include <cmath>

namespace huashu::scoring {
namespace {

constexpr std::size_t most_evidence = 4;
constexpr std::size_t key_halves = 1u << 16;
constexpr std::size_t ahead = 8;       // features that are fetched before their turn
constexpr double least_log_odds = -9;  // of a family: below, differences tell nothing
constexpr std::size_t block = 256;     // features whose weights fit together in 16 bits: 256 × 127 < 32768

}  // namespace

double Head::confidence(double value) const { return 1.0 / (1.0 + std::exp(slope * value + offset)); }

void Recogniser::set_keys(const std::vector<std::uint32_t>& keys) {
    starts_.assign(key_halves + 1, 0);
    low_.clear();
    low_.reserve(keys.size());
    for (const std::uint32_t key : keys) {
        ++starts_[(key >> 16) + 1];
        low_.push_back(static_cast<std::uint16_t>(key));
    }
    for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
}

std::uint32_t Recogniser::key_of_row(std::size_t row) const {
    const auto above = std::ranges::upper_bound(starts_, static_cast<std::uint32_t>(row));
    return static_cast<std::uint32_t>(above - starts_.begin() - 1) << 16 | low_[row];
}

std::size_t Recogniser::row_after(std::uint32_t key) const {
    if (starts_.empty()) return 0;
    const auto begin = low_.begin() + starts_[key >> 16], end = low_.begin() + starts_[(key >> 16) + 1];
    return static_cast<std::size_t>(std::upper_bound(begin, end, static_cast<std::uint16_t>(key)) - low_.begin());
}

// Keys are spread all over the table, and each look-up waits for the memory: the next ones are fetched meanwhile.
void Recogniser::look_up(std::span<Feature> features) const {
    if (starts_.empty()) return;
    const auto rows_from = [&](std::size_t i) { return starts_[features[i].key >> 16]; };
    for (std::size_t i = 0; i < features.size(); ++i) {
        if (i + 2 * ahead < features.size()) __builtin_prefetch(&starts_[features[i + 2 * ahead].key >> 16]);
        if (i + ahead < features.size()) __builtin_prefetch(low_.data() + rows_from(i + ahead));
        Feature& feature = features[i];
        const auto low = static_cast<std::uint16_t>(feature.key);
        const std::uint32_t end = starts_[(feature.key >> 16) + 1];
        feature.row = Feature::unknown;
        for (std::uint32_t row = rows_from(i); row < end; ++row)
            if (low_[row] == low) feature.row = row;
        if (feature.row == Feature::unknown) continue;
        const std::int8_t* const wanted = weights.data() + std::size_t{feature.row} * lanes;
        __builtin_prefetch(wanted);
        __builtin_prefetch(wanted + lanes - 1);  // most rows lie in two lines of the cache
    }
}

void Recogniser::add(std::span<const Feature> features, Sums& sums) const {
    for (std::size_t at = 0; at < features.size(); at += block) {
        std::int16_t part[lanes] = {};
        const std::span<const Feature> now = features.subspan(at, std::min(block, features.size() - at));
        for (std::size_t j = 0; j < now.size(); ++j) {
            if (j + ahead < now.size() && now[j + ahead].row != Feature::unknown)
                __builtin_prefetch(weights.data() + std::size_t{now[j + ahead].row} * lanes);
            if (now[j].row == Feature::unknown) continue;
            const std::int8_t* row = weights.data() + std::size_t{now[j].row} * lanes;
            for (std::size_t i = 0; i < lanes; ++i) part[i] = static_cast<std::int16_t>(part[i] + row[i]);
        }
        for (std::size_t i = 0; i < lanes; ++i) sums[i] += part[i];
    }
}

LabelValues Recogniser::values_of(const Sums& sums, std::size_t features) const {
    const double size = std::sqrt(static_cast<double>(std::max<std::size_t>(1, features)));
    LabelValues values{};
    for (std::size_t i = 0; i < label_count; ++i) values[i] = heads[i].scale * sums[i] / size + heads[i].bias;
    values[fault_label] += most_family * likeliest_family(values);
    return values;
}

double Recogniser::likeliest_family(const LabelValues& values) const {
    double most = least_log_odds;
    for (std::size_t label = act_count; label < fault_label; ++label)
        if (heads[label].calibrated) most = std::max(most, heads[label].log_odds(values[label]));
    return most;
}

std::vector<CharSpan> Recogniser::evidence_for(std::size_t label, std::span<const Feature> features) const {
    const auto strength = [&](const Feature* feature) { return weight(label, *feature); };
    std::vector<const Feature*> by_strength;
    for (const Feature& feature : features)
        if (feature.span.end > feature.span.begin && weight(label, feature) > 0) by_strength.push_back(&feature);
    std::ranges::stable_sort(by_strength, std::ranges::greater{}, strength);
    std::vector<CharSpan> evidence;
    for (const Feature* feature : by_strength) {
        const CharSpan span = feature->span;
        const auto meets = [span](CharSpan told) { return told.begin < span.end && span.begin < told.end; };
        if (std::ranges::none_of(evidence, meets)) evidence.push_back(span);
        if (evidence.size() == most_evidence) break;
    }
    return evidence;
}

}  // namespace huashu::scoring
