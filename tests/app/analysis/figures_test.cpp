// Against numbers that were worked out by hand; the working stands beside them.
#include "analysis/figures.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace huashu::app;

namespace {

std::vector<ItemResult> straight(int people) {
    std::vector<ItemResult> out;
    for (int i = 1; i <= people; ++i) out.push_back({10.0 * i, static_cast<double>(i)});
    return out;
}

}  // namespace

TEST_CASE("figures: discrimination is the mean of the upper 27 % less that of the lower") {
    // Ten people: 2.7 places, so 3. Lower 10, 20, 30: mean 20. Upper 80, 90, 100: mean 90. (90 − 20) / 100.
    const ItemFigures f = figures_of(straight(10));
    CHECK(f.people == 10);
    CHECK(f.mean == doctest::Approx(55));
    CHECK(f.deviation == doctest::Approx(30.2765));  // sqrt(8250 / 9)
    CHECK(f.discrimination.value() == doctest::Approx(0.7));
    CHECK(f.rest_correlation.value() == doctest::Approx(1));
}

TEST_CASE("figures: those who tie at the edge of a group share its last place, whatever their order") {
    // Lower: 0 and 20, and one place shared by 40, 60, 80, 100 (mean 70): (0 + 20 + 70) / 3.
    // Upper: 80, 90, 100, of rest 4, 5, 6: mean 90.
    std::vector<ItemResult> results{{0, 1},   {20, 1}, {40, 2}, {60, 2}, {80, 2},
                                    {100, 2}, {50, 3}, {80, 4}, {90, 5}, {100, 6}};
    CHECK(figures_of(results).discrimination.value() == doctest::Approx(0.6));
    std::reverse(results.begin(), results.end());
    CHECK(figures_of(results).discrimination.value() == doctest::Approx(0.6));
    for (ItemResult& r : results) r.rest = 1;  // nobody is better than anybody
    CHECK(figures_of(results).discrimination.value() == doctest::Approx(0));
    CHECK_FALSE(figures_of(results).rest_correlation);
}

TEST_CASE("figures: below ten people there is a mean and nothing that would mislead") {
    const ItemFigures f = figures_of(straight(9), {100});
    CHECK(f.people == 10);  // one of them has played nothing else
    CHECK(f.mean == doctest::Approx(55));
    CHECK_FALSE(f.discrimination);
    CHECK_FALSE(f.rest_correlation);
    CHECK(figures_of({}).people == 0);
    CHECK(figures_of({}).mean == 0);
}

TEST_CASE("figures: Cronbach's alpha") {
    // Item A 10 … 100, item B with neighbours swapped: each of variance 8250 / 9 = 916.67. Totals 30, 30, 70, 70, 110,
    // …: 32000 / 9 = 3555.56. α = 2 (1 − 1833.33 / 3555.56) = 0.96875. Error √3555.56 / 2 · √0.03125 = 5.27.
    std::vector<std::vector<double>> rows;
    for (int i = 1; i <= 10; ++i) rows.push_back({10.0 * i, 10.0 * (i % 2 == 1 ? i + 1 : i - 1)});
    const Reliability r = reliability_of(rows);
    CHECK(r.alpha.value() == doctest::Approx(0.96875));
    CHECK(r.standard_error == doctest::Approx(5.2705).epsilon(0.0001));
    CHECK(r.people == 10);
    CHECK(r.items == 2);
    rows.pop_back();
    CHECK_FALSE(reliability_of(rows).alpha);  // nine: too few
    for (std::vector<double>& row : rows) row = {50, 50};
    rows.push_back({50, 50});
    CHECK_FALSE(reliability_of(rows).alpha);  // nothing varies
    CHECK_FALSE(reliability_of({}).alpha);
}
