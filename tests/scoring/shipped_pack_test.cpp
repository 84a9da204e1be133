// The pack that the program ships: sound, every example of every rule as its author says, and the two replies that the
// product is known by.
#include <doctest/doctest.h>

#include <algorithm>

#include "scoring/support/packs.hpp"

using namespace huashu;
using namespace huashu::scoring;

namespace {

const Engine& shipped() {
    static const Engine engine = test::engine_of_folder("scoring/packs/zh");
    return engine;
}

bool does(const Judgement& judgement, Act act) { return judgement.act_set()[static_cast<std::size_t>(act)]; }

}  // namespace

TEST_CASE("shipped pack: it loads without a problem and holds rules") {
    CHECK(shipped().packs()[0].rule_count() > 100);
}

TEST_CASE("shipped pack: every example holds") {
    const Diagnostics problems = run_examples(shipped());
    std::size_t errors = 0;
    for (const Diagnostic& problem : problems) errors += problem.level == Level::error ? 1 : 0;
    CHECK_MESSAGE(errors == 0, test::all_text(problems));
}

TEST_CASE("shipped pack: sending the owner away is flagged where it stands") {
    const std::string reply = "這不歸我管，你自己去找開發商。";
    const Judgement judgement = shipped().judge(reply);
    REQUIRE_FALSE(judgement.findings.empty());
    CHECK(judgement.family_set()[static_cast<std::size_t>(Family::deflect)]);
    for (const Finding& finding : judgement.findings) {
        CHECK(finding.span.end > finding.span.begin);
        CHECK(finding.quote == reply.substr(finding.span.begin, finding.span.end - finding.span.begin));
        CHECK_FALSE(finding.reason.empty());
        CHECK_FALSE(finding.instead.empty());
        CHECK(finding.source.starts_with("§"));
    }
    CHECK(judgement.score < 40);
}

TEST_CASE("shipped pack: a full reply is credited with its acts and has no finding") {
    const Judgement judgement = shipped().judge(
        "非常抱歉給您帶來不便，我理解您的著急。請問漏水從什麼時候開始、範圍有多大？"
        "師傅今天下午三點前到場，結果我六點前打電話告訴您。");
    CHECK(judgement.findings.empty());
    for (const Act act : {Act::apologize, Act::empathize, Act::ask_detail, Act::solve, Act::deadline, Act::followup}) {
        CAPTURE(name_of(act));
        CHECK(does(judgement, act));
    }
    CHECK(judgement.score >= 90);
}
