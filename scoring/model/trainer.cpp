#include "model/trainer.hpp"

#include <algorithm>
#include <cmath>

#include "model/calibration.hpp"
#include "model/training_rows.hpp"

namespace huashu::scoring {
namespace {

constexpr int none_left_out = -1;
constexpr int least_weight = 1;  // of a feature that is kept, for some label

std::vector<float> rarities_of(const std::vector<TrainingRow>& examples, std::size_t columns) {
    std::vector<float> rarity(columns, 0.0f);
    for (const TrainingRow& example : examples)
        for (const SparseValue& each : example.row) rarity[each.column] += 1;
    for (float& each : rarity) each = rarity_of(static_cast<double>(examples.size()), each);
    return rarity;
}

/// What the solver and the model share: rows scaled by rarity; the stored weights take it in.
struct TrainingSet {
    Vocabulary vocabulary;
    std::vector<TrainingRow> examples;
    std::vector<float> rarity;

    TrainingSet(const std::vector<TrainingText>& texts, const Concepts& concepts)
        : examples(make_training_rows(texts, concepts, vocabulary)), rarity(rarities_of(examples, vocabulary.size())) {
        for (TrainingRow& example : examples)
            for (SparseValue& each : example.row) each.value *= rarity[each.column];
        weigh_by_length(examples);
    }
};

int count_positives(const std::vector<TrainingRow>& examples, std::size_t label) {
    return static_cast<int>(
        std::ranges::count_if(examples, [label](const TrainingRow& one) { return one.labels[label]; }));
}

/// Trains all labels from the examples outside a fold.
Solver train(const TrainingSet& set, int left_out) {
    Solver solver(label_count, set.vocabulary.size(), training_cost);
    std::array<double, label_count> positives{}, negatives{};
    for (const TrainingRow& example : set.examples) {
        if (example.fold == left_out) continue;
        const std::size_t row = solver.add_row(example.row, example.weight);
        for (std::size_t label = 0; label < label_count; ++label) {
            const RowSide side = side_of(example, label);
            solver.set_side(row, label, side);
            positives[label] += side == RowSide::positive ? 1 : 0;
            negatives[label] += side == RowSide::negative ? 1 : 0;
        }
    }
    for (std::size_t label = 0; label < label_count; ++label)
        solver.set_positive_weight(label, positive_weight(positives[label], negatives[label]));
    for (int pass = 0; pass < training_passes; ++pass) solver.pass();
    return solver;
}

/// Puts the weights in as whole numbers. Features that no label has a weight for are left out.
void store(const Solver& solver, const TrainingSet& set, Recogniser& model) {
    const auto weight = [&](std::uint32_t column, std::size_t label) {
        return solver.weight(column, label) * set.rarity[column];
    };
    for (std::size_t label = 0; label < label_count; ++label) {
        float largest = 1e-9f;
        for (std::uint32_t i = 0; i < set.vocabulary.size(); ++i)
            largest = std::max(largest, std::abs(weight(i, label)));
        model.heads[label].scale = largest / 127;
        model.heads[label].bias = solver.weight(set.vocabulary.size(), label);
    }
    std::vector<std::uint32_t> keys;
    model.weights.clear();
    for (const auto& [key, column] : set.vocabulary.sorted()) {
        std::array<std::int8_t, Recogniser::lanes> row{};
        for (std::size_t label = 0; label < label_count; ++label)
            row[label] = static_cast<std::int8_t>(std::lround(weight(column, label) / model.heads[label].scale));
        if (std::ranges::all_of(row, [](std::int8_t one) { return std::abs(one) < least_weight; })) continue;
        keys.push_back(key);
        model.weights.append(row);
    }
    model.set_keys(keys);
}

/// What the classifiers say of an example that they were not trained on.
struct Examined {
    LabelSet labels;
    LabelValues values{};
};

std::vector<Examined> cross_validate(const TrainingSet& set) {
    std::vector<Examined> all;
    for (int fold = 0; fold < training_folds; ++fold) {
        const Solver solver = train(set, fold);
        for (const TrainingRow& example : set.examples) {
            if (example.fold != fold) continue;
            Examined& one = all.emplace_back(Examined{example.labels, {}});
            std::ranges::copy(solver.values_of(example.row), one.values.begin());
        }
    }
    return all;
}

/// Which family it is, is only asked where there is a fault.
std::vector<Outcome> outcomes_of(const std::vector<Examined>& all, std::size_t label) {
    std::vector<Outcome> outcomes;
    for (const Examined& one : all)
        if (!is_family(label) || one.labels[fault_label]) outcomes.push_back({one.values[label], one.labels[label]});
    return outcomes;
}

/// After the families, whose confidence it asks for.
std::vector<Outcome> outcomes_of_fault(const std::vector<Examined>& all, Recogniser& model) {
    std::vector<MixedOutcome> outcomes;
    for (const Examined& one : all)
        outcomes.push_back({one.values[fault_label], model.likeliest_family(one.values), one.labels[fault_label]});
    model.most_family = weigh_likeliest_family(outcomes);
    return mixed(outcomes, model.most_family);
}

void count_examples(const TrainingSet& set, Recogniser& model) {
    for (std::size_t label = 0; label < label_count; ++label)
        model.heads[label].examples = count_positives(set.examples, label);
}

}  // namespace

Recogniser train_recogniser(const std::vector<TrainingText>& texts, const Concepts& concepts) {
    const TrainingSet set(texts, concepts);
    Recogniser model;
    count_examples(set, model);
    const std::vector<Examined> examined = cross_validate(set);
    for (std::size_t label = 0; label < label_count; ++label) {
        Head& head = model.heads[label];
        const bool fault = label == fault_label;
        const std::vector<Outcome> outcomes = fault ? outcomes_of_fault(examined, model) : outcomes_of(examined, label);
        // How many faults and how many good replies were written says nothing of how staff talk.
        calibrate(outcomes, fault ? Prior::even : Prior::as_seen, head);
        choose_threshold(outcomes, head);
    }
    store(train(set, none_left_out), set, model);
    return model;
}

Recogniser retrain_recogniser(const Recogniser& base, const std::vector<TrainingText>& texts,
                              const Concepts& concepts) {
    const TrainingSet set(texts, concepts);
    Recogniser model = base;
    count_examples(set, model);
    store(train(set, none_left_out), set, model);
    return model;
}

}  // namespace huashu::scoring
