#include "play/marked_text.hpp"

#include <doctest/doctest.h>

#include "app/small_library.hpp"
#include "play/page.hpp"
#include "play/replies_file.hpp"
#include "play/typed_line.hpp"

using namespace huashu;
using namespace huashu::app;
using scenarios::Input;

namespace {
Script script_of(Language language) {
    auto script = Script::make(language);
    REQUIRE(script.has_value());
    return std::move(*script);
}
}  // namespace

TEST_CASE("marks: carets stand below the words, the number at their start") {
    CHECK(mark_spans({"這不歸我管。", {{3, 15}}}, 40, 4) == "這不歸我管。\n      1^^^^^^^\n");
    CHECK(mark_spans({"ab不cd", {{0, 1}, {2, 5}}}, 40, 0) == "ab不cd\n1 2^\n");
    CHECK(mark_spans({"沒有標記", {}}, 40, 2) == "沒有標記\n");
    CHECK(mark_spans({"空白處", {{3, 3}}}, 40, 0) == "空白處\n");
}

TEST_CASE("marks: a span that runs over a line's end is marked on both, its number on the first") {
    CHECK(mark_spans({"一二三四五六", {{6, 12}}}, 8, 2) == "一二三\n      1^\n  四五六\n  ^^\n");
}

TEST_CASE("marks: overlapping spans are both to be seen") {
    CHECK(mark_spans({"一二三四", {{0, 9}, {3, 12}}}, 40, 0) == "一二三四\n1^2^^^^^\n");
}

TEST_CASE("marks: converting a text moves its spans along") {
    const SpannedText given{"主臥漏水，頭髮", {{3, 6}, {15, 21}}};
    CHECK(convert(given, script_of(Language::zh_hant)) == given);
    const SpannedText shown = convert(given, script_of(Language::zh_hans));
    CHECK(shown.text == "主卧漏水，头发");
    CHECK(shown.text.substr(shown.spans[0].begin, shown.spans[0].end - shown.spans[0].begin) == "卧");
    CHECK(shown.text.substr(shown.spans[1].begin, shown.spans[1].end - shown.spans[1].begin) == "头发");
}

TEST_CASE("page: points are hundredths, written out") {
    CHECK(points(0) == "0.00");
    CHECK(points(1250) == "12.50");
    CHECK(points(-305) == "−3.05");
    CHECK(points(7, true) == "+0.07");
    CHECK(points(0, true) == "0.00");
    CHECK(points(-7, true) == "−0.07");
}

TEST_CASE("replies file: choices, silence, words, comments, escapes") {
    const auto replies = parse_replies("r.txt", "\xEF\xBB\xBF# 註\r\n=a\r\n\r\n  \n=\n抱歉。\n\\=a\n\\#1\n\\\\x\n\\n");
    REQUIRE(replies.has_value());
    REQUIRE(replies->size() == 7);
    const std::vector<Input> inputs{Input::choose("a"), Input::stay_silent(), Input::say("抱歉。"), Input::say("=a"),
                                    Input::say("#1"),   Input::say("\\x"),    Input::say("\\n")};
    for (std::size_t i = 0; i < inputs.size(); ++i) CHECK((*replies)[i].input == inputs[i]);
    CHECK((*replies)[2].place == Place{"r.txt", 6, 1});
}

TEST_CASE("replies file: several choices may stand in one line, as a play of the check is printed") {
    const auto replies = parse_replies("r.txt", "=a =  =+\n=b 抱歉\n");
    REQUIRE(replies.has_value());
    REQUIRE(replies->size() == 4);
    CHECK((*replies)[0].input == Input::choose("a"));
    CHECK((*replies)[1].input == Input::stay_silent());
    CHECK((*replies)[2].is_best_choice);
    CHECK((*replies)[2].place.line == 1);
    CHECK((*replies)[3].input == Input::choose("b 抱歉"));  // no choice has such a name, and that is told
}

TEST_CASE("replies file: the best choice is found where the talk stands") {
    const auto replies = parse_replies("r.txt", "=+\n");
    REQUIRE(replies.has_value());
    const Content& content = small_library();
    auto talk = scenarios::Session::start(*content.find("drip"), *content.engine, 1);
    CHECK(input_of(replies->front(), talk) == Input::choose("b"));
    REQUIRE(talk.answer(Input::choose("c")).has_value());
    CHECK(input_of(replies->front(), talk) == Input::choose("b"));
}

TEST_CASE("typed line: numbers choose, words are said, a colon commands") {
    const std::vector<scenarios::Choice> choices{{"b", {}, ""}, {"c", {}, ""}};
    using Kind = TypedLine::Kind;
    const struct {
        const char* line;
        TypedLine typed;
    } rows[] = {
        {"", {Kind::nothing, {}}},
        {"  \t", {Kind::nothing, {}}},
        {"1", {Kind::answer, Input::choose("b")}},
        {" 2 ", {Kind::answer, Input::choose("c")}},
        {"3", {Kind::answer, Input::say("3")}},
        {"0", {Kind::answer, Input::say("0")}},
        {"8102", {Kind::answer, Input::say("8102")}},
        {"１", {Kind::answer, Input::say("１")}},
        {"抱歉", {Kind::answer, Input::say("抱歉")}},
        {":s", {Kind::answer, Input::stay_silent()}},
        {"：q", {Kind::leave, {}}},
        {":f", {Kind::facts, {}}},
        {":m", {Kind::model, {}}},
        {"?", {Kind::help, {}}},
        {"？", {Kind::help, {}}},
        {":x", {Kind::unknown, {}}},
    };
    for (const auto& row : rows) {
        CAPTURE(row.line);
        CHECK(read_typed_line(row.line, choices) == row.typed);
    }
}
