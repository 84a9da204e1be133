#include "assess/exam.hpp"

#include <doctest/doctest.h>

#include "app/assess/exam_room.hpp"
#include "assess/sitting_json.hpp"

using namespace huashu;
using namespace huashu::assess;
using scenarios::Input;

TEST_CASE("exam: played to the end it is sealed, and rejudging gives the same") {
    ExamRoom world;
    Exam exam = world.begin();
    ExamRoom::play_well(exam, false);
    CHECK(exam.sitting().phase == Sitting::Phase::running);
    CHECK(exam.last_talk()->ending()->id == "settled");
    ExamRoom::play_well(exam, true);
    REQUIRE(exam.sitting().phase == Sitting::Phase::sealed);
    const SittingResult& result = *exam.sitting().result;
    CHECK(result.items.size() == 2);
    CHECK(result.passed);
    CHECK(result.score >= 70);
    CHECK(*rejudge(exam.sitting(), small_library()) == result);
    CHECK(code_of(exam.answer(Input::choose("a"), {})) == "item-not-open");
    CHECK(code_of(exam.open_next()) == "no-scenario-left");
    const Filed filed = world.file();
    CHECK(filed.sitting == exam.sitting());
    CHECK(filed.result()->provisional);
}

TEST_CASE("exam: after a crash at any moment it goes on where it was") {
    ExamRoom world;
    {
        Exam exam = world.begin();
        ExamRoom::play_well(exam, false);
        ExamRoom::play_well(exam, true);
    }
    const std::vector<Kept> whole = world.store.all;
    for (std::size_t cut = 1; cut + 1 < whole.size(); ++cut) {
        CAPTURE(cut);
        world.store.all.assign(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(cut));
        Exam exam = world.go_on();
        CHECK(exam.sitting().resumes == 1);
        while (exam.sitting().phase == Sitting::Phase::running) {
            if (exam.talk() == nullptr) {
                REQUIRE(exam.open_next().has_value());
                continue;
            }
            const bool typed = *exam.sitting().open_item() == 1;
            const bool first = exam.talk()->turns().empty();
            const Input input =
                typed ? Input::say(first ? "非常抱歉，給您添麻煩了。請問是哪裡滴水？" : "師傅下午三點上門。")
                      : Input::choose(first ? "b" : "a");
            REQUIRE(exam.answer(input, {}).has_value());
        }
        CHECK(exam.sitting().result->passed);
    }
}

TEST_CASE("exam: time goes on while nobody is there, and closes what is out of time") {
    ExamRoom world;
    {
        Exam exam = world.begin();
        REQUIRE(exam.open_next().has_value());
        REQUIRE(exam.answer(Input::choose("a"), {}).has_value());
    }
    world.now += 11 * minute;  // the scenario has 10
    {
        Exam exam = world.go_on();
        CHECK(exam.talk() == nullptr);
        CHECK(exam.sitting().items[0].why == event::Closed::Why::out_of_time);
        CHECK(exam.sitting().phase == Sitting::Phase::running);
        CHECK(left_ms(exam.sitting(), world.now) == 19 * minute);
        REQUIRE(exam.open_next().has_value());
    }
    world.now += 60 * minute;
    CHECK(code_of(Exam::go_on(world.room(), "s1")) == "");
    const Filed filed = world.file();
    REQUIRE(filed.sitting.phase == Sitting::Phase::sealed);
    CHECK_FALSE(filed.sitting.result->passed);
    CHECK_FALSE(filed.sitting.result->items[0].finished);
    CHECK(filed.sitting.result->items[0].turns == 1);
    CHECK(filed.sitting.result->items[1].score == 0);
}

TEST_CASE("exam: an answer that comes too late is refused and changes nothing") {
    ExamRoom world;
    Exam exam = world.begin();
    REQUIRE(exam.open_next().has_value());
    world.now += 10 * minute;
    const std::size_t before = world.store.all.size();
    CHECK(code_of(exam.answer(Input::choose("a"), {})) == "out-of-time");
    CHECK(world.store.all.size() == before);
    CHECK(exam.talk()->turns().empty());
}

