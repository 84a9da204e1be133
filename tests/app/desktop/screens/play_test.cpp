#include "../driver.hpp"

using namespace huashu;
using namespace huashu::desktop;

namespace {

void begin(Driver& d) {
    d.start();
    d.wish(intent::StartTalk{"leak"});
    REQUIRE(d.state().page == Page::play);
}

const scenarios::Input* last_answer(const Driver& d) {
    const auto* answer = d.last_effect<effect::Answer>();
    return answer != nullptr ? &answer->input : nullptr;
}

}  // namespace

TEST_CASE("play: a click on a reply and its number key say it") {
    Driver d;
    begin(d);
    CHECK(d.click("play.choice.b"));
    REQUIRE(last_answer(d));
    CHECK(*last_answer(d) == scenarios::Input::choose("b"));
    d.key(Key::digit3);
    CHECK(*last_answer(d) == scenarios::Input::choose("c"));
}

TEST_CASE("play: digits are typed, not chosen, while one writes; with Alt they choose") {
    Driver d;
    begin(d);
    d.key(Key::e, {.ctrl = true});
    CHECK(d.focused("play.editor"));
    d.input.push(KeyEvent{Key::digit3, KeyEvent::Kind::press, {}});
    d.type(U"3點前");
    CHECK_FALSE(last_answer(d));
    d.key(Key::digit2, {.alt = true});
    REQUIRE(last_answer(d));
    CHECK(*last_answer(d) == scenarios::Input::choose("b"));
}

TEST_CASE("play: Enter sends, Shift+Enter breaks the line, blanks are not sent") {
    Driver d;
    begin(d);
    CHECK(d.click("play.editor"));
    d.key(Key::enter);
    CHECK_FALSE(last_answer(d));
    d.type(U"您好，");
    d.key(Key::enter, {.shift = true});
    d.type(U"我是小林。𠮷");
    CHECK_FALSE(last_answer(d));
    d.key(Key::enter);
    REQUIRE(last_answer(d));
    CHECK(*last_answer(d) == scenarios::Input::say("您好，\n我是小林。𠮷"));
    d.key(Key::enter);  // the editor is empty again
    CHECK(d.state().play.talk->turns.size() == 1);
}

TEST_CASE("play: the button sends what was written") {
    Driver d;
    begin(d);
    CHECK_FALSE(d.click("play.send"));  // nothing to send yet
    CHECK(d.click("play.editor"));
    d.type(U"您好");
    CHECK(d.click("play.send"));
    REQUIRE(last_answer(d));
    CHECK(*last_answer(d) == scenarios::Input::say("您好"));
}

TEST_CASE("play: copy, cut and paste go through the clipboard, beyond the BMP too") {
    Driver d;
    begin(d);
    CHECK(d.click("play.editor"));
    d.type(U"漏水𠮷");
    d.key(Key::a, {.ctrl = true});
    d.key(Key::c, {.ctrl = true});
    CHECK(d.clip == "漏水𠮷");
    d.key(Key::x, {.ctrl = true});
    d.clip = "😀您好\r\n";
    d.key(Key::v, {.ctrl = true});
    d.key(Key::v, {.ctrl = true});
    d.key(Key::z, {.ctrl = true});
    d.key(Key::enter);
    REQUIRE(last_answer(d));
    CHECK(last_answer(d)->value == "😀您好\n");
}

TEST_CASE("play: the coach judges each change within the same frame and shows what it found") {
    Driver d;
    begin(d);
    CHECK(d.click("play.editor"));
    d.input.push(TextEvent{U'盡'});
    d.tick();
    d.input.push(TextEvent{U'快'});
    d.tick();
    REQUIRE(d.last_effect<effect::JudgeDraft>());
    CHECK(d.last_effect<effect::JudgeDraft>()->text == "盡快");
    CHECK(d.state().play.draft_judgement.findings.size() == 1);
    d.tick();
    CHECK(d.shows("play.coach"));
}

