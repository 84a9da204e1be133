#include "scenarios/session.hpp"

#include <memory>

#include "model/scenario_data.hpp"

#include "fixtures.hpp"
#include "golden.hpp"

using namespace huashu;
using namespace huashu::scenarios;
using namespace huashu::scenarios::testing;

namespace {

using Why = OwnerLine::Why;

Session begin(std::uint64_t seed = 1) { return Session::start(small(), plain_engine(), seed); }

Turn choose(Session& session, const std::string& id) {
    auto turn = session.answer(Input::choose(id));
    REQUIRE(turn.has_value());
    return *turn;
}

Turn say(Session& session, const std::string& text) {
    auto turn = session.answer(Input::say(text));
    REQUIRE(turn.has_value());
    return *turn;
}

bool heard(const Turn& turn, Why why, const std::string& from) {
    for (const OwnerLine& line : turn.owner)
        if (line.why == why && line.from == from) return true;
    return false;
}

int change_of(const Turn& turn, const std::string& cause) {
    int anger = 0;
    for (const MoodChange& change : turn.changes)
        if (change.cause == cause) anger += change.anger;
    return anger;
}

bool has_cause(const Turn& turn, const std::string& cause) {
    for (const MoodChange& change : turn.changes)
        if (change.cause == cause) return true;
    return false;
}

}  // namespace

TEST_CASE("session: it opens with the owner's words and waits for a reply") {
    const Session session = begin();
    CHECK(session.waits_for() == Session::Waits::reply);
    REQUIRE(session.opening().size() == 1);
    CHECK(session.opening()[0].why == Why::enter);
    CHECK(session.opening()[0].from == "receive");
    CHECK(session.last_owner_line() == session.opening()[0].text);
    CHECK(session.choices().size() == 3);
    CHECK(session.stage_id() == "receive");
    CHECK(session.step() == scoring::Step::one);
    CHECK(session.mood() == Mood{50, 40, 50});
    CHECK_FALSE(session.ending().has_value());
}

TEST_CASE("session: good replies meet the goals and end well") {
    Session session = begin();
    const Turn first = choose(session, "a");
    CHECK(first.quality == Quality::best);
    CHECK(heard(first, Why::answer, "a"));
    CHECK(heard(first, Why::enter, "solve"));
    CHECK(first.after.anger == 50 - 8 - 8);
    const Turn second = choose(session, "c");
    CHECK(second.told == std::vector<std::string>{"where"});
    CHECK(session.waits_for() == Session::Waits::nothing);
    REQUIRE(session.ending().has_value());
    CHECK(session.ending()->id == "settled");
    CHECK(heard(second, Why::ending, "settled"));
    CHECK(session.choices().empty());
    CHECK(session.nudge().empty());
}

TEST_CASE("session: what is said comes in the order in which it is heard") {
    Session session = begin();
    (void)choose(session, "a");
    const Turn turn = choose(session, "c");
    std::vector<Why> order;
    for (const OwnerLine& line : turn.owner) order.push_back(line.why);
    CHECK(order == std::vector<Why>{Why::reaction, Why::fact, Why::event, Why::ending});
}

TEST_CASE("session: an act done again in a stage counts half, then nothing; in a new stage in full") {
    Session session = begin();
    CHECK(change_of(say(session, "抱歉。"), "apologize") == -8);
    const Turn second = say(session, "真的抱歉。");
    CHECK(change_of(second, "apologize") == -4);
    CHECK(heard(second, Why::stuck, "receive"));
    CHECK(session.stage_id() == "solve");
    CHECK(change_of(say(session, "很抱歉。"), "apologize") == -8);
}

TEST_CASE("session: what one reply adds up to is bounded, and every change is written down") {
    Session session = begin();
    const Turn turn = say(session, "你滾，這不歸我管。");
    CHECK(change_of(turn, "abuse") == 40);
    CHECK(change_of(turn, "deflect") == 14);
    CHECK(change_of(turn, "bound") == -24);
    CHECK(change_of(turn, "reaction abused") == 2);
    CHECK(turn.after.anger == 82);
}

