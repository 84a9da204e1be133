#include "../driver.hpp"

using namespace huashu;
using namespace huashu::desktop;

TEST_CASE("settings: language, colours and text size change at once and are kept") {
    Driver d;
    d.start();
    CHECK(d.click("rail.settings"));
    CHECK(d.text_of("rail.home") == "練習");
    CHECK(d.click("settings.language.2"));
    CHECK(d.text_of("rail.home") == "Practice");
    CHECK(d.click("settings.language.1"));
    CHECK(d.text_of("rail.home") == "练习");
    CHECK(d.click("settings.theme.1"));
    CHECK(d.ui().theme->id == ThemeId::dark);
    CHECK(d.click("settings.text.larger"));
    CHECK(d.ui().scale.em(Type::body) == 20);
    REQUIRE(d.last_effect<effect::SaveSettings>());
    CHECK(d.last_effect<effect::SaveSettings>()->settings.text_per_cent == 110);
    d.key(Key::escape);
    CHECK(d.state().page == Page::home);
}

TEST_CASE("settings: in a Simplified interface content is shown in Simplified characters") {
    Driver d(app::Language::zh_hans);
    d.start();
    CHECK(d.text_of("home.card.leak") == "主卧又滴水了");
    Settings settings = d.state().settings;
    settings.content = ContentScript::traditional;
    d.wish(intent::ChangeSettings{settings});
    CHECK(d.text_of("home.card.leak") == "主臥又滴水了");
}

TEST_CASE("shell: zoom by keys, within its bounds") {
    Driver d;
    d.start();
    for (int i = 0; i < 15; ++i) d.key(Key::equal, {.ctrl = true});
    CHECK(d.state().settings.text_per_cent == 200);
    d.key(Key::digit0, {.ctrl = true});
    CHECK(d.state().settings.text_per_cent == 100);
    d.key(Key::minus, {.ctrl = true});
    CHECK(d.state().settings.text_per_cent == 90);
}

TEST_CASE("shell: F1 lists the keys, Escape closes the list and nothing else") {
    Driver d;
    d.start();
    d.wish(intent::StartTalk{"leak"});
    d.key(Key::f1);
    CHECK(d.shows("keys"));
    CHECK(d.ui().tags.overflows().empty());
    d.key(Key::escape);
    CHECK_FALSE(d.find("keys"));
    CHECK(d.state().page == Page::play);
    CHECK_FALSE(d.state().play.leaving);
}

TEST_CASE("shell: Ctrl+Q quits") {
    Driver d;
    d.start();
    d.key(Key::q, {.ctrl = true});
    CHECK(d.state().quitting);
}

TEST_CASE("shell: a report of success goes away by itself") {
    Driver d;
    d.start();
    d.wish(intent::Told{{.tone = Toast::Tone::good, .key = "desktop.toast.copied", .text = {}, .remedy = {}}});
    CHECK(d.shows("toast.0"));
    CHECK(d.ui().wakes_at() < d.now_s + 6);
    d.now_s += 6;
    d.tick(3);
    CHECK_FALSE(d.find("toast.0"));
    CHECK(d.ui().wakes_at() > 1e9);  // idle: nothing is drawn until somebody does something
}

TEST_CASE("shell: every button, card and tab of every screen can be reached with Tab") {
    Driver d;
    d.start();
    const auto all_reached = [&] {
        std::map<std::string, bool> wanted;
        for (const auto& [id, tag] : d.ui().tags.all())
            if (tag.enabled && (tag.kind == "button" || tag.kind == "card" || tag.kind == "tab" ||
                                tag.kind == "choice" || tag.kind == "editor" || tag.kind == "option"))
                wanted[id] = false;
        for (int i = 0; i < 80; ++i) {
            d.key(Key::tab);
            for (auto& [id, reached] : wanted) reached = reached || d.focused(id);
        }
        for (const auto& [id, reached] : wanted) {
            CAPTURE(id);
            CHECK(reached);
        }
    };
    all_reached();
    d.wish(intent::StartTalk{"leak"});
    all_reached();
    d.wish(intent::OpenAttempt{"a1"});
    all_reached();
    for (const Page page : {Page::settings, Page::progress, Page::history, Page::analysis}) {
        d.wish(intent::Go{page});
        all_reached();
    }
}

TEST_CASE("shell: before the rules are read home can be used, every other page says that they are coming") {
    Driver d;
    d.shell().expect_content();
    d.start();
    CHECK(d.shows("home.card.leak"));
    CHECK(d.click("home.card.gate"));
    CHECK(d.selected("home.card.gate"));
    d.key(Key::digit3, {.ctrl = true});
    CHECK(d.text_of("empty") == "正在準備規則和情境");
    d.key(Key::digit4, {.ctrl = true});
    CHECK(d.shows("settings.language.0"));
    d.key(Key::digit1, {.ctrl = true});
    CHECK(d.click("home.start"));
    d.wish(intent::ContentArrived{});
    CHECK(d.state().content == ContentState::there);
    CHECK_FALSE(d.state().talk_waits);
    CHECK(d.shows("play.editor"));
}

TEST_CASE("shell: rules that can't be used are told on the page, with the remedy") {
    Driver d;
    d.shell().expect_content();
    d.start();
    Diagnostic broken;
    broken.code = "no-pack";
    broken.text = "there is no pack.json";
    broken.remedy = "install the program again";
    d.wish(intent::ContentArrived{{broken}});
    CHECK(d.shows("content.trouble"));
    CHECK(d.text_of("content.trouble").find("install the program again") != std::string::npos);
    d.key(Key::comma, {.ctrl = true});
    CHECK(d.shows("settings.language.0"));
    d.key(Key::q, {.ctrl = true});
    CHECK(d.state().quitting);
}
