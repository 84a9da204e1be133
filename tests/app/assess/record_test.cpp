// The complaint record as part of an assessment: its share, its lines, handed in once, reviewed, read back.
#include <doctest/doctest.h>

#include "app/assess/exam_room.hpp"
#include "assess/record_lines.hpp"
#include "assess/sitting_json.hpp"

using namespace huashu;
using namespace huashu::assess;

namespace {

int sum_of_ledger(const ItemResult& item) {
    int sum = 0;
    for (const scoring::LedgerLine& line : item.ledger) sum += line.centipoints;
    return sum;
}

const scoring::LedgerLine* line_of_rule(const ItemResult& item, const std::string& rule) {
    for (const scoring::LedgerLine& line : item.ledger)
        if (line.rule == rule) return &line;
    return nullptr;
}

}  // namespace

namespace {

const app::Content& recorded_library() {
    static const app::Content content = [] {
        auto loaded = app::load_content({"tests/scenarios/pack", "tests/scenarios/sound", "tests/scenarios/personas"});
        REQUIRE(loaded.has_value());
        return std::move(*loaded);
    }();
    REQUIRE(content.find("recorded") != nullptr);
    return content;
}

struct RecordRoom {
    MemoryStore store;
    std::int64_t now = 1'700'000'000'000;

    [[nodiscard]] Room room() {
        return {&recorded_library(), &store, [this] { return now; }};
    }
    [[nodiscard]] Exam begin(int percent) {
        const scenarios::Scenario& scenario = *recorded_library().find("recorded");
        event::Begun b;
        b.sitting_id = "s1";
        b.person = "林小安";
        b.packs_hash = packs_hash_of(recorded_library());
        b.minutes = 30;
        b.marking.pass_mark = 70;
        b.marking.record_percent = percent;
        b.items.push_back({"recorded", "燈", scenario.content_hash(), 1, Replies::either, 1, 10, 100});
        auto exam = Exam::begin(room(), b);
        REQUIRE(exam.has_value());
        return std::move(*exam);
    }
    static void talk_well(Exam& exam) {
        using scenarios::Input;
        REQUIRE(exam.open_next().has_value());
        REQUIRE(exam.answer(Input::say("非常抱歉，我理解您的擔心。請問幾天了？"), {}).has_value());
        REQUIRE(exam.answer(Input::choose("c"), {}).has_value());
    }
    [[nodiscard]] Filed file() {
        auto filed = read_file(store, "s1");
        REQUIRE(filed.has_value());
        return std::move(*filed);
    }
};

scenarios::RecordForm well_written() {
    return {"§2.2.3",
            "樓道燈壞了三天，在三層",
            scenarios::Urgency::urgent,
            scenarios::Department::engineering,
            {{"電工到場", "今天下午三點前"}}};
}

}  // namespace

TEST_CASE("exam record: asked for after the talk, handed in once, and counted with its share") {
    RecordRoom house;
    Exam exam = house.begin(30);
    RecordRoom::talk_well(exam);
    REQUIRE(exam.talk() != nullptr);  // it is over, and still open
    CHECK(exam.wants_record());
    CHECK(exam.sitting().phase == Sitting::Phase::running);
    REQUIRE(exam.fill_in(well_written()).has_value());
    CHECK_FALSE(exam.wants_record());
    REQUIRE(exam.sitting().phase == Sitting::Phase::sealed);
    CHECK(code_of(exam.fill_in(well_written())) == "no-record-wanted");
    const Filed filed = house.file();
    CHECK(filed.sitting == exam.sitting());
    CHECK(filed.sitting.items[0].record == well_written());
    const ItemResult& item = filed.sitting.result->items[0];
    CHECK(item.record_percent == 30);
    const auto talks = replay(filed.sitting, recorded_library());
    REQUIRE(talks.has_value());
    const int talk = (*talks)[0].scorecard().score;
    const int record = scenarios::score_record((*talks)[0], well_written(), *recorded_library().engine).score;
    CHECK(record > 80);
    CHECK(std::abs(item.score * 100 - (talk * 70 + record * 30)) <= 100);
    CHECK((sum_of_ledger(item) + 50) / 100 == item.score);  // the lines add up
    REQUIRE(line_of_rule(item, share_rule) != nullptr);
    REQUIRE(line_of_rule(item, "record.kind") != nullptr);
    const auto again = rejudge(filed.sitting, recorded_library());
    REQUIRE(again.has_value());
    CHECK(*again == *filed.sitting.result);
}

