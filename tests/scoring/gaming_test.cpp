// Words that are only piled up, pasted or said twice earn nothing.
#include <doctest/doctest.h>

#include "scoring/support/packs.hpp"

using namespace huashu;
using namespace huashu::scoring;

namespace {

Engine with_limit(const std::string& limit) {
    return test::engine_of(test::rule("limit.x", "limit", limit + R"(,"voids":true)") + "," +
                           test::act("own", R"(["我負責"])") + "," + test::act("solve", R"(["派師傅"])") + "," +
                           test::act("deadline", R"(["三點前"])") + "," + test::act("apologize", R"(["抱歉"])") + "," +
                           test::rule("ask", "require", R"("acts":["solve"],"weight":1,"dimension":"ownership")"));
}

}  // namespace

TEST_CASE("gaming: a string of magic words earns nothing, the same acts in sentences do") {
    const Engine engine = with_limit(R"("count":"act_density","max":12)");
    const Judgement piled = engine.judge("抱歉我負責派師傅三點前");
    CHECK(piled.acts.empty());
    CHECK(piled.score == 0);
    REQUIRE(piled.advice.size() == 1);
    CHECK(piled.advice[0].rule == "limit.x");
    const Judgement said = engine.judge("實在抱歉，這件事我負責到底，現在就派師傅過去看看閥門，三點前一定到您家。");
    CHECK(said.acts.size() == 4);
    CHECK(said.score == 100);
}

TEST_CASE("gaming: a sentence said again counts once") {
    const Engine engine = with_limit(R"("count":"repeats","max":0)");
    const Judgement judgement = engine.judge("我派師傅過去。我派師傅過去！我派師傅過去");
    CHECK(judgement.acts.size() == 1);
    CHECK(judgement.acts[0].span.begin == 3);
    CHECK(engine.judge("好的。好的。我派師傅過去。").advice.empty());  // too short to be a repeat
}

TEST_CASE("gaming: the owner's words or the model reply pasted back are not the trainee's own") {
    const std::string line = "你們說派師傅過來，三點前到，到現在也沒有人來";
    Moment moment;
    moment.owner_line = line;
    const Engine owner = with_limit(R"("count":"copied_owner","max":60)");
    CHECK(owner.judge(line, moment).acts.empty());
    CHECK(owner.judge(line).acts.size() == 2);
    const Judgement mixed = owner.judge("您說我們說派師傅過來，可是沒有人，這件事我負責，馬上去催他們出門", moment);
    CHECK(mixed.act_set()[static_cast<std::size_t>(Act::own)]);
    moment = {};
    moment.model_reply = "實在抱歉，這件事我負責，現在就派師傅過去。";
    const Engine model = with_limit(R"("count":"copied_model","max":80)");
    CHECK(model.judge("实在抱歉，这件事我负责，现在就派师傅过去", moment).acts.empty());
    CHECK(model.judge("抱歉，我負責，派師傅去了", moment).acts.size() == 3);
}

TEST_CASE("gaming: a one-word reply can be denied its act") {
    const Engine engine = with_limit(R"("count":"chars","min":6)");
    CHECK(engine.judge("派師傅！！！").score == 0);
    CHECK(engine.judge("我現在派師傅過去").score == 100);
}

TEST_CASE("limits: what is counted") {
    const auto speaks = [](const std::string& limit, const std::string& reply) {
        return !test::engine_of(test::rule("limit.x", "limit", limit)).judge(reply).advice.empty();
    };
    CHECK(speaks(R"("count":"chars","max":5)", "一二三四五六"));
    CHECK_FALSE(speaks(R"("count":"chars","max":5)", "一，二。三 四！五……"));
    CHECK(speaks(R"("count":"sentence_chars","max":5)", "一二三，四五六。好"));
    CHECK_FALSE(speaks(R"("count":"sentence_chars","max":5)", "一二三。四五六"));
    CHECK(speaks(R"("count":"questions","max":1)", "誰？哪裡?"));
    CHECK_FALSE(speaks(R"("count":"questions","max":1)", "誰？！。"));
    CHECK(speaks(R"("count":"match","match":["嗎"],"max":1)", "好嗎，是嗎"));
    CHECK_FALSE(speaks(R"("count":"match","match":["嗎"],"except":["好嗎"],"max":1)", "好嗎，是嗎"));
    CHECK(speaks(R"("count":"chars","min":3)", "好"));
    CHECK_FALSE(speaks(R"("count":"chars","min":3)", "……"));  // nothing said is no short reply
}

TEST_CASE("gaming: headings in a row earn nothing, what is said beside them does") {
    const Engine engine = with_limit(R"("count":"match","match":["抱歉~~1理解~~1我負責"],"max":0)");
    CHECK(engine.judge("抱歉，理解，我負責").acts.empty());
    const Judgement beside = engine.judge("抱歉理解我負責，現在派師傅過去");
    CHECK(beside.act_set()[static_cast<std::size_t>(Act::solve)]);
    CHECK_FALSE(beside.act_set()[static_cast<std::size_t>(Act::apologize)]);
    CHECK(engine.judge("抱歉給您添麻煩，這件事我負責").acts.size() == 2);
}
