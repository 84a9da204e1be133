#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "app/small_library.hpp"
#include "author/document.hpp"
#include "author/document_edits.hpp"
#include "author/live_check.hpp"
#include "author/live_trial.hpp"
#include "support/generated_scenario.hpp"

using namespace huashu;
using namespace huashu::app;

namespace {

constexpr const char* live_personas = "tests/app/fixtures/personas";

Tree drip_tree() {
    return Draft::read("drip.json", read_text_file("tests/app/fixtures/library/drip.json").value()).value().root();
}

LiveReport report_on(LiveCheck& check, const Tree& root, unsigned revision) {
    check.submit(root, "drip.json", revision);
    for (int i = 0; i < 4000; ++i) {
        const auto report = check.take();
        if (report && report->revision == revision && report->depth == LiveReport::Depth::analysed) return *report;
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    FAIL("no report came");
    return {};
}

const LiveFinding* finding(const LiveReport& report, std::string_view code) {
    const auto found = std::find_if(report.findings.begin(), report.findings.end(),
                                    [&](const LiveFinding& f) { return f.code == code; });
    return found == report.findings.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("live: a sound draft has a best and a worst score and no errors") {
    LiveCheck check(*small_library().engine, live_personas);
    const LiveReport report = report_on(check, drip_tree(), 1);
    CHECK(report.playable);
    REQUIRE(report.analysis);
    CHECK(report.analysis->exact);
    CHECK(report.analysis->best.score > report.analysis->worst.score);
    CHECK(std::none_of(report.findings.begin(), report.findings.end(),
                       [](const LiveFinding& f) { return f.level == Level::error && f.code != "ending-unreached"; }));
}

TEST_CASE("live: what is wrong is found at the thing that it is about") {
    LiveCheck check(*small_library().engine, live_personas);
    const Tree nowhere = with(drip_tree(), "/stages/0/next", Tree::of("gone"));
    const LiveReport broken = report_on(check, nowhere, 2);
    CHECK_FALSE(broken.playable);
    REQUIRE(finding(broken, "unknown-stage"));
    CHECK(finding(broken, "unknown-stage")->pointer == "/stages/0/next");
    const Tree skipped = with(drip_tree(), "/stages/0/next", Tree::of("end"));
    const LiveReport unlinked = report_on(check, skipped, 3);
    REQUIRE(finding(unlinked, "stage-unlinked"));
    CHECK(finding(unlinked, "stage-unlinked")->pointer == "/stages/1");
    CHECK(unlinked.unreached.contains("stage:solve"));
    const LiveReport rude =
        report_on(check, with(drip_tree(), "/stages/1/choices/0/text", Tree::of("修水管不歸我們管。")), 4);
    REQUIRE(finding(rude, "label-best"));
    CHECK(finding(rude, "label-best")->pointer.starts_with("/stages/1/choices/0"));
}

TEST_CASE("live: a newer text ends the check of the one before") {
    LiveCheck check(*small_library().engine, live_personas);
    const Tree large = Draft::read("many.json", test::generated_scenario("many", 400, "plain")).value().root();
    check.submit(large, "many.json", 1);
    std::this_thread::sleep_for(std::chrono::milliseconds(60));
    const auto begun = std::chrono::steady_clock::now();
    const LiveReport report = report_on(check, drip_tree(), 2);
    const auto taken = std::chrono::steady_clock::now() - begun;
    CHECK(report.revision == 2);
    MESSAGE("the newer text was looked at after ", std::chrono::duration_cast<std::chrono::milliseconds>(taken).count(),
            " ms");
}

TEST_CASE("trial: begins at any stage in any mood and says which condition held and what was against the others") {
    const Tree root = drip_tree();
    auto trial = Trial::begin(root, "drip.json", *small_library().engine, live_personas, {"solve", {90, 10, 20}, 1});
    REQUIRE(trial);
    CHECK(trial->session().stage_id() == "solve");
    CHECK(trial->session().mood() == scenarios::Mood{90, 10, 20});
    CHECK_FALSE(trial->from_the_beginning());
    REQUIRE(trial->say(scenarios::Input::choose("b")));
    REQUIRE(trial->traces().size() == 1);
    const auto& rules = trial->traces().front().rules;
    const auto of = [&](scenarios::AskedRule::What what) {
        return std::find_if(rules.begin(), rules.end(), [&](const auto& rule) { return rule.what == what; });
    };
    const auto goal = of(scenarios::AskedRule::What::goal);
    REQUIRE(goal != rules.end());
    CHECK_FALSE(goal->held);
    CHECK(goal->failed == std::vector<std::string>{"acts"});
    const auto ending = of(scenarios::AskedRule::What::ending);
    REQUIRE(ending != rules.end());
    CHECK(ending->id == "thrown-out");
    CHECK(ending->failed == std::vector<std::string>{"families"});
    CHECK(std::any_of(rules.begin(), rules.end(), [](const auto& rule) {
        return rule.held && rule.owner == scenarios::AskedRule::Owner::persona;
    }));
    trial->take_back();
    CHECK(trial->session().turns().empty());
    CHECK(trial->traces().empty());
}

TEST_CASE("trial: retracing a talk gives just the talk that was had") {
    auto trial = Trial::begin(drip_tree(), "drip.json", *small_library().engine, live_personas, {"", {60, 40, 60}, 1});
    REQUIRE(trial);
    CHECK(trial->from_the_beginning());
    REQUIRE(trial->say(scenarios::Input::say("您好。")));
    REQUIRE(trial->say(scenarios::Input::say("您好。")));  // a repeat
    REQUIRE(trial->say(scenarios::Input::stay_silent()));
    const auto& turns = trial->session().turns();
    for (std::size_t i = 0; i < turns.size(); ++i)
        for (const scenarios::OwnerLine& line : turns[i].owner) {
            if (line.why != scenarios::OwnerLine::Why::reaction) continue;
            const auto& rules = trial->traces()[i].rules;
            CHECK(std::any_of(rules.begin(), rules.end(), [&](const auto& rule) {
                return rule.held && rule.what == scenarios::AskedRule::What::reaction && rule.id == line.from;
            }));
        }
    CHECK(trial->traces()[2].stuck);
}

TEST_CASE("trial: kept as a golden play it passes the check") {
    const Tree root = drip_tree();
    auto trial = Trial::begin(root, "drip.json", *small_library().engine, live_personas, {"", {60, 40, 60}, 1});
    REQUIRE(trial);
    CHECK(with_golden_play(root, trial->session()) == root);  // it is not over
    REQUIRE(trial->say(scenarios::Input::choose("b")));
    REQUIRE(trial->say(scenarios::Input::choose("a")));
    REQUIRE(trial->session().ending());
    const Tree kept = with_golden_play(root, trial->session());
    REQUIRE(kept["plays"].items().size() == 4);
    LiveCheck check(*small_library().engine, live_personas);
    const LiveReport report = report_on(check, kept, 9);
    CHECK(std::none_of(report.findings.begin(), report.findings.end(),
                       [](const LiveFinding& f) { return f.code.starts_with("play-"); }));
}

TEST_CASE("robots: they come everywhere that choices lead to, and stop when told") {
    std::atomic<bool> stop = false;
    const auto report = send_robots(drip_tree(), "drip.json", *small_library().engine, live_personas, 60, stop);
    REQUIRE(report);
    CHECK(report->plays == 60);
    CHECK(report->stages[0] == 60);
    CHECK(report->stages[1] > 0);
    CHECK(report->lowest < report->highest);
    CHECK(report->stage_scores[0] == static_cast<int>(report->mean + 0.5));  // all came there
    for (const int score : report->stage_scores)
        CHECK((score == -1 || (score >= report->lowest && score <= report->highest)));
    int ended = report->left;
    for (const int plays : report->endings) ended += plays;
    CHECK(ended == 60);
    stop = true;
    CHECK(send_robots(drip_tree(), "drip.json", *small_library().engine, live_personas, 60, stop)->plays == 0);
    CHECK_FALSE(send_robots(Tree::of(Tree::Object{}), "x.json", *small_library().engine, live_personas, 1, stop));
}
