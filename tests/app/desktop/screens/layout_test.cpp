// Nothing is cut off and nothing lies on top of something else, on every screen, in every language, at usual sizes.
#include "../driver.hpp"
#include "../layout_checks.hpp"

using namespace huashu;
using namespace huashu::desktop;

namespace {

void walk(Driver& d) {
    d.start();
    check_screen(d, "home");
    d.wish(intent::StartTalk{"leak"});
    check_screen(d, "play, opening");
    d.wish(intent::Choose{"a"});
    d.wish(intent::Choose{"a"});
    d.wish(intent::Hint{});
    check_screen(d, "play, two turns");
    d.wish(intent::LeaveTalk{});
    check_screen(d, "leaving");
    d.wish(intent::StayInTalk{});
    d.wish(intent::Choose{"a"});
    check_screen(d, "ending");
    d.wish(intent::ShowDebrief{});
    check_screen(d, "debrief");
    d.wish(intent::SelectTurn{0});
    check_screen(d, "replies");
    d.wish(intent::SelectTab{DebriefTab::ledger});
    check_screen(d, "ledger");
    d.wish(intent::Go{Page::progress});
    check_screen(d, "progress");
    d.wish(intent::Go{Page::history});
    check_screen(d, "history");
    d.wish(intent::Go{Page::settings});
    check_screen(d, "settings");
    d.wish(intent::ToggleShortcuts{});
    check_screen(d, "keys");
}

}  // namespace

TEST_CASE("layout: nothing is cut and nothing overlaps at 1280×800 and 1920×1080 in three languages") {
    for (const app::Language language : app::all_languages)
        for (const auto& [width, height] : {std::pair{1280, 800}, std::pair{1920, 1080}}) {
            CAPTURE(name_of(language));
            CAPTURE(width);
            Driver d(language, width, height);
            walk(d);
        }
}

TEST_CASE("layout: everything is still there in a small window and with large text") {
    struct Case {
        int width, height, per_cent;
    };
    for (const Case c : {Case{640, 480, 100}, Case{1280, 800, 175}, Case{1920, 1080, 200}, Case{1280, 800, 80}}) {
        CAPTURE(c.width);
        CAPTURE(c.per_cent);
        Driver d(app::Language::zh_hant, c.width, c.height);
        d.start();
        Settings settings = d.state().settings;
        settings.text_per_cent = c.per_cent;
        d.wish(intent::ChangeSettings{settings});
        CHECK(d.find("home.card.leak"));
        d.wish(intent::StartTalk{"leak"});
        CHECK(d.shows("play.editor"));
        CHECK(d.find("play.choice.a"));
        CHECK(d.shows("play.send"));
        CHECK(d.find("play.anger"));
        d.wish(intent::Choose{"a"});
        CHECK(d.find("play.turn.0"));
        d.wish(intent::OpenAttempt{"a1"});
        d.wish(intent::SelectTurn{0});
        CHECK(d.find("debrief.finding.0"));
        d.wish(intent::Go{Page::settings});
        CHECK(d.find("settings.language.0"));
    }
}

TEST_CASE("layout: the rail has room for all its entries, or scrolls and says so") {
    struct Case {
        int width, height, per_cent;
        bool scrolls;
    };
    constexpr const char* entries[] = {"rail.home",     "rail.exams", "rail.progress", "rail.history",
                                       "rail.analysis", "rail.keys",  "rail.people",   "rail.settings"};
    for (const Case c : {Case{1280, 800, 100, false}, Case{1280, 800, 175, false}, Case{640, 480, 100, false},
                         Case{640, 480, 175, true}, Case{480, 360, 100, true}}) {
        CAPTURE(c.width);
        CAPTURE(c.per_cent);
        Driver d(app::Language::zh_hant, c.width, c.height);
        d.start();
        Settings settings = d.state().settings;
        settings.text_per_cent = c.per_cent;
        d.wish(intent::ChangeSettings{settings});
        CHECK(d.shows("rail.more.below") == c.scrolls);
        float end = 0;
        for (const char* id : entries) {
            CAPTURE(id);
            REQUIRE(d.find(id));
            const Box box = d.find(id)->box;
            CHECK(box.y0 >= end - 0.5f);
            CHECK(box.h() >= static_cast<float>(d.ui().scale.em(Type::caption)) + d.ui().wide(24));
            end = box.y1;
            if (!c.scrolls) CHECK(box.y1 <= static_cast<float>(c.height) + 0.5f);
        }
        for (int i = 0; i < 40 && !d.focused("rail.settings"); ++i) d.key(Key::tab, {.shift = true});
        CHECK(d.shows("rail.settings"));
        CHECK(d.click("rail.settings"));
        CHECK(d.state().page == Page::settings);
    }
}
