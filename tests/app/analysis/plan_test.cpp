#include "analysis/plan.hpp"

#include <doctest/doctest.h>

#include "records/records.hpp"
#include "support/temporary_folder.hpp"

using namespace huashu;
using namespace huashu::app;
using huashu::test::TemporaryFolder;

namespace {

AttemptFacts talk(std::int64_t started_ms, int left) {
    AttemptFacts a;
    a.started_ms = started_ms;
    scoring::LedgerLine line;
    line.kind = scoring::LedgerLine::Kind::missed;
    line.source = "§5.1.1";
    line.possible_centipoints = left * 100;
    a.ledger = {line};
    return a;
}

}  // namespace

TEST_CASE("plan: what is saved is read again, from the person's own records; without any it is empty") {
    const TemporaryFolder folder;
    REQUIRE(load_plan(folder.path()).value().empty());
    CHECK_FALSE(std::filesystem::exists(folder / "records.db"));
    std::vector<Measure> plan{{"m1", 5, "每天對練「復述」", "方志明", "2026-06-30", 1000, {}},
                              {"m2", 3, "=1+1, \"quoted\"\n", "A", "2026-07-01", 2000, 3000}};
    REQUIRE(save_plan(folder.path(), plan));
    CHECK(load_plan(folder.path()).value() == plan);
    plan.pop_back();
    REQUIRE(save_plan(folder.path(), plan));
    CHECK(load_plan(folder.path()).value() == plan);
}

TEST_CASE("plan: one that can't be understood says where") {
    const struct {
        const char* body;
        const char* code;
    } rows[] = {
        {R"({"format": "huashu-plan", "version": 2, "measures": []})", "out-of-range"},
        {R"({"format": "other", "version": 1, "measures": []})", "wrong-format"},
        {R"({"format": "huashu-plan", "version": 1, "measures": [{"id": "1", "chapter": 5, "what": "a", "who": "b", "due": "2026-02-30", "begun_ms": 1}]})",
         "no-day"},
        {R"({"format": "huashu-plan", "version": 1, "measures": [{"id": "1", "chapter": 99, "what": "a", "who": "b", "due": "2026-02-01", "begun_ms": 1}]})",
         "out-of-range"},
    };
    const TemporaryFolder folder;
    auto records = Records::open({folder.path(), nullptr, nullptr});
    REQUIRE(records);
    for (const auto& row : rows) {
        CAPTURE(row.body);
        REQUIRE(records->keep({{"person.plan", "plan", row.body}}));
        const auto plan = load_plan(folder.path());
        REQUIRE_FALSE(plan);
        CHECK(plan.error().diagnostics.front().code == row.code);
        CHECK(plan.error().diagnostics.front().place.line == 1);
    }
}

TEST_CASE("plan: where nothing can be written it says so") {
    const auto saved = save_plan("/proc/nowhere", {});
    REQUIRE_FALSE(saved);
    CHECK(saved.error().cause == Error::Cause::system);
}

TEST_CASE("plan: days") {
    for (const char* day : {"2026-05-03", "2024-02-29", "2026-12-31"}) CHECK(is_day(day));
    for (const char* day :
         {"", "2026-5-3", "2026-02-29", "2026-13-01", "2026-00-10", "1999-01-01", "2026-05-03 ", "20a6-05-03"})
        CHECK_FALSE(is_day(day));
    CHECK(day_of(ms_of_day("2026-05-03")) == "2026-05-03");
    CHECK(day_of(ms_of_day("2026-05-03") - 1) == "2026-05-02");
    CHECK(ms_of_day("1970-01-01") == 0);
    CHECK(ms_of_day("2026-05-01") == 1'777'593'600'000);
}

TEST_CASE("plan: the effect is told from three talks before and three since") {
    const Measure measure{"m", 5, "a", "b", "2026-05-30", 1000, {}};
    // Before, the last five: 12, 8, 8, 8, 4 (the 100 is too long ago): mean 8. Since: 2, 3, 4: mean 3.
    std::vector<AttemptFacts> all{talk(1, 100), talk(100, 12), talk(200, 8),  talk(300, 8),
                                  talk(400, 8), talk(999, 4),  talk(1000, 2), talk(1100, 3)};
    CHECK_FALSE(effect_of(measure, all).change());
    all.push_back(talk(1200, 4));
    AttemptFacts rewound = talk(1300, 50), elsewhere = talk(1400, 50);
    rewound.rewound = true;
    elsewhere.ledger.front().source = "§3.1.1";
    all.push_back(rewound);
    all.push_back(elsewhere);
    const Effect effect = effect_of(measure, all);
    CHECK(effect.talks_before == 5);
    CHECK(effect.talks_since == 3);
    CHECK(effect.left_before == doctest::Approx(8));
    CHECK(effect.left_since == doctest::Approx(3));
    CHECK(effect.change().value() == doctest::Approx(-5));
}

TEST_CASE("plan: a measure is overdue from the day after") {
    Measure measure{"m", 5, "a", "b", "2026-05-30", 1000, {}};
    CHECK(state_of(measure, "2026-05-30") == MeasureState::open);
    CHECK(state_of(measure, "2026-05-31") == MeasureState::overdue);
    measure.done_ms = 5;
    CHECK(state_of(measure, "2026-12-31") == MeasureState::done);
}
