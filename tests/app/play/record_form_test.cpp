#include "play/record_form_input.hpp"

#include <doctest/doctest.h>

#include <deque>

using namespace huashu;
using namespace huashu::app;
using scenarios::RecordedPromise;
using scenarios::RecordForm;

namespace {

/// A person who answers these lines, and then is gone.
struct Person {
    std::deque<std::string> lines;
    std::string shown;
    int asked = 0;

    std::optional<RecordForm> fill_in() {
        const auto words = Words::load("assets/words", Language::en);
        REQUIRE(words.has_value());
        auto script = Script::make(Language::zh_hant);
        REQUIRE(script.has_value());
        const Page page{*words, std::move(*script), Style{false}, 80};
        const AskLine ask = [this](const std::string&) -> Result<std::optional<std::string>> {
            ++asked;
            if (lines.empty()) return std::optional<std::string>();
            std::string line = lines.front();
            lines.pop_front();
            return std::optional(line);
        };
        const auto print = [this](std::string_view text) -> Result<void> {
            shown += text;
            return {};
        };
        const auto form = ask_for_record(page, ask, print);
        REQUIRE(form.has_value());
        return *form;
    }
};

}  // namespace

TEST_CASE("record form: it is asked line by line, and what is no answer is asked again") {
    Person person{{"13", "five", "5", " 飄窗頂滴水 ", "2", "2", "電工到場／今天三點前", "回電話", ""}, {}, 0};
    const auto form = person.fill_in();
    REQUIRE(form.has_value());
    CHECK(*form == RecordForm{"§2.2.1",
                              "飄窗頂滴水",
                              scenarios::Urgency::urgent,
                              scenarios::Department::engineering,
                              {{"電工到場", "今天三點前"}, {"回電話", ""}}});
    CHECK(person.asked == 9);
    CHECK(person.shown.find("emergency") != std::string::npos);
}

TEST_CASE("record form: it is never required, and what is left blank stays blank") {
    CHECK_FALSE(Person{{""}, {}, 0}.fill_in().has_value());
    CHECK_FALSE(Person{{}, {}, 0}.fill_in().has_value());
    const auto blank = Person{{"1", "", "", "", ""}, {}, 0}.fill_in();
    REQUIRE(blank.has_value());
    CHECK(*blank == RecordForm{"§2.1.1", "", std::nullopt, std::nullopt, {}});
    const auto gone = Person{{"12", "三天"}, {}, 0}.fill_in();  // the input ends in between: what was said counts
    REQUIRE(gone.has_value());
    CHECK(gone->facts == "三天");
}

TEST_CASE("record form: a promise and its time stand on both sides of the last slash") {
    CHECK(parse_promise("電工到場 / 三點前") == RecordedPromise{"電工到場", "三點前"});
    CHECK(parse_promise("水/電師傅到場／明天") == RecordedPromise{"水/電師傅到場", "明天"});
    CHECK(parse_promise("回電話") == RecordedPromise{"回電話", ""});
    CHECK(parse_promise("／三點") == RecordedPromise{"", "三點"});
}
