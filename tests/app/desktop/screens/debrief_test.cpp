#include "../driver.hpp"

using namespace huashu;
using namespace huashu::desktop;

namespace {

void finish(Driver& d) {
    d.start();
    d.wish(intent::OpenAttempt{"a1"});
    REQUIRE(d.state().page == Page::debrief);
}

}  // namespace

TEST_CASE("debrief: it opens with the score, its dimensions and the verdict") {
    Driver d;
    finish(d);
    CHECK(d.text_of("debrief.score") == "71");
    CHECK(d.find("debrief.dimension.7"));
    CHECK(d.selected("debrief.tab.0"));
}

TEST_CASE("debrief: tabs by click and by number") {
    Driver d;
    finish(d);
    CHECK(d.click("debrief.tab.1"));
    CHECK(d.state().debrief.tab == DebriefTab::replies);
    d.key(Key::digit3);
    CHECK(d.state().debrief.tab == DebriefTab::ledger);
    CHECK(d.text_of("debrief.sum") == "71");
}

TEST_CASE("debrief: each reply shows its own findings and acts") {
    Driver d;
    finish(d);
    d.key(Key::digit2);
    CHECK(d.text_of("debrief.finding.0") == "不歸我們管");
    CHECK(d.find("debrief.model"));
    CHECK(d.click("debrief.turn.1"));
    CHECK_FALSE(d.find("debrief.finding.0"));
    CHECK(d.find("debrief.act.2"));
}

TEST_CASE("debrief: a line of the ledger and a turning point lead to their reply") {
    Driver d;
    finish(d);
    CHECK(d.click("debrief.turning.0"));
    CHECK(d.state().debrief.selected_turn == 0);
    CHECK(d.state().debrief.tab == DebriefTab::replies);
    d.key(Key::digit3);
    CHECK(d.click("debrief.ledger.8"));
    CHECK(d.state().debrief.selected_turn == 2);
    d.key(Key::digit3);
    CHECK_FALSE(d.click("debrief.ledger.2"));  // never met: in no reply
}

TEST_CASE("debrief: once more, from a reply, home, and into the clipboard") {
    Driver d;
    finish(d);
    CHECK(d.click("debrief.copy"));
    CHECK(d.clip.find("這個不歸我們管") != std::string::npos);
    CHECK(d.shows("toast.0"));
    d.wish(intent::SelectTurn{1});
    CHECK(d.click("debrief.rewind"));
    REQUIRE(d.last_effect<effect::Rewind>());
    CHECK(d.last_effect<effect::Rewind>()->turns == 1);
    CHECK(d.state().page == Page::play);
    d.wish(intent::OpenAttempt{"a1"});
    CHECK(d.click("debrief.again"));
    CHECK(d.last_effect<effect::Start>()->scenario_id == "leak");
    d.wish(intent::OpenAttempt{"a1"});
    CHECK(d.click("debrief.home"));
    CHECK(d.state().page == Page::home);
}

TEST_CASE("history: finished attempts open, running ones go on, dropped ones do neither") {
    Driver d;
    d.start();
    CHECK(d.click("rail.history"));
    CHECK(d.click("history.a2"));
    CHECK(d.last_effect<effect::OpenAttempt>()->attempt_id == "a2");
    d.wish(intent::Go{Page::history});
    CHECK(d.click("history.a3"));
    CHECK(d.last_effect<effect::Resume>()->attempt_id == "a3");
}
