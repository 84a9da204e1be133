#include "scenarios/what_if.hpp"

#include "model/scenario_data.hpp"

#include "fixtures.hpp"

using namespace huashu;
using namespace huashu::scenarios;
using namespace huashu::scenarios::testing;

namespace {

SavedSession played(const Scenario& scenario, const std::vector<Input>& inputs) {
    Session session = Session::start(scenario, plain_engine(), 5);
    for (const Input& input : inputs) REQUIRE(session.take(input).has_value());
    return session.save();
}

WhatIf changed(const SavedSession& saved, std::size_t turn, const Input& input) {
    auto result = what_if(small(), plain_engine(), saved, turn, input);
    REQUIRE(result.has_value());
    return std::move(*result);
}

}  // namespace

TEST_CASE("what if: one better reply, the rest said again, and both talks side by side") {
    const SavedSession saved = played(small(), {Input::choose("c"), Input::choose("b"), Input::choose("c")});
    const WhatIf result = changed(saved, 0, Input::choose("a"));
    REQUIRE(result.turns.size() == 3);
    CHECK(result.turns[0].differs());
    CHECK(result.turns[0].before->stage == "receive");
    CHECK(result.turns[0].after->score > result.turns[0].before->score);
    CHECK(result.turns[1].before->stage == "receive");
    CHECK(result.turns[1].after->stage == "solve");
    CHECK(result.turns[1].replaced);  // there "b" is another sentence, of the same quality
    CHECK(result.said == small().data().stages[0].choices[0].card.text);
    CHECK_FALSE(result.answer.empty());
    CHECK(result.after.score > result.before.score);
    CHECK(result.after.ending->rank == Rank::best);
    CHECK(result.after.course.size() == result.before.course.size());
}

TEST_CASE("what if: the same reply changes nothing") {
    const SavedSession saved = played(small(), {Input::choose("b"), Input::choose("a"), Input::choose("c")});
    const WhatIf result = changed(saved, 1, Input::choose("a"));
    for (const TurnPair& pair : result.turns) CHECK_FALSE(pair.differs());
    CHECK(result.unsaid == 0);
    CHECK(result.kept == 1);
    CHECK(result.replaced == 0);
    CHECK(result.after.course == result.before.course);
    CHECK(result.after.score == result.before.score);
}

TEST_CASE("what if: a talk that ends earlier leaves replies unsaid") {
    const SavedSession saved = played(small(), {Input::choose("c"), Input::choose("b"), Input::choose("c")});
    const WhatIf result = changed(saved, 1, Input::say("你滾，這不歸我管。"));
    REQUIRE(result.after.ending.has_value());
    CHECK(result.after.course.size() == 3);
    CHECK(result.unsaid == 1);
    CHECK_FALSE(result.turns[2].after.has_value());
}

TEST_CASE("what if: a choice that is not offered any more is replaced by one of its quality") {
    // Said twice in one stage it is offered once: "c" is taken at turn 1, so at turn 2 it can't be said again.
    const SavedSession saved = played(small(), {Input::choose("b"), Input::choose("c"), Input::choose("b")});
    const WhatIf result = changed(saved, 0, Input::choose("c"));
    CHECK(result.turns[1].replaced);
    CHECK(result.turns[1].after->input.kind == Input::Kind::choice);
    CHECK(result.turns[1].after->input.value != "c");
}

TEST_CASE("what if: a letter that names another sentence where the changed talk stands is not said") {
    // "a" is the best of "receive" and a bad one of "solve".
    const SavedSession saved = played(small(), {Input::choose("b"), Input::choose("a")});
    const WhatIf result = changed(saved, 0, Input::choose("a"));
    CHECK(result.turns[1].after->stage == "solve");
    CHECK(result.turns[1].replaced);
    CHECK(result.turns[1].after->input == Input::choose("c"));
    CHECK(result.kept == 0);
    CHECK(result.replaced == 1);
}

TEST_CASE("what if: a turn or a choice that is not there is refused with words") {
    const SavedSession saved = played(small(), {Input::choose("a")});
    CHECK(what_if(small(), plain_engine(), saved, 1, Input::choose("a")).error().diagnostics.front().code ==
          "no-such-turn");
    CHECK(what_if(small(), plain_engine(), saved, 0, Input::choose("z")).error().diagnostics.front().code ==
          "choice-not-offered");
}

TEST_CASE("rescue: a talk of another version of the scenario is had as far as it still goes") {
    SavedSession saved = played(small(), {Input::choose("b"), Input::choose("a")});
    saved.inputs.push_back(Input::choose("gone"));
    saved.inputs.push_back(Input::choose("c"));
    CHECK_FALSE(Session::restore(small(), plain_engine(), saved).has_value());
    const auto rescued = rescue(small(), plain_engine(), saved);
    REQUIRE(rescued.has_value());
    CHECK(rescued->session.turns().size() == 2);
    CHECK(rescued->lost == 2);
    CHECK(rescued->why.starts_with("at turn 3 the stage \"solve\" does not offer"));
    saved.inputs.resize(2);
    CHECK(rescue(small(), plain_engine(), saved)->lost == 0);
    saved.scenario_id = "other";
    CHECK_FALSE(rescue(small(), plain_engine(), saved).has_value());
}
