#include "scoring/explanation.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "scenarios/golden.hpp"
#include "scoring/random_text.hpp"
#include "scoring/support/packs.hpp"

using namespace huashu;
using namespace huashu::scoring;

namespace {

const Engine& mini() {
    static const Engine engine = test::engine_of_folder(test::mini_pack_folder);
    return engine;
}

Moment facility(Step step, const std::string& owner = "") {
    Moment moment;
    moment.complaint = Complaint::facility;
    moment.step = step;
    moment.owner_line = owner;
    return moment;
}

}  // namespace

TEST_CASE("explanation: it tells what the judge did, word for word") {
    struct Case {
        std::string name, reply;
        Moment moment;
    };
    const Case cases[] = {
        {"good", "非常抱歉，我理解您的著急。已經安排師傅，三點前到。", facility(Step::one)},
        {"evading", "這 不*歸*我 們 管，你給我滾，滾筒也一樣。", facility(Step::three)},
        {"excused", "他說「不歸我管」，我們不會說不歸我管。這不歸我管，但我已經派了師傅。", facility(Step::three)},
        {"piled_up", "抱歉派師傅三點前理解您心情", facility(Step::one)},
        {"pasted", "我等了三天了，你們說抱歉有什麼用", facility(Step::one, "我等了三天了，你們說抱歉有什麼用！")},
        {"empty", "……", facility(Step::one)},
    };
    for (const Case& one : cases) {
        CAPTURE(one.name);
        const Explanation explanation = explain(mini(), one.reply, one.moment);
        CHECK(explanation.judgement == mini().judge(one.reply, one.moment));
        test::check_golden("tests/scoring/golden/explain_" + one.name + ".txt", to_text(explanation));
    }
}

TEST_CASE("explanation: the folded pieces are those that changed, with their bytes") {
    const std::string reply = "ＯＫ，这不歸我管";
    const Explanation explanation = explain(mini(), reply);
    REQUIRE(explanation.folds.size() >= 2);
    for (const FoldedPiece& fold : explanation.folds) {
        CHECK(fold.steps != 0);
        CHECK(fold.typed == reply.substr(fold.span.begin, fold.span.end - fold.span.begin));
    }
    CHECK(explanation.folds.front().typed == "ＯＫ");
    CHECK(explanation.folds.front().read == "ok");
    REQUIRE(explanation.clauses.size() == 2);
    CHECK(explanation.clauses[1].span.end == reply.size());
}

TEST_CASE("explanation: recording the steps changes nothing") {
    test::Dice dice(3);
    for (int i = 0; i < 500; ++i) {
        const std::string text = test::random_text(dice, 16);
        CHECK(explain(mini(), text).judgement == mini().judge(text));
    }
}
