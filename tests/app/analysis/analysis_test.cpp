#include "analysis/analysis.hpp"

#include <doctest/doctest.h>

using namespace huashu;
using namespace huashu::app;
using Line = scoring::LedgerLine;

namespace {

constexpr std::int64_t first_of_may = 1'777'593'600'000;  // 2026-05-01 00:00 UTC
constexpr std::int64_t a_day = 86'400'000;

AttemptFacts attempt(const std::string& person, const std::string& scenario, int score, int day = 0) {
    AttemptFacts a;
    a.id = person + scenario + std::to_string(day);
    a.person_id = person;
    a.person = person;
    a.scenario_id = scenario;
    a.title = scenario;
    a.score = score;
    a.first = true;
    a.started_ms = first_of_may + day * a_day;
    a.ended_ms = a.started_ms + 1000;
    return a;
}

Line line(Line::Kind kind, const char* source, int points, int possible) {
    Line out;
    out.kind = kind;
    out.source = source;
    out.centipoints = points * 100;
    out.possible_centipoints = possible * 100;
    return out;
}

const ScenarioItem* item_of(const Analysis& analysis, const std::string& id) {
    for (const ScenarioItem& s : analysis.scenarios)
        if (s.scenario_id == id) return &s;
    return nullptr;
}

// Ten people, each with the same two scenarios: 10 … 100 at "a", neighbours swapped at "b".
std::vector<AttemptFacts> ten_people() {
    std::vector<AttemptFacts> out;
    for (int i = 1; i <= 10; ++i) {
        const std::string person(1, static_cast<char>('a' + i));
        out.push_back(attempt(person, "a", 10 * i));
        out.push_back(attempt(person, "b", 10 * (i % 2 == 1 ? i + 1 : i - 1)));
    }
    return out;
}

}  // namespace

TEST_CASE("analysis: scenarios rest on first attempts, grouped by the scores at all others") {
    std::vector<AttemptFacts> all = ten_people();
    AttemptFacts again = attempt("b", "a", 100, 3);
    again.first = false;
    all.push_back(again);
    const Analysis analysis = analyse(all);
    CHECK(analysis.people == 10);
    CHECK(analysis.first_talks == 20);
    CHECK(analysis.talks == 21);
    const ScenarioItem* a = item_of(analysis, "a");
    REQUIRE(a != nullptr);
    CHECK(a->figures.people == 10);
    CHECK(a->figures.mean == doctest::Approx(55));
    CHECK(a->passed == 3);  // 80, 90, 100
    // By the scores at "b" the lowest three are those with 10, 20, 40 at "a" (20 → 10, 10 → 20, 30 → 40): mean 70 / 3;
    // the highest those with 100, 90, 70: mean 260 / 3. (86.67 − 23.33) / 100.
    CHECK(a->figures.discrimination.value() == doctest::Approx(0.6333).epsilon(0.001));
    CHECK(analysis.reliability.alpha.value() == doctest::Approx(0.96875));
}

TEST_CASE("analysis: reliability takes as many scenarios as enough people have all played") {
    std::vector<AttemptFacts> all = ten_people();
    for (int i = 1; i <= 9; ++i) all.push_back(attempt(std::string(1, static_cast<char>('a' + i)), "c", 50));
    CHECK(reliability_of_scenarios(all).items == 2);
    all.push_back(attempt(std::string(1, static_cast<char>('a' + 10)), "c", 60));
    CHECK(reliability_of_scenarios(all).items == 3);
    const Reliability few = reliability_of_scenarios({attempt("x", "a", 1), attempt("x", "b", 2)});
    CHECK_FALSE(few.alpha);
    CHECK(few.people == 1);
}

