#include <doctest/doctest.h>

#include "scoring/support/packs.hpp"

using namespace huashu;
using namespace huashu::scoring;

TEST_CASE("mini pack: every example of every kind holds") {
    const Engine engine = test::engine_of_folder(test::mini_pack_folder);
    CHECK(engine.packs().front().rule_count() == 23);
    const Diagnostics problems = run_examples(engine);
    CHECK_MESSAGE(problems.empty(), test::all_text(problems));
}