TEST_CASE("exam record: one that was not handed in earns nothing; without a share none is asked for") {
    RecordRoom house;
    Exam exam = house.begin(40);
    RecordRoom::talk_well(exam);
    house.now += 11 * minute;
    CHECK(code_of(exam.fill_in(well_written())) == "out-of-time");
    REQUIRE(exam.look_at_clock().has_value());
    REQUIRE(exam.sitting().phase == Sitting::Phase::sealed);
    const ItemResult& item = exam.sitting().result->items[0];
    CHECK(exam.sitting().items[0].why == event::Closed::Why::out_of_time);
    CHECK(item.score <= 60);
    CHECK(line_of_rule(item, "record.none") != nullptr);
    CHECK((sum_of_ledger(item) + 50) / 100 == item.score);
    RecordRoom other;
    Exam plain = other.begin(0);
    RecordRoom::talk_well(plain);
    CHECK(plain.sitting().phase == Sitting::Phase::sealed);
    CHECK(to_json({0, event::Closed{0, event::Closed::Why::ended}}).find("record") == std::string::npos);
    CHECK(plain.sitting().result->items[0].record_percent == 0);
}

TEST_CASE("exam record: gone on with after a crash, and lines of it reviewed as any other") {
    RecordRoom house;
    {
        Exam exam = house.begin(30);
        RecordRoom::talk_well(exam);
    }
    auto exam = Exam::go_on(house.room(), "s1");
    REQUIRE(exam.has_value());
    REQUIRE(exam->wants_record());
    scenarios::RecordForm form = well_written();
    form.kind = "§2.1.1";  // wrong
    REQUIRE(exam->fill_in(form).has_value());
    Filed filed = house.file();
    const ItemResult& item = filed.sitting.result->items[0];
    int index = -1;
    for (std::size_t i = 0; i < item.ledger.size(); ++i)
        if (item.ledger[i].rule == "record.kind") index = static_cast<int>(i);
    REQUIRE(index >= 0);
    const auto range = range_of(*filed.sitting.result, {0, index});
    REQUIRE(range.has_value());
    const int gain = range->most - item.ledger[static_cast<std::size_t>(index)].centipoints;
    REQUIRE(gain >= 100);
    REQUIRE(add_to_review(house.store, filed, {1, reviewing::Changed{{0, index}, range->most, "王主管", "類別沒錯"}})
                .has_value());
    const ReviewedResult r = *filed.result();
    CHECK(r.machine == item.score);
    CHECK(std::abs((r.now - r.machine) * 100 - gain) <= 100);
    CHECK(r.now > r.machine);
    // A line of the talk: the share takes its part.
    int earned = -1;
    for (std::size_t i = 0; i < item.ledger.size() && earned < 0; ++i)
        if (item.ledger[i].kind == scoring::LedgerLine::Kind::earned && item.ledger[i].centipoints >= 1000)
            earned = static_cast<int>(i);
    REQUIRE(earned >= 0);
    const int loss = item.ledger[static_cast<std::size_t>(earned)].centipoints;
    REQUIRE(
        add_to_review(house.store, filed, {2, reviewing::Changed{{0, earned}, 0, "王主管", "沒有做到"}}).has_value());
    CHECK(std::abs((r.now - filed.result()->now) * 100 - loss * 70 / 100) <= 100);
    CHECK(code_of(range_of(*filed.sitting.result, {0, static_cast<int>(item.ledger.size()) + 5})) == "no-such-line");
}
