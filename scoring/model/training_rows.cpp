#include "model/training_rows.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace huashu::scoring {
namespace {

/// A feature that stands twice counts twice. The length is that of the number of features, as in
/// Recogniser::values_of.
std::vector<SparseValue> row_of(const std::vector<Feature>& features, Vocabulary& vocabulary) {
    std::vector<std::uint32_t> columns;
    for (const Feature& feature : features) columns.push_back(vocabulary.column_of(feature.key));
    std::ranges::sort(columns);
    const float one = 1 / std::sqrt(static_cast<float>(columns.size()));
    std::vector<SparseValue> row;
    for (const std::uint32_t column : columns)
        if (!row.empty() && row.back().column == column)
            row.back().value += one;
        else
            row.push_back({column, one});
    return row;
}

}  // namespace

std::vector<std::pair<std::uint32_t, std::uint32_t>> Vocabulary::sorted() const {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> all(columns_.begin(), columns_.end());
    std::ranges::sort(all);
    return all;
}

std::vector<TrainingRow> make_training_rows(const std::vector<TrainingText>& texts, const Concepts& concepts,
                                            Vocabulary& vocabulary) {
    std::vector<TrainingRow> examples;
    std::vector<Feature> features;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const FoldedText canonical = canonicalise(texts[i].text);
        const std::vector<Clause> clauses = split_clauses(canonical);
        features.clear();
        FeatureMaker maker(canonical.chars, clauses, concepts);
        maker.append_all(features);
        if (features.empty()) continue;
        examples.push_back({row_of(features, vocabulary), labels_of(texts[i].acts, texts[i].families), texts[i].unknown,
                            texts[i].lesson ? in_every_fold : static_cast<int>(i % training_folds), maker.words()});
    }
    return examples;
}

void weigh_by_length(std::vector<TrainingRow>& examples) {
    constexpr std::array<std::uint32_t, 6> bounds{4, 6, 10, 15, 25, 40};
    std::array<std::array<double, 2>, bounds.size() + 1> counts{};
    const auto count_of = [&](const TrainingRow& one, bool faulty) -> double& {
        const auto length = std::ranges::lower_bound(bounds, one.words) - bounds.begin();
        return counts[static_cast<std::size_t>(length)][faulty ? 1 : 0];
    };
    for (const TrainingRow& one : examples) count_of(one, one.labels[fault_label]) += 1;
    for (TrainingRow& one : examples) {
        const bool faulty = one.labels[fault_label];
        one.weight = std::sqrt((count_of(one, !faulty) + 1) / (count_of(one, faulty) + 1));
    }
}

RowSide side_of(const TrainingRow& example, std::size_t label) {
    if (example.unknown[label]) return RowSide::absent;
    return example.labels[label] ? RowSide::positive : RowSide::negative;
}

double positive_weight(double positives, double negatives) {
    return std::sqrt(std::max(1.0, negatives) / std::max(1.0, positives));
}

float rarity_of(double examples, double of_these) {
    return std::log(static_cast<float>(examples + 1) / static_cast<float>(of_these));
}

}  // namespace huashu::scoring
