// Nothing is cut off and nothing lies on top of something else, on every screen, in every language, at usual sizes.
#include "../driver.hpp"

using namespace huashu;
using namespace huashu::desktop;

namespace {

bool reacts(const Tag& tag) {
    return tag.enabled && tag.visible() &&
           (tag.kind == "button" || tag.kind == "card" || tag.kind == "choice" || tag.kind == "editor" ||
            tag.kind == "option" || tag.kind == "filter" || tag.kind == "tab");
}

bool overlap(const Box& a, const Box& b) {
    constexpr float touch = 1;
    return a.x0 + touch < b.x1 && b.x0 + touch < a.x1 && a.y0 + touch < b.y1 && b.y0 + touch < a.y1;
}

bool holds(const Box& outer, const Box& inner) {
    return inner.x0 >= outer.x0 && inner.y0 >= outer.y0 && inner.x1 <= outer.x1 && inner.y1 <= outer.y1;
}

void check_screen(Driver& d, const std::string& screen) {
    CAPTURE(screen);
    for (const Overflow& cut : d.ui().tags.overflows()) {
        CAPTURE(cut.text);
        CAPTURE(cut.needed);
        CAPTURE(cut.room);
        CHECK_MESSAGE(false, "a text does not fit");
    }
    std::vector<std::pair<std::string, Tag>> things;
    for (const auto& [id, tag] : d.ui().tags.all())
        if (reacts(tag)) things.emplace_back(id, tag);
    for (std::size_t i = 0; i < things.size(); ++i)
        for (std::size_t k = i + 1; k < things.size(); ++k) {
            const Box a = things[i].second.seen();
            const Box b = things[k].second.seen();
            if (holds(a, b) || holds(b, a)) continue;  // a button on a card
            CAPTURE(things[i].first);
            CAPTURE(things[k].first);
            CHECK_FALSE(overlap(a, b));
        }
}

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
