#include "assess/kappa.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace huashu::assess;

namespace {

template <std::size_t N>
Agreement table(const std::array<std::array<int, N>, N>& counts) {
    Agreement a(N);
    for (std::size_t i = 0; i < N; ++i)
        for (std::size_t j = 0; j < N; ++j) a.add(i, j, counts[i][j]);
    return a;
}

}  // namespace

TEST_CASE("kappa: the diagnoses of Fleiss, Levin & Paik (2003), table 18.1: kappa .68, standard error .087") {
    // p_o = .89; p_e = .80 * .80 + .10 * .05 + .10 * .15 = .66; (.89 - .66) / .34 = .676
    const auto k = kappa(table<3>({{{75, 1, 4}, {5, 4, 1}, {0, 0, 10}}}), plain_weights(3));
    REQUIRE(k.has_value());
    CHECK(k->observed == doctest::Approx(0.89));
    CHECK(k->value == doctest::Approx(0.23 / 0.34));
    CHECK(k->standard_error == doctest::Approx(0.087).epsilon(0.01));
    CHECK(k->low == doctest::Approx(0.676 - 1.96 * 0.0877).epsilon(0.01));
    CHECK(k->count == 100);
}

TEST_CASE("kappa: the diagnoses of Cohen (1968): kappa .492, and .348 with his weights of disagreement") {
    const Agreement a = table<3>({{{88, 14, 18}, {10, 40, 10}, {2, 6, 12}}});
    const auto plain = kappa(a, plain_weights(3));
    REQUIRE(plain.has_value());
    CHECK(plain->value == doctest::Approx(0.492).epsilon(0.001));  // (.70 - .41) / .59
    const auto weighted = kappa(a, from_disagreement({0, 1, 3, 1, 0, 6, 3, 6, 0}));
    REQUIRE(weighted.has_value());
    CHECK(weighted->value == doctest::Approx(0.348).epsilon(0.001));  // 1 - .90 / 1.38
}

TEST_CASE("kappa: two by two, by hand") {
    const auto k = kappa(table<2>({{{20, 5}, {10, 15}}}), plain_weights(2));  // p_o .7, p_e .5
    REQUIRE(k.has_value());
    CHECK(k->value == doctest::Approx(0.4));
}

TEST_CASE("kappa: with two categories quadratic weights are the plain ones") {
    const Agreement a = table<2>({{{31, 4}, {7, 18}}});
    CHECK(kappa(a, quadratic_weights(2))->value == doctest::Approx(kappa(a, plain_weights(2))->value));
    CHECK(kappa(a, quadratic_weights(2))->standard_error ==
          doctest::Approx(kappa(a, plain_weights(2))->standard_error));
}

TEST_CASE("kappa: quadratic weights, by hand") {
    // 4 grades; weights 1 - (i-j)²/9. Cells (0,0) 2, (1,2) 1, (3,3) 1: p_o = 1 - 1/9/4 = .97222
    // by chance: 1 - Σ p_i q_j (i-j)²/9 with rows .5 .25 0 .25, columns .5 0 .25 .25
    //   (0,2) .125*4 + (0,3) .125*9 + (1,0) .125*1 + (1,2) .0625*1 + (1,3) .0625*4 + (3,0) .125*9 + (3,2) .0625*1
    //   = 3.25 p_e = 1 - 3.25/9 = .63889; kappa = (.97222 - .63889) / .36111 = .92308
    Agreement a(4);
    a.add(0, 0, 2);
    a.add(1, 2);
    a.add(3, 3);
    CHECK(kappa(a, quadratic_weights(4))->value == doctest::Approx(12.0 / 13.0));
}

TEST_CASE("kappa: perfect agreement is 1 without error; one category alone, or nothing, says nothing") {
    const auto perfect = kappa(table<2>({{{10, 0}, {0, 5}}}), plain_weights(2));
    REQUIRE(perfect.has_value());
    CHECK(perfect->value == doctest::Approx(1.0));
    CHECK(perfect->standard_error == doctest::Approx(0.0));
    CHECK_FALSE(kappa(table<2>({{{10, 0}, {0, 0}}}), plain_weights(2)).has_value());
    CHECK_FALSE(kappa(Agreement(3), plain_weights(3)).has_value());
}