TEST_CASE("exam: a clock that is set back gives no time and is noted") {
    ExamRoom world;
    Exam exam = world.begin();
    REQUIRE(exam.open_next().has_value());
    world.now += 6 * minute;
    REQUIRE(exam.answer(Input::choose("a"), {}).has_value());
    world.now -= 120 * minute;
    REQUIRE(exam.set_away(true).has_value());
    CHECK(exam.sitting().clock_set_back == 1);
    CHECK(left_for_item_ms(exam.sitting(), world.now) == 4 * minute);
    world.now += 4 * minute;
    REQUIRE(*exam.look_at_clock());
    CHECK(exam.talk() == nullptr);
    CHECK(exam.sitting().away_ms == 4 * minute);
}

TEST_CASE("exam: the mix of choosing and typing is held to; one attempt at a time") {
    ExamRoom world;
    Exam exam = world.begin({Replies::choice, Replies::typed});
    REQUIRE(exam.open_next().has_value());
    CHECK(code_of(exam.answer(Input::say("抱歉。"), {})) == "reply-not-allowed");
    CHECK(exam.answer(Input::stay_silent(), {}).has_value());
    CHECK(code_of(Exam::begin(world.room(), world.begun({Replies::either}, "s2"))) == "sitting-running");
    CHECK(code_of(exam.open_next()) == "item-open");
}

TEST_CASE("exam: on a full disk nothing happens, and the same can be said again") {
    ExamRoom world;
    Exam exam = world.begin();
    REQUIRE(exam.open_next().has_value());
    const Sitting before = exam.sitting();
    world.store.is_full = true;
    CHECK(code_of(exam.answer(Input::choose("b"), {})) == "disk-full");
    CHECK(exam.sitting() == before);
    CHECK(exam.talk()->turns().empty());
    world.store.is_full = false;
    REQUIRE(exam.answer(Input::choose("b"), {}).has_value());
    CHECK(exam.talk()->turns().size() == 1);
    CHECK(world.file().sitting == exam.sitting());
}

TEST_CASE("exam: two windows at one sitting: the later one is refused") {
    ExamRoom world;
    Exam one = world.begin();
    Exam two = world.go_on();
    CHECK(code_of(one.open_next()) == "gone-on-elsewhere");
    CHECK(two.open_next().has_value());
}

TEST_CASE("exam: pasted text is marked, lost focus counted") {
    ExamRoom world;
    Exam exam = world.begin({Replies::typed});
    REQUIRE(exam.open_next().has_value());
    REQUIRE(exam.set_away(true).has_value());
    REQUIRE(exam.set_away(true).has_value());
    world.now += 5000;
    REQUIRE(exam.set_away(false).has_value());
    REQUIRE(exam.answer(Input::say("您好，非常抱歉。請問是哪裡？"), {"非常抱歉。"}).has_value());
    CHECK(exam.sitting().focus_losses == 1);
    CHECK(exam.sitting().away_ms == 5000);
    CHECK(exam.sitting().pasted_replies() == 1);
    const auto& span = exam.sitting().items[0].said[0].pasted.at(0);
    CHECK(std::string("您好，非常抱歉。請問是哪裡？").substr(span.begin, span.end - span.begin) == "非常抱歉。");
}

TEST_CASE("exam: pasted spans") {
    struct Row {
        std::string reply;
        std::vector<std::string> pasted;
        std::vector<std::string> found;
    };
    const Row rows[] = {
        {"一二三四五", {"二三"}, {"二三"}},
        {"一二三四五", {"二三", "三四"}, {"二三四"}},  // joined
        {"一二三四五", {"二三四六七"}, {"二三四"}},    // edited afterwards, the greater part is there
        {"一二三四五", {"五六七八九十甲乙"}, {}},      // a character alone is no paste
        {"", {"一"}, {}},
        {"一", {""}, {}},
        {std::string(9000, 'a') + "b", {std::string(9000, 'a') + "c"}, {std::string(9000, 'a')}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.reply.substr(0, 30));
        std::vector<std::string> found;
        for (const auto& s : pasted_spans(row.reply, row.pasted))
            found.push_back(row.reply.substr(s.begin, s.end - s.begin));
        CHECK(found == row.found);
    }
}

