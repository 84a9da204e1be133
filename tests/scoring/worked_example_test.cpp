// The examples of docs/scoring.md, figure by figure.
#include <doctest/doctest.h>

#include <algorithm>

#include "scoring/scorecard.hpp"
#include "scoring/support/packs.hpp"

using namespace huashu;
using namespace huashu::scoring;

namespace {

const Engine& mini() {
    static const Engine engine = test::engine_of_folder(test::mini_pack_folder);
    return engine;
}

Moment facility(Step step, std::optional<int> anger = std::nullopt) {
    Moment moment;
    moment.complaint = Complaint::facility;
    moment.step = step;
    moment.anger = anger;
    return moment;
}

std::string lines_of(const std::vector<LedgerLine>& ledger) {
    std::string out;
    for (const LedgerLine& line : ledger) out += line.rule + ":" + std::to_string(line.centipoints) + " ";
    return out;
}

DimensionScore dimension(const Scorecard& card, Dimension which) {
    return card.dimensions[static_cast<std::size_t>(which)];
}

}  // namespace

TEST_CASE("worked example: one reply") {
    const Judgement calm = mini().judge("非常抱歉，這不歸我們管。", facility(Step::one));
    CHECK(lines_of(calm.ledger) == "ask.apology:4000 ask.empathy:0 deflect.not_mine:-1200 ");
    CHECK(calm.score == 28);
    const Judgement angry = mini().judge("非常抱歉，這不歸我們管。", facility(Step::one, 80));
    CHECK(lines_of(angry.ledger) == "ask.apology:2667 ask.empathy:0 ask.calm:0 deflect.not_mine:-1200 ");
    CHECK(angry.ledger[1].possible_centipoints == 4000);
    CHECK(angry.ledger[2].possible_centipoints == 3333);
    CHECK(angry.score == 15);
}

TEST_CASE("worked example: a conversation") {
    const std::vector<PlannedStage> plan{{"receive", Step::one}, {"solve", Step::three}};
    std::vector<JudgedTurn> turns;
    turns.push_back({0, mini().judge("非常抱歉，我理解您的著急。", facility(Step::one)), std::nullopt});
    Moment second = facility(Step::three);
    second.earlier = {"非常抱歉，我理解您的著急。"};
    turns.push_back({1, mini().judge("已經安排師傅過去，別的不歸我們管。", second), std::nullopt});
    const Scorecard card = make_scorecard(mini(), Complaint::facility, plan, turns);
    CAPTURE(lines_of(card.ledger));
    CHECK(dimension(card, Dimension::empathy).possible_centipoints == 2143);
    CHECK(dimension(card, Dimension::empathy).earned_centipoints == 2143);
    CHECK(dimension(card, Dimension::ownership).earned_centipoints == 2857);
    CHECK(dimension(card, Dimension::timing).possible_centipoints == 2143);
    CHECK(dimension(card, Dimension::timing).earned_centipoints == 0);
    CHECK(dimension(card, Dimension::wording).earned_centipoints == 1429);
    CHECK(dimension(card, Dimension::forbidden).possible_centipoints == 1428);
    CHECK(dimension(card, Dimension::forbidden).earned_centipoints == 714);
    CHECK(dimension(card, Dimension::forbidden).lost_centipoints == 800);
    CHECK(dimension(card, Dimension::listening).possible_centipoints == 0);
    CHECK(card.score == 63);
    int sum = 0;
    for (const LedgerLine& line : card.ledger) sum += line.centipoints;
    CHECK(sum == 6343);
    CHECK_FALSE(card.has_critical);
}

