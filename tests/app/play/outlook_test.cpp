#include "play/outlook.hpp"

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