TEST_CASE("session: the mood never leaves its range, and the ledger says what was cut") {
    Session session = begin();
    (void)say(session, "你滾，這不歸我管。");
    const Turn turn = say(session, "你滾啊。");
    CHECK(turn.after.anger == 100);
    CHECK(has_cause(turn, "range"));
    int anger = turn.before.anger;
    for (const MoodChange& change : turn.changes) anger += change.anger;
    CHECK(anger == turn.after.anger);
}

TEST_CASE("session: a fact is told when it is asked for, at most two a turn, and not to the rude") {
    Session session = begin();
    CHECK(say(session, "這不歸我管，幾天了？").told.empty());
    const Turn turn = say(session, "抱歉，幾天了，哪一層，有沒有摔著人？");
    CHECK(turn.told == std::vector<std::string>{"since", "where"});
    CHECK(session.facts()[0].told);
    CHECK_FALSE(session.facts()[2].told);
    CHECK(session.facts()[0].note == "三天");
}

TEST_CASE("session: the more specific reaction speaks first") {
    Session session = begin();
    const Turn turn = say(session, "抱歉，是燈泡壞了嗎？");
    CHECK(heard(turn, Why::reaction, "lamp"));
    CHECK(turn.told == std::vector<std::string>{"where"});
    SUBCASE("one that speaks once is not heard twice") {
        CHECK_FALSE(heard(say(session, "抱歉，真是燈泡嗎？"), Why::reaction, "lamp"));
    }
}

TEST_CASE("session: empty, off topic, repeated, copied and silent are each recognised") {
    Session session = begin();
    CHECK(has_cause(say(session, " 。…！ "), "empty"));
    Session other = begin();
    CHECK(has_cause(say(other, "今天天氣很好"), "off_topic"));
    CHECK(has_cause(say(other, "今天，天氣很好！"), "repeat"));
    Session third = begin();
    while (third.opening()[0].text != "樓道燈壞了，你們管不管？") third = begin(third.save().seed + 1);
    CHECK(has_cause(say(third, "樓道燈壞了，你們管不管。"), "copied"));
    Session fourth = begin();
    const auto silence = fourth.answer(Input::stay_silent());
    REQUIRE(silence.has_value());
    CHECK(has_cause(*silence, "silent"));
    CHECK(heard(*silence, Why::reaction, "odd-input"));
}

TEST_CASE("session: a reply that takes up a few of the owner's words is no copy") {
    Session session = begin();
    CHECK_FALSE(has_cause(say(session, "樓道燈壞了，我安排電工來看，請問是幾樓？"), "copied"));
}

TEST_CASE("session: running out of turns is stuck, costs patience and goes on") {
    Session session = begin();
    (void)say(session, "您好。");
    const Turn turn = say(session, "請說。");
    CHECK(heard(turn, Why::stuck, "receive"));
    CHECK(has_cause(turn, "stuck"));
    CHECK(session.stage_id() == "solve");
}

TEST_CASE("session: where the talk goes next depends on the mood") {
    Session session = begin();
    (void)choose(session, "c");
    (void)say(session, "這也不歸我管。");
    CHECK(session.stage_id() == "calm");
}

TEST_CASE("session: lines with a condition go first") {
    Session session = begin();
    (void)choose(session, "c");
    const Turn turn = choose(session, "a");
    CHECK(session.last_owner_line().find("你剛才推") != std::string::npos);
    CHECK(heard(turn, Why::enter, "solve"));
}

TEST_CASE("session: an event happens once") {
    Session session = begin();
    CHECK_FALSE(heard(choose(session, "b"), Why::event, "neighbour"));
    CHECK(heard(choose(session, "a"), Why::event, "neighbour"));
    CHECK_FALSE(heard(choose(session, "b"), Why::event, "neighbour"));
}

TEST_CASE("session: a choice that was said is not offered again") {
    Session session = begin();
    (void)choose(session, "b");
    CHECK(session.choices().size() == 2);
    const auto again = session.answer(Input::choose("b"));
    REQUIRE_FALSE(again.has_value());
    CHECK(again.error().cause == Error::Cause::usage);
    CHECK(again.error().diagnostics.front().code == "choice-not-offered");
    CHECK(again.error().diagnostics.front().remedy == "offered: a, c");
    CHECK(session.turns().size() == 1);
}

TEST_CASE("session: once over it takes nothing more") {
    Session session = begin();
    (void)choose(session, "a");
    (void)choose(session, "c");
    const auto more = session.answer(Input::say("再見"));
    REQUIRE_FALSE(more.has_value());
    CHECK(more.error().diagnostics.front().code == "talk-over");
}

