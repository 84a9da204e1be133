#include "../driver.hpp"

using namespace huashu;
using namespace huashu::desktop;

TEST_CASE("progress: reached from the rail and by keyboard, shows kinds and chapters, leads on") {
    Driver d;
    d.start();
    CHECK(d.click("rail.progress"));
    CHECK(d.state().page == Page::progress);
    CHECK(d.text_of("progress.passes") == "1／6");
    CHECK(d.find("progress.kind.§2.2.1"));
    CHECK(d.find("progress.chapter.4"));
    CHECK(d.click("progress.next"));
    CHECK(d.last_effect<effect::Resume>());
    d.wish(intent::LeaveTalk{});
    d.wish(intent::PauseTalk{});
    d.key(Key::digit2, {.ctrl = true});
    CHECK(d.state().page == Page::progress);
    d.key(Key::escape);
    CHECK(d.state().page == Page::home);
}

TEST_CASE("people: another person has his own page, a new one is added, the present one renamed") {
    Driver d;
    d.start();
    CHECK(d.text_of("rail.people") == "林小安");
    d.key(Key::f2);
    CHECK(d.shows("people"));
    CHECK(d.selected("people.first"));
    CHECK(d.click("people.01"));
    CHECK_FALSE(d.find("people"));
    CHECK(d.text_of("rail.people") == "陳建國");
    CHECK(d.state().settings.person == "01");
    d.key(Key::f2);
    CHECK_FALSE(d.click("people.add"));  // no name yet
    CHECK(d.click("people.name"));
    d.type(U"𠮷川😀");
    d.key(Key::enter);
    REQUIRE(d.last_effect<effect::AddPerson>());
    CHECK(d.last_effect<effect::AddPerson>()->name == "𠮷川😀");
    CHECK(d.text_of("rail.people") == "𠮷川😀");
    d.key(Key::f2);
    CHECK(d.click("people.name"));
    d.type(U"小川");
    CHECK(d.click("people.rename"));
    CHECK(d.text_of("rail.people") == "小川");
    d.key(Key::escape);
    CHECK_FALSE(d.find("people"));
    CHECK(d.state().page == Page::home);
}