TEST_CASE("exam: each event reads back as it was written, and one from a newer version is refused") {
    ExamRoom world;
    Exam exam = world.begin({Replies::typed});
    REQUIRE(exam.open_next().has_value());
    REQUIRE(exam.set_away(true).has_value());
    REQUIRE(exam.set_away(false).has_value());
    REQUIRE(exam.answer(Input::say("你滾出去！"), {"滾"}).has_value());
    REQUIRE(exam.sitting().phase == Sitting::Phase::sealed);
    for (const Kept& kept : world.store.all) {
        CAPTURE(kept.kind);
        const auto event = event_from_json(kept.kind, kept.body);
        REQUIRE(event.has_value());
        CHECK(to_json(*event) == kept.body);
        CHECK(kind_of(*event) == kept.kind);
    }
    CHECK(code_of(event_from_json("sitting.resumed", R"({"v":2,"at_ms":1})")) == "event-unreadable");
    CHECK(code_of(event_from_json("sitting.unheard-of", "{}")) == "event-unreadable");
    CHECK(code_of(event_from_json("sitting.opened", R"({"v":1,"at_ms":1,"item":"0"})")) == "event-unreadable");
    CHECK(code_of(event_from_json("sitting.opened", "{")) == "event-unreadable");
}

TEST_CASE("exam: abuse fails the whole, whatever the rest is worth") {
    ExamRoom world;
    Exam exam = world.begin();
    ExamRoom::play_well(exam, false);
    REQUIRE(exam.open_next().has_value());
    REQUIRE(exam.answer(Input::say("你滾出去！"), {}).has_value());
    const SittingResult& result = *exam.sitting().result;
    CHECK(result.fatal);
    CHECK_FALSE(result.passed);
    REQUIRE(result.items[1].fatal.size() == 1);
    CHECK(result.items[1].fatal[0].rule == "abuse.out");
    REQUIRE(result.items[1].fatal[0].line >= 0);
    CHECK(result.items[1].ledger[static_cast<std::size_t>(result.items[1].fatal[0].line)].rule == "abuse.out");
}

TEST_CASE("exam: a sitting whose scenario has changed does not go on with another one") {
    ExamRoom world;
    event::Begun begun = world.begun({Replies::either});
    begun.items[0].scenario_hash = "another";
    REQUIRE(Exam::begin(world.room(), begun).has_value());
    auto exam = Exam::go_on(world.room(), "s1");
    REQUIRE(exam.has_value());
    CHECK(code_of(exam->open_next()) == "scenario-changed");
}

TEST_CASE("exam: the next attempt waits for its day, and there is none beyond the last") {
    ExamRoom world;
    Blueprint b;
    b.id = "exam";
    b.hash = std::string(64, 'a');
    b.attempts = 2;
    b.days_between = 7;
    b.forms = 1;
    DrawRule any;
    any.id = "any";
    b.draws = {any};
    const auto plan = [&] {
        const auto past = read_files(world.store);
        REQUIRE(past.has_value());
        return plan_sitting(b, small_library(), {candidate_of(small_library().find("drip")->card())}, *past,
                            {"s" + std::to_string(past->size()), "", "林小安", "test"}, world.now, 5);
    };
    auto first = plan();
    REQUIRE(first.has_value());
    CHECK(first->attempt == 1);
    CHECK(first->items.size() == 1);
    Exam exam = *Exam::begin(world.room(), *first);
    CHECK(code_of(plan()) == "sitting-running");
    ExamRoom::play_well(exam, false);
    CHECK(code_of(plan()) == "too-early");
    world.now += 7 * 24 * 60 * minute;
    auto second = plan();
    REQUIRE(second.has_value());
    CHECK(second->attempt == 2);
    Exam again = *Exam::begin(world.room(), *second);
    ExamRoom::play_well(again, false);
    world.now += 30 * 24 * 60 * minute;
    CHECK(code_of(plan()) == "no-attempt-left");
    Filed last = world.file("s1");
    REQUIRE(set_aside(world.store, last, {"王主管", "停電"}, world.now).has_value());
    CHECK(plan()->attempt == 2);
}
