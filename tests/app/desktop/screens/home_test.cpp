#include <imgui.h>

#include "../driver.hpp"

using namespace huashu;
using namespace huashu::desktop;

TEST_CASE("home: a click on a card selects it, the button begins it") {
    Driver d;
    d.start();
    REQUIRE(d.shows("home.card.gate"));
    CHECK(d.selected("home.card.leak"));
    CHECK(d.click("home.card.gate"));
    CHECK(d.selected("home.card.gate"));
    CHECK(d.click("home.start"));
    REQUIRE(d.last_effect<effect::Start>());
    CHECK(d.last_effect<effect::Start>()->scenario_id == "gate");
    CHECK(d.state().page == Page::play);
}

TEST_CASE("home: Enter begins the selected scenario when nothing has the focus") {
    Driver d;
    d.start();
    d.key(Key::enter);
    REQUIRE(d.last_effect<effect::Start>());
    CHECK(d.last_effect<effect::Start>()->scenario_id == "leak");
}

TEST_CASE("home: the whole list can be walked and chosen from by keyboard") {
    Driver d;
    d.start();
    for (int i = 0; i < 40 && !d.focused("home.card.camera"); ++i) d.key(Key::tab);
    CHECK(d.focused("home.card.camera"));
    CHECK(d.shows("home.card.camera"));  // it was below the edge: the list scrolled
    d.key(Key::enter);
    CHECK(d.state().home.selected == "camera");
    d.key(Key::tab, {.shift = true});
    CHECK(d.focused("home.card.fees"));
}

TEST_CASE("home: filters show fewer cards, and none leads to a way back") {
    Driver d;
    d.start();
    CHECK(d.click("home.filter.safety"));
    CHECK(d.selected("home.filter.safety"));
    CHECK_FALSE(d.find("home.card.gate"));
    CHECK(d.shows("home.card.camera"));
    Filters none;
    none.search = "沒有這樣的";
    d.wish(intent::SetFilters{none});
    CHECK(d.shows("empty"));
    CHECK(d.click("home.filter.reset"));
    CHECK(d.shows("home.card.gate"));
}

TEST_CASE("home: an interrupted attempt is offered, goes on, or goes away") {
    Driver d;
    d.start();
    CHECK(d.shows("home.resume"));
    CHECK(d.click("home.resume"));
    REQUIRE(d.last_effect<effect::Resume>());
    CHECK(d.last_effect<effect::Resume>()->attempt_id == "a3");
    CHECK(d.state().play.talk->turns.size() == 1);
    Driver other;
    other.start();
    other.backstage.resumable = false;
    CHECK(other.click("home.resume.drop"));
    CHECK_FALSE(other.find("home.resume"));
    CHECK_FALSE(other.last_effect<effect::Drop>());  // it can be taken back for a while
    CHECK(other.click("toast.0.undo"));
    CHECK(other.shows("home.resume"));
    CHECK(other.click("home.resume.drop"));
    other.now_s += 6;
    other.tick(3);
    REQUIRE(other.last_effect<effect::Drop>());
    CHECK(other.last_effect<effect::Drop>()->attempt_id == "a3");
    CHECK_FALSE(other.find("home.resume"));
}

TEST_CASE("home: without any scenario it says what to do") {
    Driver d;
    d.backstage.empty_home = true;
    d.start();
    CHECK(d.shows("empty"));
    CHECK_FALSE(d.find("home.start"));
    d.key(Key::enter);
    CHECK(d.state().page == Page::home);
}

TEST_CASE("home: a failure is shown in words with its remedy, and stays until it is dismissed") {
    Driver d;
    d.start();
    d.backstage.fails = true;
    d.key(Key::enter);
    CHECK(d.state().page == Page::home);
    CHECK(d.text_of("toast.0") == "磁碟已滿，剛才這一步沒有存下來。");
    d.now_s += 60;
    d.tick(3);
    CHECK(d.shows("toast.0"));
    CHECK(d.click("toast.0.close"));
    CHECK_FALSE(d.find("toast.0"));
}

TEST_CASE(
    "home: typing into the search narrows the list in either script, and clearing the filters empties the field") {
    Driver d;
    d.start();
    d.key(Key::f, {.ctrl = true});
    CHECK(d.focused("home.search"));
    d.type(U"电梯");
    CHECK(d.state().home.filters.search == "电梯");
    CHECK_FALSE(d.find("home.card.leak"));
    d.type(U"沒有這樣的");
    CHECK(d.shows("empty"));
    CHECK(d.click("home.filter.reset"));
    CHECK(d.state().home.filters.search.empty());
    CHECK(d.shows("home.card.leak"));
    d.key(Key::f, {.ctrl = true});
    d.type(U"十一");
    CHECK(d.state().home.filters.search == "十一");  // the field was empty again
    CHECK(d.find("home.card.lift"));
}

TEST_CASE("home: channel and level are filters too") {
    Driver d;
    d.start();
    CHECK_FALSE(d.find("home.filter.chat"));
    CHECK(d.click("home.filter.more"));
    CHECK(d.click("home.filter.chat"));
    CHECK(d.find("home.card.gate"));
    CHECK_FALSE(d.find("home.card.leak"));
    CHECK(d.click("home.filter.level.5"));
    CHECK(d.shows("empty"));
    d.wish(intent::SetFilters{});
    CHECK(d.find("home.card.leak"));
}

TEST_CASE("home: with nothing to go on with it says what is next and why") {
    Driver d;
    d.backstage.resumable = false;
    d.start();
    CHECK(d.shows("home.next"));
    CHECK(d.click("home.next"));
    CHECK(d.last_effect<effect::Start>()->scenario_id == "leak");  // not passed yet
}

TEST_CASE("home: a card that is scrolled away is there for the keyboard and costs no drawing") {
    Driver d(app::Language::zh_hant, 1280, 420);
    d.start();
    REQUIRE(d.find("home.card.camera"));
    CHECK_FALSE(d.shows("home.card.camera"));
    const int low = ImGui::GetDrawData()->TotalVtxCount;
    d.resize(1280, 1400);
    CHECK(d.shows("home.card.camera"));
    CHECK(low < ImGui::GetDrawData()->TotalVtxCount * 3 / 4);
}
