#include "assess/review.hpp"

#include <doctest/doctest.h>

#include <filesystem>

#include "app/assess/exam_room.hpp"
#include "assess/offer.hpp"
#include "assess/review_json.hpp"
#include "scoring/json.hpp"
#include "support/temporary_folder.hpp"

using namespace huashu;
using namespace huashu::assess;
using scenarios::Input;

namespace {

// One scenario, a forbidden sentence in it.
Filed sat_with(ExamRoom& world, const std::string& words) {
    Exam exam = world.begin({Replies::typed});
    REQUIRE(exam.open_next().has_value());
    REQUIRE(exam.answer(Input::say(words), {}).has_value());
    if (exam.talk() != nullptr) REQUIRE(exam.answer(Input::say("師傅下午三點上門。"), {}).has_value());
    REQUIRE(exam.sitting().phase == Sitting::Phase::sealed);
    return world.file();
}

LineRef line_of(const Filed& filed, const std::string& rule) {
    const auto& ledger = filed.sitting.result->items[0].ledger;
    for (std::size_t i = 0; i < ledger.size(); ++i)
        if (ledger[i].rule == rule) return {0, static_cast<int>(i)};
    FAIL("no line of that rule");
    return {};
}

Result<void> add(ExamRoom& world, Filed& filed, decltype(ReviewEvent::what) what) {
    return add_to_review(world.store, filed, {world.now, std::move(what)});
}

const std::string deflecting = "非常抱歉，請問是哪裡滴水？這不歸我管。";

}  // namespace

TEST_CASE("review: a result is provisional until a person confirms it, who is not the trainee") {
    ExamRoom world;
    Filed filed = sat_with(world, deflecting);
    CHECK(filed.result()->provisional);
    CHECK(code_of(add(world, filed, reviewing::Confirmed{"林小安", ""})) == "own-result");
    CHECK(code_of(add(world, filed, reviewing::Confirmed{"", ""})) == "no-name");
    REQUIRE(add(world, filed, reviewing::Confirmed{"王主管", "聽過錄音"}).has_value());
    CHECK_FALSE(filed.result()->provisional);
    CHECK(code_of(add(world, filed, reviewing::Confirmed{"王主管", ""})) == "already-confirmed");
    CHECK(world.file().review == filed.review);
}

TEST_CASE("review: a changed line keeps both scores, needs a reason, and stays in its range") {
    ExamRoom world;
    Filed filed = sat_with(world, deflecting);
    const LineRef at = line_of(filed, "deflect.not_mine");
    const int cost = filed.sitting.result->items[0].ledger[static_cast<std::size_t>(at.line)].centipoints;
    REQUIRE(cost < 0);
    CHECK(code_of(add(world, filed, reviewing::Changed{at, 0, "王主管", ""})) == "no-reason");
    CHECK(code_of(add(world, filed, reviewing::Changed{at, 100, "王主管", "x"})) == "points-out-of-range");
    CHECK(code_of(add(world, filed, reviewing::Changed{at, cost - 1, "王主管", "x"})) == "points-out-of-range");
    CHECK(code_of(add(world, filed, reviewing::Changed{{0, 999}, 0, "王主管", "x"})) == "no-such-line");
    CHECK(code_of(add(world, filed, reviewing::Changed{{2, 0}, 0, "王主管", "x"})) == "no-such-line");
    const int before = filed.result()->machine;
    REQUIRE(add(world, filed, reviewing::Confirmed{"王主管", ""}).has_value());
    REQUIRE(add(world, filed, reviewing::Changed{at, 0, "王主管", "引述業主的話"}).has_value());
    const ReviewedResult now = *filed.result();
    CHECK(now.machine == before);
    CHECK(now.now > before);
    CHECK(now.provisional);  // what was confirmed was another result
    REQUIRE(filed.review.changes.size() == 1);
    CHECK(filed.review.changes[0].from_centi == cost);
    CHECK(filed.review.changes[0].to_centi == 0);
    // The score is the sum of the lines, exactly.
    int sum = 0;
    for (std::size_t i = 0; i < filed.sitting.result->items[0].ledger.size(); ++i)
        sum += static_cast<int>(i) == at.line ? 0 : filed.sitting.result->items[0].ledger[i].centipoints;
    CHECK(now.now == (sum + 50) / 100);
}

TEST_CASE("review: an appeal that is open holds the confirmation up; decided it may change the line") {
    ExamRoom world;
    Filed filed = sat_with(world, deflecting);
    const LineRef at = line_of(filed, "deflect.not_mine");
    REQUIRE(add(world, filed, reviewing::Contested{at, "林小安", "我在引述業主"}).has_value());
    CHECK(code_of(add(world, filed, reviewing::Contested{at, "林小安", "再說一次"})) == "already-contested");
    CHECK(code_of(add(world, filed, reviewing::Confirmed{"王主管", ""})) == "appeal-open");
    CHECK(code_of(add(world, filed, reviewing::Decided{1, true, 0, "王主管", "是引述"})) == "no-such-appeal");
    CHECK(code_of(add(world, filed, reviewing::Decided{0, true, 0, "林小安", "是引述"})) == "own-result");
    REQUIRE(add(world, filed, reviewing::Decided{0, true, 0, "王主管", "是引述"}).has_value());
    CHECK(code_of(add(world, filed, reviewing::Decided{0, false, 0, "王主管", "x"})) == "already-decided");
    CHECK(filed.review.changes.at(0).appeal == 0);
    CHECK(filed.result()->now > filed.result()->machine);
    REQUIRE(add(world, filed, reviewing::Confirmed{"王主管", ""}).has_value());
    const Filed again = world.file();
    CHECK(again.review == filed.review);
}

