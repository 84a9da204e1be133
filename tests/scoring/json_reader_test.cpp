#include "scoring/json_reader.hpp"

#include <doctest/doctest.h>

#include "base/edit_distance.hpp"
#include "scoring/types.hpp"

using namespace huashu;

namespace {

/// A reader over a text, and what it found.
struct Reading {
    JsonDocument document;
    Diagnostics problems;
    ObjectReader in;

    explicit Reading(const std::string& text)
        : document(*parse_json("t.json", text)), in(*document.source, document.root, problems) {}
    [[nodiscard]] std::string codes() const {
        std::string out;
        for (const Diagnostic& d : problems) out += (out.empty() ? "" : " ") + d.code;
        return out;
    }
};

}  // namespace

TEST_CASE("json reader: sound values come through") {
    Reading r(R"({"s":"甲","i":5,"b":true,"l":["x","y"],"act":"own","acts":["own","solve"],"o":{"k":1}})");
    CHECK(r.in.required_string("s") == "甲");
    CHECK(r.in.optional_string("absent", "else") == "else");
    CHECK(r.in.required_integer("i", 1, 9) == 5);
    CHECK_FALSE(r.in.optional_integer("j", 1, 9).has_value());
    CHECK(r.in.optional_boolean("b", false));
    CHECK(r.in.string_list("l", true) == std::vector<std::string>{"x", "y"});
    CHECK(r.in.optional_name("act", scoring::parse_act, "a speech act") == scoring::Act::own);
    CHECK(r.in.name_list("acts", scoring::parse_act, "a speech act").size() == 2);
    CHECK(r.in.member("o")->find("k")->integer() == 1);
    CHECK(r.in.list("l").size() == 2);
    r.in.done();
    CHECK(r.codes().empty());
}

TEST_CASE("json reader: what does not fit is reported at its place, all of it") {
    Reading r(
        "{\n \"s\": 5,\n \"i\": \"5\",\n \"big\": 99,\n \"half\": 1.5,\n \"l\": [\"\", 3],\n \"e\": [],\n"
        " \"act\": \"appologize\",\n \"empty\": \"\"}");
    (void)r.in.required_string("s");
    (void)r.in.required_integer("i", 1, 9);
    (void)r.in.required_integer("big", 1, 9);
    (void)r.in.optional_integer("half", 1, 9);
    (void)r.in.string_list("l");
    (void)r.in.string_list("e", true);
    (void)r.in.required_name("act", scoring::parse_act, "a speech act", scoring::Act::greet);
    (void)r.in.required_string("empty");
    (void)r.in.required_string("gone");
    r.in.done();
    CHECK(r.codes() ==
          "wrong-type wrong-type out-of-range wrong-type empty-value wrong-type empty-list unknown-name empty-value "
          "missing-key");
    CHECK(r.problems[0].place == Place{"t.json", 2, 7});
    CHECK(r.problems[2].place.line == 4);
    CHECK(r.problems[5].place == Place{"t.json", 6, 12});
    CHECK(r.problems.back().place.line == 1);
}

TEST_CASE("json reader: an unknown key names the nearest known one") {
    Reading r(R"({"mach": 1, "zzzzzz": 2})");
    (void)r.in.member("match");
    (void)r.in.member("except");
    r.in.done();
    REQUIRE(r.codes() == "unknown-key unknown-key");
    CHECK(r.problems[0].remedy == "did you mean \"match\"?");
    CHECK(r.problems[1].remedy == "known here: match, except");
    CHECK(r.problems[1].place.column == 13);
}

TEST_CASE("json reader: a node that is no object is reported once and for all") {
    Reading r("[1]");
    (void)r.in.required_string("a");
    (void)r.in.required_integer("b", 0, 1);
    (void)r.in.string_list("c", true);
    r.in.done();
    CHECK(r.codes() == "wrong-type");
}

TEST_CASE("json reader: an object with a thousand unknown keys is no flood") {
    std::string text = "{\"a0\":0";
    for (int i = 1; i < 1000; ++i) text += ",\"a" + std::to_string(i) + "\":0";
    Reading r(text + "}");
    r.in.done();
    CHECK(r.problems.size() == 21);
    CHECK(r.problems.back().text.starts_with("980 more"));
}

TEST_CASE("edit distance: near words are found, far ones are not") {
    const std::string_view known[] = {"match", "misses", "severity", "source", "id"};
    CHECK(nearest_word("mathc", known) == "match");
    CHECK(nearest_word("severty", known) == "severity");
    CHECK(nearest_word("ids", known) == "id");
    CHECK(nearest_word("wording", known).empty());
    CHECK(nearest_word(std::string(1000, 'm'), known).empty());
}
