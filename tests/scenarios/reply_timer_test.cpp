#include "scenarios/reply_timer.hpp"

#include "scenarios/session.hpp"

#include "fixtures.hpp"

using namespace huashu::scenarios;
using namespace huashu::scenarios::testing;
using Event = ReplyTimer::Event;

TEST_CASE("reply time: the owner speaks up twice, then silence is told once") {
    ReplyTimer timer(40);
    CHECK(timer.advance(19'999, false) == Event::none);
    CHECK(timer.advance(1, false) == Event::speaks_up);
    CHECK(timer.advance(11'999, false) == Event::none);
    CHECK(timer.advance(1, false) == Event::speaks_up);
    CHECK(timer.times_spoken() == 2);
    CHECK(timer.advance(7'999, false) == Event::none);
    CHECK(timer.left_ms() == 1);
    CHECK(timer.advance(60'000, false) == Event::silence);
    CHECK(timer.left_ms() == 0);
    CHECK(timer.advance(60'000, false) == Event::none);
}

TEST_CASE("reply time: it stands still while an input method composes") {
    ReplyTimer timer(10);
    CHECK(timer.advance(1'000'000, true) == Event::none);
    CHECK(timer.left_ms() == 10'000);
    CHECK(timer.advance(-5, false) == Event::none);
    CHECK(timer.left_ms() == 10'000);
    CHECK(timer.advance(2'000'000'000, false) == Event::silence);
}

TEST_CASE("reply time: an owner who waits as long as it takes is never impatient") {
    ReplyTimer timer(std::nullopt);
    CHECK_FALSE(timer.runs());
    CHECK(timer.advance(2'000'000'000, false) == Event::none);
    CHECK(timer.left_ms() == 0);
}

TEST_CASE("reply time: a stage's own time comes before the persona's") {
    Session session = Session::start(load(folder + "/sound/pressed.json"), plain_engine(), 1);
    CHECK(session.seconds_for_reply() == 20);
    CHECK(session.nudge(0) != session.nudge(1));
    REQUIRE(session.take(Input::choose("a")).has_value());
    CHECK(session.stage_id() == "solve");
    CHECK(session.seconds_for_reply() == 45);
    REQUIRE(session.take(Input::choose("c")).has_value());
    CHECK_FALSE(session.seconds_for_reply().has_value());
    CHECK_FALSE(Session::start(small(), plain_engine(), 1).seconds_for_reply().has_value());
}

TEST_CASE("reply time: an owner who hears only so much cuts a long reply short") {
    Session session = Session::start(load(folder + "/sound/pressed.json"), plain_engine(), 1);
    std::string text = "非常抱歉，我理解您的擔心。";
    for (int i = 0; i < 5; ++i) text += "燈的事情說來話長，" + std::to_string(i);
    REQUIRE(session.take(Input::say(text)).has_value());
    CHECK(session.turns().back().owner.front().text == "（打斷）說重點！");
    CHECK(session.turns().back().changes.back().cause == "long");
}
