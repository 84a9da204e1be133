// Labelled texts as the rows that a Solver takes.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "model/features.hpp"
#include "model/solver.hpp"
#include "model/trainer.hpp"

namespace huashu::scoring {

constexpr int training_folds = 4, in_every_fold = -2;
constexpr int training_passes = 10;
constexpr double training_cost = 0.1;

struct TrainingRow {
    std::vector<SparseValue> row;
    LabelSet labels, unknown;
    int fold = 0;
    std::uint32_t words = 0;  ///< characters that count
    double weight = 1;
};

/// Numbers features as they come, so that those of one text lie side by side.
class Vocabulary {
public:
    std::uint32_t column_of(std::uint32_t key) {
        return columns_.try_emplace(key, static_cast<std::uint32_t>(columns_.size())).first->second;
    }
    [[nodiscard]] std::size_t size() const { return columns_.size(); }
    /// Sorted by key, with their columns.
    [[nodiscard]] std::vector<std::pair<std::uint32_t, std::uint32_t>> sorted() const;

private:
    std::unordered_map<std::uint32_t, std::uint32_t> columns_;
};

/// One row for each text that has features, of length 1 were each of them as rare as any.
[[nodiscard]] std::vector<TrainingRow> make_training_rows(const std::vector<TrainingText>& texts,
                                                          const Concepts& concepts, Vocabulary& vocabulary);

/// Most short utterances that were written are faults, most long ones are good; staff say short good things as often.
/// Sets weights by which, among replies of like length, both sides weigh the same: being short is no fault.
void weigh_by_length(std::vector<TrainingRow>& examples);

[[nodiscard]] RowSide side_of(const TrainingRow& example, std::size_t label);

/// How much a positive example weighs. Rare labels weigh more, but not as much more as they are rarer: that would only
/// raise false alarms.
[[nodiscard]] double positive_weight(double positives, double negatives);

/// How much a feature tells by being rare: the logarithm of how few examples have it. What every reply has (我, 的)
/// would drown the rest.
[[nodiscard]] float rarity_of(double examples, double of_these);

}  // namespace huashu::scoring
