#include "scoring/types.hpp"

#include <doctest/doctest.h>

using namespace huashu::scoring;

TEST_CASE("types: every id reads back as itself") {
    for (std::size_t i = 0; i < act_count; ++i) CHECK(parse_act(name_of(static_cast<Act>(i))) == static_cast<Act>(i));
    for (std::size_t i = 0; i < family_count; ++i)
        CHECK(parse_family(name_of(static_cast<Family>(i))) == static_cast<Family>(i));
    for (std::size_t i = 0; i < dimension_count; ++i)
        CHECK(parse_dimension(name_of(static_cast<Dimension>(i))) == static_cast<Dimension>(i));
    for (const char* step : {"1", "2", "3", "4", "calm", "escalate", "close", "callback"}) {
        CAPTURE(step);
        REQUIRE(parse_step(step).has_value());
        CHECK(name_of(*parse_step(step)) == step);
    }
}

TEST_CASE("types: a name that nobody has is refused, the empty one too") {
    CHECK_FALSE(parse_act("appologize").has_value());
    CHECK_FALSE(parse_family("").has_value());
    CHECK_FALSE(parse_step("").has_value());
    CHECK_FALSE(parse_step("5").has_value());
}
