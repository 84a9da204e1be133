#include "model/trainer.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "model/calibration.hpp"
#include "model/solver.hpp"

namespace huashu::scoring {
namespace {

constexpr int folds = 4, none_left_out = -1;
constexpr int passes = 10;
constexpr double cost = 0.1;

struct Example {
    std::vector<SparseValue> row;
    LabelSet labels;
    int fold = 0;
};

/// A feature that stands twice counts twice. The length is that of the number of features, as in
/// Recogniser::values_of.
std::vector<SparseValue> row_of(const std::vector<Feature>& features) {
    std::vector<std::uint32_t> buckets;
    for (const Feature& feature : features) buckets.push_back(feature.bucket);
    std::ranges::sort(buckets);
    const float one = 1 / std::sqrt(static_cast<float>(buckets.size()));
    std::vector<SparseValue> row;
    for (const std::uint32_t bucket : buckets)
        if (!row.empty() && row.back().column == bucket)
            row.back().value += one;
        else
            row.push_back({bucket, one});
    return row;
}

std::vector<Example> make_examples(const std::vector<TrainingText>& texts) {
    std::vector<Example> examples;
    std::vector<Feature> features;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const FoldedText canonical = canonicalise(texts[i].text);
        const std::vector<Clause> clauses = split_clauses(canonical);
        features.clear();
        FeatureMaker(canonical.chars, clauses).append_all(features);
        if (features.empty()) continue;
        examples.push_back(
            {row_of(features), labels_of(texts[i].acts, texts[i].families), static_cast<int>(i % folds)});
    }
    return examples;
}

/// How much a feature tells by being rare: the logarithm of how few examples have it. What every reply has (我, 的)
/// would drown the rest.
std::vector<float> rarity_of(const std::vector<Example>& examples) {
    std::vector<float> rarity(feature_buckets, 0.0f);
    for (const Example& example : examples)
        for (const SparseValue& each : example.row) rarity[each.column] += 1;
    for (float& each : rarity) each = each == 0 ? 0.0f : std::log((static_cast<float>(examples.size()) + 1) / each);
    return rarity;
}

/// What the solver and the model share: rows scaled by rarity; the stored weights take it in.
struct TrainingSet {
    std::vector<Example> examples;
    std::vector<float> rarity;

    explicit TrainingSet(const std::vector<TrainingText>& texts)
        : examples(make_examples(texts)), rarity(rarity_of(examples)) {
        for (Example& example : examples)
            for (SparseValue& each : example.row) each.value *= rarity[each.column];
    }
};

int count_positives(const std::vector<Example>& examples, std::size_t label) {
    return static_cast<int>(std::ranges::count_if(examples, [label](const Example& one) { return one.labels[label]; }));
}

/// Trains all labels from the examples outside a fold.
Solver train(const std::vector<Example>& examples, int left_out) {
    Solver solver(label_count, feature_buckets, cost);
    std::array<double, label_count> positives{};
    for (const Example& example : examples) {
        if (example.fold == left_out) continue;
        const std::size_t row = solver.add_row(example.row);
        for (std::size_t label = 0; label < label_count; ++label) {
            solver.set_side(row, label, example.labels[label] ? Side::positive : Side::negative);
            positives[label] += example.labels[label] ? 1 : 0;
        }
    }
    // Rare labels weigh more, but not as much more as they are rarer: that would only raise false alarms.
    for (std::size_t label = 0; label < label_count; ++label) {
        const double negatives = static_cast<double>(solver.rows()) - positives[label];
        solver.set_positive_weight(label, std::sqrt(std::max(1.0, negatives) / std::max(1.0, positives[label])));
    }
    for (int pass = 0; pass < passes; ++pass) solver.pass();
    return solver;
}

void store(const Solver& solver, const std::vector<float>& rarity, std::size_t label, Recogniser& model) {
    const auto weight = [&](std::size_t i) { return solver.weight(i, label) * rarity[i]; };
    float largest = 1e-9f;
    for (std::size_t i = 0; i < feature_buckets; ++i) largest = std::max(largest, std::abs(weight(i)));
    Head& head = model.heads[label];
    head.scale = largest / 127;
    head.bias = solver.weight(feature_buckets, label);
    for (std::size_t i = 0; i < feature_buckets; ++i)
        model.weights[i * Recogniser::lanes + label] = static_cast<std::int8_t>(std::lround(weight(i) / head.scale));
}

using Outcomes = std::vector<std::vector<Outcome>>;  // by label

Outcomes cross_validate(const std::vector<Example>& examples) {
    Outcomes outcomes(label_count);
    for (int fold = 0; fold < folds; ++fold) {
        const Solver solver = train(examples, fold);
        for (const Example& example : examples) {
            if (example.fold != fold) continue;
            const std::vector<float> values = solver.values_of(example.row);
            for (std::size_t label = 0; label < label_count; ++label)
                // Which family it is, is only asked where there is a fault.
                if (!is_family(label) || example.labels[fault_label])
                    outcomes[label].push_back({values[label], example.labels[label]});
        }
    }
    return outcomes;
}

}  // namespace

Recogniser train_recogniser(const std::vector<TrainingText>& texts) {
    const TrainingSet set(texts);
    Recogniser model;
    model.weights.assign(std::size_t{feature_buckets} * Recogniser::lanes, 0);
    const Outcomes outcomes = cross_validate(set.examples);
    const Solver solver = train(set.examples, none_left_out);
    for (std::size_t label = 0; label < label_count; ++label) {
        Head& head = model.heads[label];
        head.examples = count_positives(set.examples, label);
        // How many faults and how many good replies were written says nothing of how staff talk.
        calibrate(outcomes[label], label == fault_label ? Prior::even : Prior::as_seen, head);
        choose_threshold(outcomes[label], head);
        store(solver, set.rarity, label, model);
    }
    return model;
}

Recogniser retrain_recogniser(const Recogniser& base, const std::vector<TrainingText>& texts) {
    const TrainingSet set(texts);
    Recogniser model = base;
    const Solver solver = train(set.examples, none_left_out);
    for (std::size_t label = 0; label < label_count; ++label) {
        model.heads[label].examples = count_positives(set.examples, label);
        store(solver, set.rarity, label, model);
    }
    return model;
}

}  // namespace huashu::scoring
