// A small room to sit in: the small library, a store in memory, a clock that the test moves.
#pragma once

#include <doctest/doctest.h>

#include "app/assess/memory_store.hpp"
#include "app/small_library.hpp"
#include "assess/archive.hpp"

namespace huashu::assess {

constexpr std::int64_t minute = 60'000;

struct ExamRoom {
    MemoryStore store;
    std::int64_t now = 1'700'000'000'000;

    [[nodiscard]] Room room() {
        return {&small_library(), &store, [this] { return now; }};
    }
    [[nodiscard]] event::Begun begun(std::vector<Replies> replies, const std::string& id = "s1") const {
        event::Begun b;
        b.sitting_id = id;
        b.person = "林小安";
        b.blueprint_id = "exam";
        b.blueprint_title = "考核";
        b.packs_hash = packs_hash_of(small_library());
        b.program = "test";
        b.minutes = 30;
        b.marking.pass_mark = 70;
        const scenarios::Scenario& drip = *small_library().find("drip");
        std::uint64_t seed = 3;
        for (const Replies r : replies)
            b.items.push_back({"drip", drip.card().title, drip.content_hash(), seed++, r, 1, 10, 100});
        return b;
    }
    [[nodiscard]] Exam begin(std::vector<Replies> replies = {Replies::either, Replies::typed}) {
        auto exam = Exam::begin(room(), begun(std::move(replies)));
        REQUIRE_MESSAGE(exam.has_value(), (exam ? "" : to_text(exam.error().diagnostics.front())));
        return std::move(*exam);
    }
    [[nodiscard]] Exam go_on(const std::string& id = "s1") {
        auto exam = Exam::go_on(room(), id);
        REQUIRE_MESSAGE(exam.has_value(), (exam ? "" : to_text(exam.error().diagnostics.front())));
        return std::move(*exam);
    }
    /// Plays an item well: by choice "b", "a", or by the same words typed.
    static void play_well(Exam& exam, bool typed) {
        REQUIRE(exam.open_next().has_value());
        using scenarios::Input;
        REQUIRE(exam.answer(typed ? Input::say("非常抱歉，給您添麻煩了。請問是哪裡滴水？") : Input::choose("b"), {})
                    .has_value());
        REQUIRE(exam.answer(typed ? Input::say("師傅下午三點上門。") : Input::choose("a"), {}).has_value());
        REQUIRE(exam.talk() == nullptr);
    }
    [[nodiscard]] Filed file(const std::string& id = "s1") {
        auto filed = read_file(store, id);
        REQUIRE_MESSAGE(filed.has_value(), (filed ? "" : to_text(filed.error().diagnostics.front())));
        return std::move(*filed);
    }
};

template <class T>
std::string code_of(const Result<T>& result) {
    return result ? "" : result.error().diagnostics.front().code;
}

}  // namespace huashu::assess