TEST_CASE("analysis: a turn is known by its stage, and a choice that nobody takes is found") {
    std::vector<AttemptFacts> all;
    for (int i = 0; i < 10; ++i) {
        AttemptFacts a = attempt("p" + std::to_string(i), "leak", 10 * i);
        for (const char* stage : {"receive", "receive", "confirm"}) {
            TurnFacts turn;
            turn.kind = scenarios::Input::Kind::choice;
            turn.stage = turn.stage_title = stage;
            turn.offered = {{"a", scenarios::Quality::best, "A"}, {"b", scenarios::Quality::bad, "B"}};
            turn.choice = "a";
            turn.score = 10 * i;
            a.turns.push_back(turn);
        }
        a.turns.back().kind = scenarios::Input::Kind::typed;  // nobody chose there
        all.push_back(a);
    }
    const ScenarioItem leak = scenario_items(all).front();
    REQUIRE(leak.turns.size() == 3);
    CHECK(leak.turns[0].stage == "receive");
    CHECK(leak.turns[1].nth == 2);
    CHECK(leak.turns[2].stage == "confirm");
    CHECK(leak.turns[0].figures.discrimination.value() == doctest::Approx(0.7));  // lower 0, 10, 20; upper 70, 80, 90
    CHECK_FALSE(leak.figures.discrimination);                                     // nobody has played anything else
    REQUIRE(leak.choices.size() == 2);
    CHECK(leak.choices[0].offered == 20);
    CHECK(leak.choices[0].taken == 20);
    CHECK_FALSE(leak.choices[0].unused());
    CHECK(leak.choices[1].unused());
    all.resize(4);
    CHECK_FALSE(scenario_items(all).front().choices[1].unused());  // offered eight times only
}

TEST_CASE("analysis: weakness is what was not earned and what was lost, for each talk that touched the chapter") {
    AttemptFacts one = attempt("p", "a", 50), two = attempt("p", "b", 50, 1), rewound = attempt("p", "a", 0, 2);
    one.ledger = {line(Line::Kind::earned, "§5.1.2", 10, 10), line(Line::Kind::missed, "§5.2.1", 0, 8),
                  line(Line::Kind::finding, "§3.3.1", -6, 0), line(Line::Kind::floor, "", 6, 0)};
    two.ledger = {line(Line::Kind::earned, "§5.1.2", 4, 10), line(Line::Kind::shared, "§3.3.1", 0, 0)};
    rewound.ledger = one.ledger;
    rewound.rewound = true;
    const std::vector<ChapterResult> chapters = chapters_of({&one, &two, &rewound});
    REQUIRE(chapters.size() == 2);
    CHECK(chapters[0].chapter == 5);  // (18 − 10) + (10 − 4) = 14 over two talks
    CHECK(chapters[0].talks == 2);
    CHECK(chapters[0].left_per_talk() == doctest::Approx(7));
    CHECK(chapters[0].points == std::vector<std::string>{"§5.2.1", "§5.1.2"});
    CHECK(chapters[1].chapter == 3);  // 6 in the one talk that it came up in
    CHECK(chapters[1].left_per_talk() == doctest::Approx(6));
    CHECK(chapters[1].possible == 0);
    CHECK(left_in(one, 5).value() == doctest::Approx(8));
    CHECK_FALSE(left_in(two, 3));
    CHECK_FALSE(left_in(two, 9));
}

TEST_CASE("analysis: trend compares the last five talks with the five before, and months are calendar months") {
    std::vector<AttemptFacts> all;
    for (int i = 0; i < 7; ++i) all.push_back(attempt("p", "s" + std::to_string(i), 40 + 10 * i, 10 * i));
    const Analysis analysis = analyse(all);
    REQUIRE(analysis.persons.size() == 1);
    const PersonResult& p = analysis.persons.front();
    CHECK(p.scores == std::vector<int>{40, 50, 60, 70, 80, 90, 100});
    CHECK(p.mean == doctest::Approx(80));            // 60 … 100
    CHECK(p.change.value() == doctest::Approx(35));  // against 40, 50: 45
    CHECK(p.passed == 3);
    // The 1st, 11th, 21st and 31st of May; the 10th, 20th and 30th of June.
    CHECK(analysis.months == std::vector<Month>{{2026, 5, 4, 55}, {2026, 6, 3, 90}});
    all.resize(5);
    CHECK_FALSE(analyse(all).persons.front().change);
    CHECK(analyse({}).talks == 0);
    CHECK(analyse({}).persons.empty());
}
