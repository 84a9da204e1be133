#include "model/adapter.hpp"

#include <algorithm>
#include <cmath>

#include "model/training_rows.hpp"

namespace huashu::scoring {
namespace {

using WeightRow = std::array<std::int8_t, Recogniser::lanes>;

/// The new examples' features beside the base's rows for them.
struct NewFeatures {
    std::vector<Feature> features;  // sorted by key
    std::vector<std::uint32_t> columns;
    std::vector<float> rarity;  // by column
};

NewFeatures look_at(const Vocabulary& vocabulary, const Recogniser& base, const Teaching& teaching) {
    NewFeatures all;
    for (const auto& [key, column] : vocabulary.sorted()) {
        all.features.push_back({key, {}, Feature::unknown});
        all.columns.push_back(column);
    }
    base.look_up(all.features);
    all.rarity.resize(all.columns.size());
    for (std::size_t i = 0; i < all.columns.size(); ++i)
        all.rarity[all.columns[i]] = teaching.rarity_of_row(all.features[i].row);
    return all;
}

void start_from(const Recogniser& base, const NewFeatures& all, Solver& solver) {
    for (std::size_t label = 0; label < label_count; ++label) {
        const Head& head = base.heads[label];
        solver.set_weight(all.columns.size(), label, static_cast<float>(head.bias));
        for (std::size_t i = 0; i < all.columns.size(); ++i) {
            const std::uint32_t column = all.columns[i];
            const double weight = base.weight(label, all.features[i]) * head.scale;
            solver.set_weight(column, label, static_cast<float>(weight) / all.rarity[column]);
        }
    }
}

void add_examples(std::vector<TrainingRow>& rows, const NewFeatures& all, Solver& solver) {
    for (TrainingRow& example : rows) {
        for (SparseValue& each : example.row) each.value *= all.rarity[each.column];
        const std::size_t row = solver.add_row(example.row);
        for (std::size_t label = 0; label < label_count; ++label) solver.set_side(row, label, side_of(example, label));
    }
}

WeightRow row_of_weights(const Solver& solver, const Recogniser& base, const NewFeatures& all, std::size_t i) {
    const std::uint32_t column = all.columns[i];
    WeightRow row{};
    for (std::size_t label = 0; label < label_count; ++label) {
        const double weight = solver.weight(column, label) * all.rarity[column] / base.heads[label].scale;
        row[label] = static_cast<std::int8_t>(std::lround(std::clamp(weight, -127.0, 127.0)));
    }
    return row;
}

/// The base's rows with the moved ones in their places and the new ones between.
void merge_rows(const Solver& solver, const Recogniser& base, const NewFeatures& all, Recogniser& model) {
    std::vector<std::uint32_t> keys;
    Weights weights;
    std::size_t row = 0;
    const auto copy_until = [&](std::size_t end) {
        weights.append({base.weights.data() + row * Recogniser::lanes, (end - row) * Recogniser::lanes});
        for (; row < end; ++row) keys.push_back(base.key_of_row(row));
    };
    for (std::size_t i = 0; i < all.features.size(); ++i) {
        const Feature& feature = all.features[i];
        const WeightRow moved = row_of_weights(solver, base, all, i);
        const bool is_known = feature.row != Feature::unknown;
        if (!is_known && std::ranges::all_of(moved, [](std::int8_t one) { return one == 0; })) continue;
        copy_until(is_known ? feature.row : base.row_after(feature.key));
        keys.push_back(feature.key);
        weights.append(moved);
        if (is_known) ++row;
    }
    copy_until(base.rows());
    model.weights = std::move(weights);
    model.set_keys(keys);
}

}  // namespace

Recogniser adapt_recogniser(const Recogniser& base, const Teaching& teaching, const std::vector<TrainingText>& more,
                            const Concepts& concepts) {
    Vocabulary vocabulary;
    std::vector<TrainingRow> rows = make_training_rows(more, concepts, vocabulary);
    const NewFeatures all = look_at(vocabulary, base, teaching);
    Solver solver(label_count, vocabulary.size(), training_cost);
    start_from(base, all, solver);
    add_examples(rows, all, solver);
    Recogniser model = base;
    for (std::size_t label = 0; label < label_count; ++label) {
        Head& head = model.heads[label];
        solver.set_positive_weight(label, positive_weight(head.examples, teaching.examples - head.examples));
        head.examples +=
            static_cast<int>(std::ranges::count_if(rows, [&](const TrainingRow& one) { return one.labels[label]; }));
    }
    for (int pass = 0; pass < training_passes; ++pass) solver.pass();
    for (std::size_t label = 0; label < label_count; ++label)
        model.heads[label].bias = solver.weight(vocabulary.size(), label);
    merge_rows(solver, base, all, model);
    return model;
}

}  // namespace huashu::scoring