TEST_CASE("play: the coach can be switched off and says so") {
    Driver d;
    begin(d);
    CHECK(d.selected("play.coach.switch"));
    d.key(Key::k, {.ctrl = true});
    CHECK_FALSE(d.selected("play.coach.switch"));
    CHECK(d.click("play.editor"));
    d.type(U"盡快");
    CHECK_FALSE(d.find("play.coach"));
    CHECK(d.click("play.coach.switch"));
    d.tick(2);
    CHECK(d.shows("play.coach"));
}

TEST_CASE("play: in a low window the coach takes the room of the choices while one writes, and gives it back") {
    Driver d(app::Language::zh_hant, 900, 560);
    begin(d);
    CHECK(d.shows("play.choice.a"));
    CHECK(d.click("play.editor"));
    d.type(U"盡快");
    CHECK(d.shows("play.coach"));
    CHECK_FALSE(d.find("play.choice.a"));
    d.key(Key::digit2, {.alt = true});  // still there by its key
    REQUIRE(last_answer(d));
    CHECK(*last_answer(d) == scenarios::Input::choose("b"));
    CHECK(d.find("play.choice.a"));
}

TEST_CASE("play: the step one is in keeps its name however narrow the window is") {
    for (const int width : {1920, 1280, 900, 640}) {
        CAPTURE(width);
        Driver d(app::Language::en, width, 700);
        begin(d);
        bool cut = false;
        for (const Overflow& o : d.ui().tags.overflows()) cut = cut || o.text == "Receive";
        CHECK_FALSE(cut);
        CHECK(d.find("play.step.1")->kind == "now");
        CHECK(d.find("play.step.1")->box.w() > d.find("play.step.2")->box.w() - 1);
    }
}

TEST_CASE("play: hints come one by one, each asked for and charged") {
    Driver d;
    begin(d);
    CHECK_FALSE(d.find("play.hint.shown"));
    CHECK(d.click("play.hint"));
    CHECK(d.find("play.hint.shown"));
    d.key(Key::h, {.ctrl = true});
    d.key(Key::h, {.ctrl = true});
    CHECK(d.state().play.hint == 3);
    CHECK(app::hint_points(d.state().play.talk->hints) == 7);
    CHECK(d.last_effect<effect::TakeHint>()->rung == 3);
    CHECK_FALSE(d.find("play.hint"));
}

TEST_CASE("play: a turn shows the owner's new mood, the facts he told and the reply") {
    Driver d;
    begin(d);
    CHECK(d.text_of("play.anger") == "70");
    CHECK(d.find("play.fact.0")->kind == "unknown");
    d.key(Key::digit1);
    CHECK(d.text_of("play.anger") == "86");
    d.key(Key::digit1);
    CHECK(d.text_of("play.anger") == "61");
    CHECK(d.find("play.fact.0")->kind == "fact");
    CHECK(d.find("play.step.2")->kind == "done");
    CHECK(d.find("play.turn.1"));
}

TEST_CASE("play: Escape asks before leaving, and the page below does not react meanwhile") {
    Driver d;
    begin(d);
    d.key(Key::digit1);
    d.key(Key::escape);
    CHECK(d.shows("leave"));
    CHECK_FALSE(d.click("play.choice.a"));
    d.key(Key::digit2);
    CHECK(d.state().play.talk->turns.size() == 1);
    CHECK(d.focused("leave.stay"));
    d.key(Key::enter);
    CHECK_FALSE(d.find("leave"));
    CHECK(d.state().page == Page::play);
    d.key(Key::escape);
    CHECK(d.click("leave.go"));
    CHECK(d.state().page == Page::home);
}

TEST_CASE("play: when it is over Enter leads to the debrief") {
    Driver d;
    begin(d);
    for (int i = 0; i < 3; ++i) d.key(Key::digit1);
    CHECK(d.find("play.ending"));
    CHECK_FALSE(d.find("play.editor"));
    d.key(Key::enter);
    CHECK(d.state().page == Page::debrief);
}

