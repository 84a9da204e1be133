#include "model/solver.hpp"

#include <doctest/doctest.h>
#include <linear.h>

#include <cmath>
#include <cstdlib>

#include "scoring/random_text.hpp"

using namespace huashu::scoring;
using huashu::test::Dice;

namespace {

constexpr std::size_t columns = 60;
constexpr double cost = 1.5;

struct Rows {
    std::vector<std::vector<SparseValue>> values;
    std::vector<bool> positive;
};

/// Rows of some columns; those with small numbers tell the sides apart, most of the time.
Rows made_up_rows(std::uint32_t seed, int count) {
    Dice dice(seed);
    Rows rows;
    for (int i = 0; i < count; ++i) {
        std::vector<SparseValue> row;
        int sum = 0;
        for (std::uint32_t column = 0; column < columns; ++column) {
            if (!dice.one_in(8)) continue;
            row.push_back({column, 0.1f + 0.1f * static_cast<float>(dice.below(9))});
            if (column < 20) sum += column < 10 ? 1 : -1;
        }
        rows.values.push_back(row);
        rows.positive.push_back(dice.one_in(10) ? dice.one_in(2) : sum > 0);
    }
    return rows;
}

void add_rows(const Rows& rows, std::size_t label, Solver& solver) {
    for (std::size_t i = 0; i < rows.values.size(); ++i) {
        const std::size_t row = i < solver.rows() ? i : solver.add_row(rows.values[i]);
        solver.set_side(row, label, rows.positive[i] ? RowSide::positive : RowSide::negative);
    }
}

/// Half the length of the weights plus what the errors cost: what both solvers make small.
double objective(const Rows& rows, const std::vector<double>& weights) {
    double sum = 0;
    for (const double weight : weights) sum += weight * weight / 2;
    for (std::size_t i = 0; i < rows.values.size(); ++i) {
        double value = weights.back();
        for (const SparseValue& each : rows.values[i]) value += weights[each.column] * each.value;
        const double miss = std::max(0.0, 1 - (rows.positive[i] ? value : -value));
        sum += cost * miss * miss;
    }
    return sum;
}

std::vector<double> liblinear(const Rows& rows) {
    std::vector<std::vector<feature_node>> nodes;
    std::vector<feature_node*> x;
    std::vector<double> y;
    for (std::size_t i = 0; i < rows.values.size(); ++i) {
        nodes.emplace_back();
        for (const SparseValue& each : rows.values[i])
            nodes.back().push_back({static_cast<int>(each.column) + 1, double{each.value}});
        nodes.back().push_back({static_cast<int>(columns) + 1, 1.0});
        nodes.back().push_back({-1, 0.0});
        y.push_back(rows.positive[i] ? 1 : -1);
    }
    for (auto& row : nodes) x.push_back(row.data());
    problem data{static_cast<int>(y.size()), static_cast<int>(columns) + 1, y.data(), x.data(), 1.0};
    parameter how{};
    how.solver_type = L2R_L2LOSS_SVC;
    how.eps = 1e-5;
    how.C = cost;
    set_print_string_function([](const char*) {});
    model* trained = train(&data, &how);
    std::vector<double> weights(trained->w, trained->w + columns + 1);
    if (trained->label[0] < 0)
        for (double& weight : weights) weight = -weight;
    free_and_destroy_model(&trained);
    return weights;
}

std::vector<double> weights_of(const Solver& solver, std::size_t label) {
    std::vector<double> weights;
    for (std::size_t i = 0; i <= columns; ++i) weights.push_back(solver.weight(i, label));
    return weights;
}

}  // namespace

TEST_CASE("solver: it finds what LIBLINEAR finds, for several labels at once") {
    const Rows first = made_up_rows(1, 400);
    Rows second = first;
    second.positive = made_up_rows(2, 400).positive;
    Solver solver(2, columns, cost);
    add_rows(first, 0, solver);
    add_rows(second, 1, solver);
    float step = 1;
    for (int pass = 0; pass < 300 && step > 1e-4f; ++pass) step = solver.pass();
    for (const std::size_t label : {std::size_t{0}, std::size_t{1}}) {
        CAPTURE(label);
        const Rows& rows = label == 0 ? first : second;
        const std::vector<double> theirs = liblinear(rows), ours = weights_of(solver, label);
        CHECK(objective(rows, ours) <= objective(rows, theirs) * 1.001);
        for (std::size_t i = 0; i <= columns; ++i) CHECK(std::abs(ours[i] - theirs[i]) < 0.05);
    }
}

TEST_CASE("solver: a row that changes sides leaves nothing behind") {
    const Rows rows = made_up_rows(3, 200);
    Solver moved(1, columns, cost), fresh(1, columns, cost);
    Rows wrong = rows;
    wrong.positive.flip();
    add_rows(wrong, 0, moved);
    for (int pass = 0; pass < 5; ++pass) moved.pass();
    for (std::size_t i = 0; i < moved.rows(); ++i) moved.set_side(i, 0, RowSide::absent);
    for (std::size_t i = 0; i <= columns; ++i) CHECK(std::abs(moved.weight(i, 0)) < 1e-4f);
    add_rows(rows, 0, moved);
    add_rows(rows, 0, fresh);
    for (int pass = 0; pass < 200; ++pass) {
        moved.pass();
        fresh.pass();
    }
    CHECK(std::abs(objective(rows, weights_of(moved, 0)) / objective(rows, weights_of(fresh, 0)) - 1) < 1e-3);
}

TEST_CASE("solver: the same rows give the same weights, and the row's values follow from them") {
    const Rows rows = made_up_rows(4, 100);
    Solver one(1, columns, cost), two(1, columns, cost);
    add_rows(rows, 0, one);
    add_rows(rows, 0, two);
    for (int pass = 0; pass < 10; ++pass) {
        one.pass();
        two.pass();
    }
    CHECK(weights_of(one, 0) == weights_of(two, 0));
    float value = one.weight(columns, 0);
    for (const SparseValue& each : rows.values[7]) value += one.weight(each.column, 0) * each.value;
    CHECK(std::abs(one.values_of(rows.values[7])[0] - value) < 1e-5f);
}