TEST_CASE("scorecard: a talk that breaks off has missed the later stages") {
    const std::vector<PlannedStage> plan{{"receive", Step::one}, {"solve", Step::three}};
    const Judgement all_at_once =
        mini().judge("非常抱歉，我理解您的著急，已經安排師傅三點前過去查看主臥的天花板。", facility(Step::one));
    const Scorecard broken_off = make_scorecard(mini(), Complaint::facility, plan, {{0, all_at_once, std::nullopt}});
    CHECK(dimension(broken_off, Dimension::ownership).earned_centipoints == 0);
    CHECK(dimension(broken_off, Dimension::empathy).earned_centipoints == 2143);
    CHECK(broken_off.score < 40);
    const Judgement thanks = mini().judge("好的，我們現在開始。", facility(Step::three));
    const Scorecard finished =
        make_scorecard(mini(), Complaint::facility, plan, {{0, all_at_once, std::nullopt}, {1, thanks, std::nullopt}});
    CHECK(dimension(finished, Dimension::ownership).earned_centipoints == 1429);  // said early, half when reached
    CHECK(finished.score == 75);
}

TEST_CASE("scorecard: a critical finding caps the talk, silence is not clean talk, no plan is no score") {
    const std::vector<PlannedStage> plan{{"receive", Step::one}};
    const Judgement abuse = mini().judge("非常抱歉，我理解您的著急。你給我滾。", facility(Step::one));
    const Scorecard card = make_scorecard(mini(), Complaint::facility, plan, {{0, abuse, std::nullopt}});
    CHECK(card.has_critical);
    CHECK(card.score <= 40);
    const Judgement silence = mini().judge("……", facility(Step::one));
    CHECK(make_scorecard(mini(), Complaint::facility, plan, {{0, silence, std::nullopt}}).score == 0);
    CHECK(make_scorecard(mini(), Complaint::facility, {}, {{0, abuse, std::nullopt}}).score == 0);
}

TEST_CASE("scorecard: what is said late or too early counts less") {
    const std::vector<PlannedStage> plan{{"receive", Step::one}, {"solve", Step::three}};
    const auto turn = [](int stage, const char* text) {
        return JudgedTurn{stage, mini().judge(text, facility(stage == 0 ? Step::one : Step::three)), std::nullopt};
    };
    const auto empathy = [&](const std::vector<JudgedTurn>& turns) {
        return dimension(make_scorecard(mini(), Complaint::facility, plan, turns), Dimension::empathy)
            .earned_centipoints;
    };
    const auto ownership = [&](const std::vector<JudgedTurn>& turns) {
        return dimension(make_scorecard(mini(), Complaint::facility, plan, turns), Dimension::ownership)
            .earned_centipoints;
    };
    const JudgedTurn both = turn(0, "非常抱歉，我理解您的著急。"), sorry = turn(0, "非常抱歉。");
    const JudgedTurn aside = turn(0, "嗯，我在聽。"), sent = turn(1, "已經安排師傅過去。"),
                     talk = turn(1, "嗯，我在聽。");
    JudgedTurn outside = both;
    outside.stage = -1;
    CHECK(empathy({both}) == 2143);
    CHECK(empathy({aside, both}) == 429 + 643);         // each of the two credits halved and rounded
    CHECK(empathy({sorry, both}) == 857 + 643);         // the apology was in time
    CHECK(empathy({aside, aside, both}) == 214 + 322);  // a quarter
    CHECK(empathy({aside, aside, aside, aside, both}) == 214 + 322);
    CHECK(empathy({outside, aside}) == 2143);       // before any planned stage
    CHECK(empathy({aside, outside}) == 429 + 643);  // a turn outside the plan is no reply of the stage, but comes late
    CHECK(ownership({sent, talk}) == 2857);         // passed over: said in its first reply
    JudgedTurn early = sent;
    early.stage = 0;
    CHECK(ownership({early, sent}) == 2857);
    CHECK(ownership({early, talk}) == 1429);  // promised before, not taken up where it was due
    CHECK(ownership({early, talk, talk, sent}) == 1429);
    CHECK(ownership({both, talk, sent}) == 1429);
    CHECK(ownership({early}) == 0);  // never reached
}