TEST_CASE("play: a reply that could not be kept stays in the editor") {
    Driver d;
    begin(d);
    CHECK(d.click("play.editor"));
    d.type(U"您好");
    d.backstage.fails = true;
    d.key(Key::enter);
    CHECK(d.shows("toast.0"));
    d.backstage.fails = false;
    d.key(Key::enter);
    REQUIRE(last_answer(d));
    CHECK(last_answer(d)->value == "您好");
    CHECK(d.state().play.talk->turns.size() == 1);
}

TEST_CASE("play: a pasted megabyte is cut, told, and does not stall the frame") {
    Driver d;
    begin(d);
    CHECK(d.click("play.editor"));
    for (int i = 0; i < 350'000; ++i) d.clip += "水";
    d.key(Key::v, {.ctrl = true});
    CHECK(d.shows("toast.0"));
    d.key(Key::enter);
    REQUIRE(last_answer(d));
    CHECK(last_answer(d)->value.size() == 4000 * 3);
}

TEST_CASE("play: the wheel and the page keys move the transcript") {
    Driver d;
    begin(d);
    d.resize(1280, 500);
    for (int i = 0; i < 2; ++i) d.key(Key::digit1);
    const float bottom = d.find("play.turn.1")->box.y0;
    d.key(Key::page_up);
    CHECK(d.find("play.turn.1")->box.y0 > bottom);
}

TEST_CASE("play: where the owner does not wait for ever a clock runs, he speaks up, and silence becomes a turn") {
    Driver d;
    d.backstage.timed = true;  // a minute
    begin(d);
    d.tick();
    CHECK(d.text_of("play.timer") == "1:00");
    const auto wait = [&](int seconds) {
        for (int i = 0; i < seconds; ++i) {
            d.now_s += 1;
            d.tick();
        }
    };
    wait(20);
    CHECK(d.text_of("play.timer") < "0:42");
    CHECK_FALSE(d.last_effect<effect::Nudge>());
    wait(12);
    REQUIRE(d.last_effect<effect::Nudge>());
    CHECK(d.state().play.nudges.size() == 1);
    d.key(Key::f1);  // while he reads the keys nobody hurries him
    wait(100);
    CHECK_FALSE(last_answer(d));
    d.key(Key::escape);
    wait(32);
    REQUIRE(last_answer(d));
    CHECK(*last_answer(d) == scenarios::Input::stay_silent());
    CHECK(d.state().play.nudges.empty());
    CHECK(d.text_of("play.timer") > "0:50");  // the next reply has its own minute
}

TEST_CASE("play: time stands still while an input method composes, and can be switched off") {
    Driver d;
    d.backstage.timed = true;
    begin(d);
    FrameInput composing;
    composing.composing = true;
    for (int i = 0; i < 100; ++i) {
        d.now_s += 1;
        (void)d.shell().frame({1280, 800, 1.0f}, composing, d.now_s);
    }
    CHECK(d.text_of("play.timer") > "0:57");
    Settings settings = d.state().settings;
    settings.timed = false;
    d.wish(intent::ChangeSettings{settings});
    d.wish(intent::StartTalk{"leak"});
    d.tick();
    CHECK_FALSE(d.find("play.timer"));
}

TEST_CASE("play: what the coach finds is known in the frame of the key, and drawn in the next") {
    Driver d;
    d.start();
    d.wish(intent::StartTalk{"leak"});
    d.key(Key::e, {.ctrl = true});
    d.input.push(TextEvent{U'盡'});
    d.tick();
    d.input.push(TextEvent{U'快'});
    d.tick();
    CHECK(d.state().play.draft == "盡快");
    CHECK(d.state().play.draft_judgement.findings.size() == 1);
}
