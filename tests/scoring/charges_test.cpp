// Which findings stay when they meet, and who pays for the words.
#include <doctest/doctest.h>

#include "scoring/support/packs.hpp"

using namespace huashu;
using namespace huashu::scoring;

namespace {

std::string rules(const Judgement& judgement) {
    std::string out;
    for (const auto* findings : {&judgement.findings, &judgement.advice})
        for (const Finding& finding : *findings)
            out += (out.empty() ? "" : " ") + finding.rule + ":" + std::to_string(finding.points) +
                   (finding.paid_by.empty() ? "" : "<" + finding.paid_by);
    return out;
}

std::string prefer(const std::string& id, const std::string& patterns, const std::string& more = "") {
    return test::rule(id, "prefer", R"("say":"好","match":)" + patterns + more);
}

}  // namespace

TEST_CASE("charges: of overlapping findings of one family the most severe stays, then the longest, then the first") {
    const Engine engine = test::engine_of(test::forbid("cold.long", "cold", "minor", R"(["甲乙丙"])") + "," +
                                          test::forbid("cold.short", "cold", "minor", R"(["乙"])") + "," +
                                          test::forbid("cold.grave", "cold", "major", R"(["丙丁"])") + "," +
                                          test::forbid("cold.same", "cold", "minor", R"(["乙"])"));
    CHECK(rules(engine.judge("甲乙丙")) == "cold.long:4");
    CHECK(rules(engine.judge("甲乙丙丁")) == "cold.short:4 cold.grave:12");
    CHECK(rules(engine.judge("乙")) == "cold.short:4");
    CHECK(rules(engine.judge("乙，丙丁")) == "cold.short:4 cold.grave:12");
}

TEST_CASE("charges: words are paid for once, by the dearest; the others say by whom") {
    const Engine engine = test::engine_of(test::forbid("cold.x", "cold", "minor", R"(["甲乙"])") + "," +
                                          test::forbid("blame.x", "blame", "major", R"(["乙丙"])") + "," +
                                          test::forbid("mock.x", "mock", "minor", R"(["丁"])"));
    const Judgement judgement = engine.judge("甲乙丙，丁");
    CHECK(rules(judgement) == "cold.x:0<blame.x blame.x:12 mock.x:4");
    int shared = 0, sum = 0;
    for (const LedgerLine& line : judgement.ledger) {
        shared += line.kind == LedgerLine::Kind::shared ? 1 : 0;
        sum += line.centipoints;
        if (line.kind == LedgerLine::Kind::shared) CHECK(line.centipoints == 0);
    }
    CHECK(shared == 1);
    CHECK(sum == 10'000 - 1'600);
    CHECK(judgement.score == 84);
}

TEST_CASE("charges: once a reply, or each time") {
    const Engine engine = test::engine_of(test::forbid("cold.once", "cold", "minor", R"(["甲"])") + "," +
                                          test::forbid("mock.each", "mock", "minor", R"(["乙"],"each":true)"));
    CHECK(rules(engine.judge("甲，甲，甲")) == "cold.once:4");
    CHECK(rules(engine.judge("乙，乙")) == "mock.each:4 mock.each:4");
    CHECK(engine.judge("好，甲，甲").findings[0].span == ByteSpan{6, 9});
}

TEST_CASE("charges: own points replace those of the severity; a note costs nothing and is no line") {
    const Engine engine = test::engine_of(test::forbid("cold.x", "cold", "minor", R"(["甲"],"points":25)") + "," +
                                          test::forbid("mock.x", "mock", "note", R"(["乙"])"));
    CHECK(rules(engine.judge("甲")) == "cold.x:25");
    const Judgement note = engine.judge("乙");
    CHECK(rules(note) == "mock.x:0");
    CHECK(note.ledger.size() == 1);
    CHECK(note.score == 100);
}

TEST_CASE("charges: advice has no family, costs nothing by default, and the longest wording advice stays") {
    const Engine engine =
        test::engine_of(prefer("prefer.short", R"(["甲"])") + "," + prefer("prefer.long", R"(["甲乙"])") + "," +
                        prefer("prefer.dear", R"(["丙"],"severity":"minor")") + "," +
                        test::forbid("cold.x", "cold", "minor", R"(["甲乙丁"])"));
    CHECK(rules(engine.judge("甲乙")) == "prefer.long:0");
    CHECK(rules(engine.judge("丙")) == "prefer.dear:4");
    CHECK(engine.judge("丙").advice[0].dimension == Dimension::wording);
    CHECK(engine.judge("丙").advice[0].instead == "請說");
    const Judgement both = engine.judge("甲乙丁");
    CHECK(both.findings.size() == 1);
    CHECK(both.advice.size() == 1);
}

TEST_CASE("charges: a critical finding caps the reply, and the sum never falls below 0") {
    const Engine engine = test::engine_of(test::forbid("abuse.x", "abuse", "critical", R"(["甲"],"points":1)") + "," +
                                          test::forbid("mock.x", "mock", "major", R"(["乙"],"each":true)"));
    const Judgement capped = engine.judge("甲");
    CHECK(capped.score == 40);
    CHECK(capped.ledger.back().kind == LedgerLine::Kind::cap);
    CHECK(capped.ledger.back().centipoints == -5'900);
    const Judgement floored = engine.judge("乙乙乙乙乙乙乙乙乙");
    CHECK(floored.score == 0);
    CHECK(floored.ledger.back().kind == LedgerLine::Kind::floor);
    CHECK(floored.ledger.back().centipoints == 800);
}

TEST_CASE("acts: of one act in a clause the most words count, and different acts may share words") {
    const Engine engine =
        test::engine_of(test::act("own", R"(["甲","甲乙丙","乙丙"])") + "," + test::act("solve", R"(["乙"])"));
    const Judgement judgement = engine.judge("甲乙丙，甲，乙");
    REQUIRE(judgement.acts.size() == 4);
    CHECK(judgement.acts[0].act == Act::own);
    CHECK(judgement.acts[0].span == ByteSpan{0, 9});
    CHECK(judgement.acts[1].act == Act::solve);
    CHECK(judgement.acts[1].span == ByteSpan{3, 6});
    CHECK(judgement.acts[2].span == ByteSpan{12, 15});
    CHECK(judgement.acts[3].act == Act::solve);
}

TEST_CASE("acts: a find that reaches over a comma takes in the smaller one behind it") {
    const Engine engine = test::engine_of(test::act("own", R"(["甲~~4乙","乙"])"));
    const Judgement judgement = engine.judge("甲，乙");
    REQUIRE(judgement.acts.size() == 1);
    CHECK(judgement.acts[0].span == ByteSpan{0, 9});
}

TEST_CASE("exceptions: one that turns on a doubled character excuses no hidden word") {
    const Engine engine = test::engine_of(
        test::forbid("abuse.x", "abuse", "critical", R"(["他媽的"],"except":["他媽媽的"],"evasion":true)"));
    CHECK(rules(engine.judge("他媽的")) == "abuse.x:40");
    CHECK(rules(engine.judge("他*媽*的")) == "abuse.x:40");
    CHECK(rules(engine.judge("他媽媽的卡")).empty());
}
