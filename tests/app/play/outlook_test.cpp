#include "play/what_if.hpp"

#include <doctest/doctest.h>

#include "app/small_library.hpp"

using namespace huashu;
using namespace huashu::app;
using scenarios::Input;
using scenarios::Session;

namespace {

const scenarios::Scenario& first_talk() { return *small_library().find("drip"); }
const scoring::Engine& first_engine() { return *small_library().engine; }

Session played(const std::vector<Input>& inputs) {
    Session talk = Session::start(first_talk(), first_engine(), 7);
    for (const Input& input : inputs) REQUIRE(talk.take(input).has_value());
    return talk;
}

}  // namespace

TEST_CASE("what if: the same words give the same talk") {
    const Session talk = played({Input::choose("b"), Input::choose("a")});
    const auto other = say_instead(first_talk(), first_engine(), talk.save(), 0, Input::choose("b"));
    REQUIRE(other.has_value());
    CHECK(other->score == talk.scorecard().score);
    CHECK(other->kept == 1);
    CHECK(other->replaced == 0);
    CHECK(other->course.size() == 3);
    REQUIRE(other->ending.has_value());
    CHECK(other->ending->id == "settled");
}

TEST_CASE("what if: a worse reply lowers the score and a better one raises it, and nothing is changed") {
    const Session good = played({Input::choose("b"), Input::choose("a")});
    const auto worse = say_instead(first_talk(), first_engine(), good.save(), 0, Input::say("這不歸我管。"));
    REQUIRE(worse.has_value());
    CHECK(worse->score < good.scorecard().score);
    CHECK(worse->said == "這不歸我管。");
    CHECK_FALSE(worse->answer.empty());
    const Session bad = played({Input::say("這不歸我管。"), Input::choose("b"), Input::choose("a")});
    const auto better = say_instead(first_talk(), first_engine(), bad.save(), 0, Input::choose("b"));
    REQUIRE(better.has_value());
    CHECK(better->score > bad.scorecard().score);
    CHECK(bad.turns().size() == 3);
}

TEST_CASE("what if: replies that the changed talk asks for no longer are left out, and it still ends") {
    // With the better first reply the first stage needs one reply less.
    const Session talk = played({Input::choose("a"), Input::choose("b"), Input::choose("a")});
    const auto other = say_instead(first_talk(), first_engine(), talk.save(), 0, Input::choose("b"));
    REQUIRE(other.has_value());
    CHECK(other->kept + other->replaced < 3);
    REQUIRE(other->ending.has_value());
    CHECK(other->ending->id == "settled");
}

TEST_CASE("what if: a turn that was not played is refused") {
    const Session talk = played({Input::choose("b")});
    for (const int turn : {-1, 1, 99}) {
        CAPTURE(turn);
        const auto other = say_instead(first_talk(), first_engine(), talk.save(), turn, Input::choose("a"));
        REQUIRE_FALSE(other.has_value());
        CHECK(other.error().diagnostics.front().code == "no-such-turn");
    }
}

TEST_CASE("outlook: what is within reach never rises, ends at what was reached or better, and knows what was offered") {
    const Session talk = played({Input::say("這不歸我管。"), Input::choose("b"), Input::choose("a")});
    const auto outlook = make_outlook(first_talk(), first_engine(), talk.save(), 80);
    REQUIRE(outlook.has_value());
    REQUIRE(outlook->reachable.size() == 4);
    CHECK(std::is_sorted(outlook->reachable.rbegin(), outlook->reachable.rend()));
    CHECK(outlook->reachable.back() == talk.scorecard().score);
    REQUIRE(outlook->offered.size() == 3);
    CHECK(outlook->offered[0].size() == 3);
}

TEST_CASE("outlook: the point of no return is the reply after which no pass was possible") {
    const Session thrown_out = played({Input::choose("b"), Input::say("你滾出去！")});
    REQUIRE(thrown_out.ending().has_value());
    const auto lost = make_outlook(first_talk(), first_engine(), thrown_out.save(), 60);
    REQUIRE(lost.has_value());
    CHECK(lost->no_return == 1);
    CHECK(lost->reachable[2] < 60);
    const Session passed = played({Input::choose("b"), Input::choose("a")});
    const auto kept = make_outlook(first_talk(), first_engine(), passed.save(), 60);
    REQUIRE(kept.has_value());
    CHECK_FALSE(kept->no_return.has_value());
}