TEST_CASE("session: an ending at any time wins over goals") {
    Session session = begin();
    (void)choose(session, "c");
    const Turn turn = say(session, "這不歸我管，你滾。");
    REQUIRE(session.ending().has_value());
    CHECK(session.ending()->id == "hangs-up");
    CHECK(turn.owner.back().why == Why::ending);
}

TEST_CASE("session: patience that runs out ends the talk, whatever the scenario foresees") {
    const Scenario scenario = small();
    Session session = Session::start(scenario, plain_engine(), 3);
    while (session.waits_for() == Session::Waits::reply) REQUIRE(session.answer(Input::stay_silent()).has_value());
    REQUIRE(session.ending().has_value());
    CHECK(session.mood().patience >= 0);
    CHECK(static_cast<int>(session.turns().size()) <= session.turn_bound());
}

TEST_CASE("session: invalid UTF-8 becomes a transcript that can be written down") {
    Session session = begin();
    const Turn turn = say(session, "抱歉\xff\xe4\xb8");
    CHECK(turn.text == "抱歉\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
    CHECK(turn.input.value == turn.text);
}

TEST_CASE("session: a choice's verdict is that of its words") {
    Session session = begin();
    const Turn turn = choose(session, "c");
    REQUIRE(turn.judgement->findings.size() == 1);
    CHECK(turn.judgement->findings[0].family == scoring::Family::deflect);
    CHECK(turn.model_reply == small().data().stages[0].model);
}

TEST_CASE("session: a nudge changes nothing") {
    Session session = begin(7);
    Session other = begin(7);
    for (int i = 0; i < 5; ++i) CHECK_FALSE(session.nudge().empty());
    CHECK(choose(session, "b") == choose(other, "b"));
}

TEST_CASE("session: the seed picks the wording and nothing else") {
    std::map<std::string, int> openings;
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        Session session = begin(seed);
        ++openings[session.opening()[0].text];
        (void)choose(session, "c");
        CHECK(session.mood() == Mood{67, 30, 42});
    }
    CHECK(openings.size() == 2);
}

TEST_CASE("session: a variant is not repeated while another is left") {
    Session session = begin(5);
    const Turn first = say(session, "儘快。");
    const Turn second = say(session, "儘快啊。");
    const Turn third = say(session, "儘快吧。");
    CHECK(first.owner[0].text != second.owner[0].text);
    CHECK(second.owner[0].text != third.owner[0].text);
    CHECK(first.owner[0].text != third.owner[0].text);
}

TEST_CASE("session: days later the owner has calmed, and the ledger says so") {
    std::string text = huashu::test::read_whole(folder + "/sound/small.json");
    const std::string solve = R"("id": "solve", "step": 3,)";
    const std::string enter = R"("那怎麼辦？"],)";
    text.replace(text.find(enter), enter.size(), R"("（三天後，你打過去。）那怎麼辦？"],)");
    const auto after = [&](int days) {
        std::string later = text;
        later.replace(later.find(solve), solve.size(), solve + " \"days_later\": " + std::to_string(days) + ",");
        const auto scenario = parse_scenario("small.json", later, plain_engine(), personas);
        REQUIRE(scenario.has_value());
        Session session = Session::start(*scenario, plain_engine(), 1);
        return choose(session, "a");
    };
    const Turn same_day = choose(*std::make_unique<Session>(begin()), "a");
    const auto cooled = [&](int days) { return same_day.after.anger - after(days).after.anger; };
    CHECK(cooled(3) == same_day.after.anger / 2);
    CHECK(cooled(1) == same_day.after.anger / 6);
    CHECK(cooled(200) == cooled(3));
    const Turn turn = after(3);
    CHECK(turn.after.trust == same_day.after.trust);
    CHECK(turn.after.patience == same_day.after.patience + (100 - same_day.after.patience) / 4);
    CHECK(has_cause(turn, "days"));
    Mood mood = turn.before;
    for (const MoodChange& change : turn.changes) {
        mood.anger += change.anger;
        mood.trust += change.trust;
        mood.patience += change.patience;
    }
    CHECK(mood == turn.after);
    CHECK(turn.owner.back().text.starts_with("（三天後"));
}
