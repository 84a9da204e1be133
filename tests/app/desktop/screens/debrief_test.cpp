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

TEST_CASE("history: search and filters narrow it, and clearing shows all again") {
    Driver d;
    d.start();
    d.key(Key::digit3, {.ctrl = true});
    CHECK(d.find("history.a2"));
    CHECK(d.click("history.filter.1"));  // passed
    CHECK(d.find("history.a2"));
    CHECK_FALSE(d.find("history.a1"));
    CHECK(d.click("history.filter.0"));
    CHECK(d.click("history.search"));
    d.type(U"滴水");
    CHECK(d.find("history.a1"));
    CHECK_FALSE(d.find("history.a2"));
    d.type(U"沒有");
    CHECK(d.shows("empty"));
    CHECK(d.click("history.reset"));
    CHECK(d.find("history.a2"));
}

TEST_CASE("debrief: what if one had said something else, chosen or typed, and close the answer") {
    Driver d;
    finish(d);
    d.wish(intent::SelectTurn{0});
    CHECK_FALSE(d.find("debrief.whatif.shown"));
    d.wish(intent::AskWhatIf{0, scenarios::Input::choose("a")});
    REQUIRE(d.last_effect<effect::AskWhatIf>());
    CHECK(d.text_of("debrief.whatif.shown") == "+17");
    d.wish(intent::SelectTurn{1});
    CHECK_FALSE(d.find("debrief.whatif.shown"));  // it was asked of another reply
    d.wish(intent::SelectTurn{0});
    CHECK(d.click("debrief.whatif.close"));
    CHECK_FALSE(d.find("debrief.whatif.shown"));
    for (int i = 0; i < 60 && !d.focused("debrief.whatif.editor"); ++i) d.key(Key::tab);
    REQUIRE(d.focused("debrief.whatif.editor"));
    d.type(U"3點前我親自打給您");
    CHECK(d.state().debrief.tab == DebriefTab::replies);  // a digit in the text is no tab
    d.key(Key::enter);
    CHECK(d.last_effect<effect::AskWhatIf>()->instead == scenarios::Input::say("3點前我親自打給您"));
}

TEST_CASE("debrief: hints are charged, line by line, and the ledger still adds up") {
    Driver d;
    d.start();
    d.wish(intent::StartTalk{"leak"});
    d.wish(intent::Hint{});
    d.wish(intent::Hint{});
    for (int i = 0; i < 3; ++i) d.wish(intent::Choose{"a"});
    d.wish(intent::ShowDebrief{});
    CHECK(d.text_of("debrief.score") == "68");  // 71 − 1 − 2
    CHECK(d.find("debrief.hints"));
    d.key(Key::digit3);
    CHECK(d.text_of("debrief.sum") == "68");
    CHECK(d.find("debrief.ledger.11"));
}

TEST_CASE("debrief: the point of no return is marked and leads to its reply; earlier attempts are compared") {
    Driver d;
    finish(d);
    CHECK(d.find("debrief.against"));
    CHECK(d.find("debrief.trend"));
    d.resize(1280, 1400);
    CHECK(d.click("debrief.no_return"));
    CHECK(d.state().debrief.selected_turn == 2);
}

TEST_CASE("debrief: as a PDF by button and key, with the place it went to") {
    Driver d;
    finish(d);
    CHECK(d.click("debrief.print"));
    REQUIRE(d.last_effect<effect::WritePaper>());
    CHECK(d.last_effect<effect::WritePaper>()->paper.blocks.size() > 20);
    CHECK(d.shows("toast.0"));
    d.backstage.seen.clear();
    d.key(Key::p, {.ctrl = true});
    CHECK(d.last_effect<effect::WritePaper>());
}

TEST_CASE("record: it is filled in by mouse and keyboard, handed in, and explained line by line") {
    Driver d(app::Language::zh_hant, 1280, 1200);
    finish(d);
    d.key(Key::digit4);
    CHECK(d.state().debrief.tab == DebriefTab::record);
    CHECK_FALSE(d.find("debrief.record.score"));
    CHECK(d.click("debrief.record.kind.§2.2.1"));
    CHECK(d.selected("debrief.record.kind.§2.2.1"));
    CHECK(d.click("debrief.record.urgency.urgent"));
    CHECK(d.click("debrief.record.department.engineering"));
    CHECK(d.click("debrief.record.facts"));
    d.type(U"主臥滴水，第3次");
    CHECK(d.state().debrief.tab == DebriefTab::record);
    CHECK(d.click("debrief.record.promise.0"));
    d.type(U"韓師傅到場");
    CHECK(d.click("debrief.record.promise.0.by"));
    d.type(U"十二點前");
    CHECK(d.click("debrief.record.submit"));
    REQUIRE(d.last_effect<effect::FillInRecord>());
    const scenarios::RecordForm& form = d.last_effect<effect::FillInRecord>()->form;
    CHECK(form.kind == "§2.2.1");
    CHECK(form.facts == "主臥滴水，第3次");
    CHECK(form.urgency == scenarios::Urgency::urgent);
    CHECK(form.department == scenarios::Department::engineering);
    CHECK(form.promises == std::vector<scenarios::RecordedPromise>{{"韓師傅到場", "十二點前"}});
    CHECK(d.text_of("debrief.record.score") == "68");
    CHECK(d.find("debrief.record.line.6"));
    CHECK(d.find("debrief.record.model"));
}
