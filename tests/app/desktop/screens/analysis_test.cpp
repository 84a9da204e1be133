#include "../driver.hpp"
#include "../layout_checks.hpp"

using namespace huashu;
using namespace huashu::desktop;

TEST_CASE("analysis: from the team's table to a person, from a weakness into the plan") {
    Driver d;
    d.start();
    CHECK(d.click("rail.analysis"));
    REQUIRE(d.state().page == Page::analysis);
    CHECK(d.state().analysis.analysis.people == 12);
    CHECK(d.shows("analysis.team"));
    CHECK(d.text_of("analysis.figure.2") != "–");  // twelve people: reliability is told
    CHECK(d.click("analysis.person.00000000-0000-7000-9000-000000000007"));
    CHECK(d.state().analysis.tab == AnalysisTab::person);
    d.wish(AnalysisIntent{intent::ShowAnalysis{AnalysisTab::person, "", true}});
    CHECK(d.find("analysis.measure.m1"));
    CHECK(d.find("analysis.done.m2"));
    CHECK_FALSE(d.find("analysis.done.m1"));  // it is done
    d.wish(AnalysisIntent{intent::FinishMeasure{"", "m2"}});
    CHECK(d.state().analysis.plans.at("")[1].done_ms.has_value());
    d.wish(AnalysisIntent{intent::AddMeasure{"", 5, "每天對練一次", "方志明", 2}});
    REQUIRE(d.last_effect<effect::SavePlan>());
    CHECK(d.state().analysis.plans.at("").size() == 4);
    d.wish(AnalysisIntent{intent::AddMeasure{"", 5, "  ", "方志明", 2}});
    CHECK(d.state().analysis.plans.at("").size() == 4);
    CHECK(d.click("analysis.export"));
    REQUIRE(d.last_effect<effect::WritePaper>());
    d.key(Key::escape);
    CHECK(d.state().page == Page::home);
    CHECK(d.state().analysis.facts == nullptr);  // they are large
}

TEST_CASE("analysis: scenarios as questions, and the workbook") {
    Driver d;
    d.start();
    d.key(Key::digit5, {.ctrl = true});
    d.wish(AnalysisIntent{intent::ShowAnalysis{AnalysisTab::scenarios, "lift", true}});
    CHECK(d.selected("analysis.item.lift"));
    CHECK(d.find("analysis.turn.s1.1"));
    CHECK(d.find("analysis.unused.0"));  // nobody takes the third choice
    CHECK(d.click("analysis.export"));
    REQUIRE(d.last_effect<effect::WriteWorkbook>());
    CHECK(d.last_effect<effect::WriteWorkbook>()->tables.size() == 4);
}

TEST_CASE("analysis: without results it says what to do next") {
    Driver d;
    d.backstage.team = 0;
    d.start();
    d.wish(intent::Go{Page::analysis});
    CHECK_FALSE(d.find("analysis.tab.0"));
    CHECK(d.click("analysis.go"));
    CHECK(d.state().page == Page::home);
}

TEST_CASE("analysis: nothing is cut and nothing overlaps, in three languages and at any size") {
    const auto walk = [](Driver& d) {
        d.start();
        d.wish(intent::Go{Page::analysis});
        check_screen(d, "analysis, team");
        d.wish(AnalysisIntent{intent::ShowAnalysis{AnalysisTab::scenarios, {}, false}});
        check_screen(d, "analysis, scenarios");
        d.wish(AnalysisIntent{intent::ShowAnalysis{AnalysisTab::person, {}, false}});
        check_screen(d, "analysis, person");
    };
    for (const app::Language language : app::all_languages)
        for (const auto& [width, height] : {std::pair{1280, 800}, std::pair{1920, 1080}, std::pair{800, 600}}) {
            CAPTURE(name_of(language));
            CAPTURE(width);
            Driver d(language, width, height);
            walk(d);
        }
}
