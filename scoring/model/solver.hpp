// The weights of many linear classifiers at once: for each label an L2-regularised support vector machine with squared
// hinge loss over the same sparse rows, by dual coordinate descent (Hsieh et al. 2008, the method of LIBLINEAR's solver
// 1). LIBLINEAR solves one label at a time and draws from the C library's random numbers; here a row is fetched once
// for all labels, the order is fixed, and rows may change sides between passes, which learning from whole texts needs
// (trainer.hpp). tests/scoring/solver_test.cpp holds it against LIBLINEAR.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace huashu::scoring {

struct SparseValue {
    std::uint32_t column = 0;
    float value = 0;
};

/// What a row is for a label.
enum class RowSide : std::int8_t { negative = -1, absent = 0, positive = 1 };

class Solver {
public:
    /// The most labels. All lanes are always reckoned: a fixed number of them goes into vector registers.
    static constexpr std::size_t lanes = 40;

    /// `labels` classifiers over `columns` weights each. `cost`: what an error on a row weighs against the length of
    /// the weights.
    Solver(std::size_t labels, std::size_t columns, double cost);

    /// Adds a row, absent for every label; an error on it costs `weight` times as much. Returns its index.
    std::size_t add_row(std::span<const SparseValue> values, double weight = 1);
    [[nodiscard]] std::size_t rows() const { return first_.size() - 1; }
    void set_side(std::size_t row, std::size_t label, RowSide side);
    /// How many times heavier positive rows of the label weigh (1 at first).
    void set_positive_weight(std::size_t label, double weight);

    /// Where the weights begin (0 at first), before any pass: the length that is kept small is that of the way from
    /// there. Of a column or (column == columns) the bias.
    void set_weight(std::size_t column, std::size_t label, float weight) { weights_[column * lanes + label] = weight; }

    /// Goes over all rows once, in an order that depends on the number of passes made. Returns the largest step.
    float pass();

    /// The decision values of a row, by label; it need not be one of those added.
    [[nodiscard]] std::vector<float> values_of(std::span<const SparseValue> row) const;
    /// The weight of a column, or (column == columns) the bias.
    [[nodiscard]] float weight(std::size_t column, std::size_t label) const { return weights_[column * lanes + label]; }

private:
    [[nodiscard]] std::span<const SparseValue> row(std::size_t index) const {
        return std::span(values_).subspan(first_[index], first_[index + 1] - first_[index]);
    }
    using Sums = std::array<float, lanes>;
    [[nodiscard]] Sums dot(std::span<const SparseValue> row) const;
    float step(std::size_t row);

    std::size_t labels_, columns_;
    double cost_;
    std::uint32_t passes_ = 0;
    std::vector<float> positive_weight_;  // by label
    std::vector<std::size_t> first_{0};   // by row: its values begin here
    std::vector<SparseValue> values_;
    std::vector<float> squares_;     // by row: length squared, with the bias
    std::vector<float> row_weight_;  // by row
    std::vector<float> weights_;     // columns + 1 rows of lanes
    std::vector<float> alpha_;       // by row and lane
    std::vector<std::int8_t> side_;  // by row and lane
};

}  // namespace huashu::scoring