TEST_CASE("review: an appeal that is turned down changes nothing") {
    ExamRoom world;
    Filed filed = sat_with(world, deflecting);
    const LineRef at = line_of(filed, "deflect.not_mine");
    REQUIRE(add(world, filed, reviewing::Contested{at, "林小安", "x"}).has_value());
    REQUIRE(add(world, filed, reviewing::Decided{0, false, 0, "王主管", "是自己的話"}).has_value());
    CHECK(filed.result()->now == filed.result()->machine);
    CHECK(code_of(offer_of(filed, 0, small_library())) == "no-upheld-appeal");
}

TEST_CASE("review: a fatal finding that is taken back is fatal no more, and its cap is gone") {
    ExamRoom world;
    Filed filed = sat_with(world, "你滾出去！");
    CHECK(filed.result()->fatal);
    const LineRef at = line_of(filed, "abuse.out");
    REQUIRE(add(world, filed, reviewing::Changed{at, 0, "王主管", "是業主的話"}).has_value());
    CHECK_FALSE(filed.result()->fatal);
    CHECK(filed.result()->machine == filed.sitting.result->score);
}

TEST_CASE("review: bounds follow from the other lines and can't be changed or contested") {
    ExamRoom world;
    Filed filed = sat_with(world, "你滾出去！");
    const auto& ledger = filed.sitting.result->items[0].ledger;
    for (std::size_t i = 0; i < ledger.size(); ++i)
        if (ledger[i].kind == scoring::LedgerLine::Kind::floor || ledger[i].kind == scoring::LedgerLine::Kind::cap)
            CHECK(code_of(add(world, filed, reviewing::Changed{{0, static_cast<int>(i)}, 0, "王主管", "x"})) ==
                  "line-follows");
}

TEST_CASE("review: a running sitting has nothing to review; one that was set aside counts no more") {
    ExamRoom world;
    Exam exam = world.begin();
    Filed filed = world.file();
    CHECK(code_of(add(world, filed, reviewing::Confirmed{"王主管", ""})) == "sitting-not-sealed");
    CHECK(code_of(set_aside(world.store, filed, {"王主管", ""}, world.now)) == "no-reason");
    REQUIRE(set_aside(world.store, filed, {"王主管", "消防演習"}, world.now).has_value());
    CHECK(world.file().sitting.phase == Sitting::Phase::set_aside);
    CHECK(code_of(Exam::go_on(world.room(), "s1")) == "sitting-over");
}

TEST_CASE("review: events read back as they were written") {
    ExamRoom world;
    Filed filed = sat_with(world, deflecting);
    const LineRef at = line_of(filed, "deflect.not_mine");
    REQUIRE(add(world, filed, reviewing::Contested{at, "林小安", "一\n二\"三"}).has_value());
    REQUIRE(add(world, filed, reviewing::Decided{0, true, 0, "王主管", "好"}).has_value());
    REQUIRE(add(world, filed, reviewing::Changed{at, -1, "王主管", "x"}).has_value());
    REQUIRE(add(world, filed, reviewing::Confirmed{"王主管", "y"}).has_value());
    int seen = 0;
    for (const Kept& kept : world.store.all) {
        if (!kept.kind.starts_with("review.")) continue;
        ++seen;
        const auto event = review_event_from_json(kept.kind, kept.body);
        REQUIRE(event.has_value());
        CHECK(to_json(*event) == kept.body);
    }
    CHECK(seen == 4);
    CHECK(code_of(review_event_from_json("review.confirmed", R"({"v":9,"at_ms":1})")) == "review-unreadable");
}

TEST_CASE("offer: an upheld appeal becomes an example in which the rule must not speak") {
    ExamRoom world;
    Filed filed = sat_with(world, deflecting);
    REQUIRE(add(world, filed, reviewing::Contested{line_of(filed, "deflect.not_mine"), "林小安", "引述"}).has_value());
    REQUIRE(add(world, filed, reviewing::Decided{0, true, 0, "王主管", "是引述"}).has_value());
    const auto offer = offer_of(filed, 0, small_library());
    REQUIRE(offer.has_value());
    CHECK(offer->rule == "deflect.not_mine");
    CHECK(offer->text == deflecting);
    CHECK(offer->owner == "廚房滴水了，你們管不管？");
    CHECK(offer->complaint == "facility");
    CHECK(offer->step == 1);
    const test::TemporaryFolder folder;
    const auto file = write_offer(folder.path() + "/offers", *offer);
    REQUIRE(file.has_value());
    CHECK(write_offer(folder.path() + "/offers", *offer).value() == *file);
    const auto json = load_json(*file);
    REQUIRE(json.has_value());
    CHECK(json->root.find("misses")->array().at(0).find("text")->string() == deflecting);
}
