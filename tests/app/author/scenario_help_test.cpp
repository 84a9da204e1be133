// Help while a scenario is written: a way to a stage, certain fixes, names, stages from elsewhere.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/small_library.hpp"
#include "author/document.hpp"
#include "author/document_edits.hpp"
#include "author/live_way.hpp"
#include "author/name_spelling.hpp"
#include "author/quick_fix.hpp"
#include "author/stage_exchange.hpp"

using namespace huashu;
using namespace huashu::app;

namespace {

Tree drip_for_help() {
    return Draft::read("drip.json", read_text_file("tests/app/fixtures/library/drip.json").value()).value().root();
}

}  // namespace

TEST_CASE("help: the way to a stage and to an ending is a play that comes there") {
    const Tree root = drip_for_help();
    const std::atomic<bool> go_on = false;
    const auto to = [&](const Tree& draft, const std::string& pointer) {
        return way_to(draft, "drip.json", *small_library().engine, "tests/app/fixtures/personas", pointer, go_on);
    };
    const auto found = to(root, "/stages/1");
    REQUIRE(found);
    REQUIRE(*found);
    const Way& way = **found;
    CHECK_FALSE(way.empty());
    const scenarios::Scenario& scenario = *small_library().find("drip");
    scenarios::Session talk = scenarios::Session::start(scenario, *small_library().engine, 1);
    for (const scenarios::Input& input : way) REQUIRE(talk.take(input));
    CHECK(talk.stage_id() == root["stages"].items()[1]["id"].text());
    const Tree lonely = added(root, "/stages", root["stages"].items().size());
    const Tree apart =
        with(lonely, below("/stages", root["stages"].items().size() - 1) + "/next", Tree::of(std::string("end")));
    const auto none = to(apart, below("/stages", root["stages"].items().size()));
    CHECK((!none || !*none));
    const auto opening = to(root, "/stages/0/enter");
    REQUIRE(opening);
    REQUIRE(*opening);
    CHECK((*opening)->empty());
    const auto line = to(root, "/stages/1/choices/1/text");
    REQUIRE(line);
    REQUIRE(*line);
    CHECK((*line)->back().value == at(root, "/stages/1/choices/1/id").text());
}

TEST_CASE("help: only what is certain is fixed") {
    const Tree root = drip_for_help();
    const auto fixed = [&](const Tree& wrong, const char* code, const char* pointer) {
        return quick_fix(wrong, {Level::error, code, "", "", pointer}, "drip");
    };
    const Tree odd = with(root, "/colour", Tree::of(std::string("red")));
    REQUIRE(fixed(odd, "unknown-key", "/colour"));
    CHECK(fixed(odd, "unknown-key", "/colour")->root == root);
    const Tree named = with(root, "/id", Tree::of(std::string("other")));
    CHECK(fixed(named, "file-name", "/id")->root["id"].text() == "drip");
    const std::string second = root["stages"].items()[1]["id"].text();
    const Tree twice = with(root, "/stages/0/id", Tree::of(second));
    CHECK(fixed(twice, "duplicate-id", "/stages/1/id")->root["stages"].items()[1]["id"].text() != second);
    const std::size_t endings = root["endings"].items().size();
    const Tree early = with_moved(root, "/endings", endings - 1, 0);
    REQUIRE(fixed(early, "ending-after-default", "/endings/1"));
    CHECK(fixed(early, "ending-after-default", "/endings/1")->root == root);
    CHECK_FALSE(fixed(root, "label-best", "/stages/0/choices/0"));
}

TEST_CASE("help: a name that is spelt otherwise than on the card is told once, an introduced one is not") {
    Tree root = with(drip_for_help(), "/owner/name", Tree::of(std::string("周敏華")));
    root = with(root, "/owner/address", Tree::of(std::string("周女士")));
    const auto say = [&](const char* text) { return with(root, "/stages/0/enter/0", Tree::of(std::string(text))); };
    CHECK(name_variants(say("我是周敏華，家裡滴水。")).empty());
    REQUIRE(name_variants(say("我是周敏花，家裡滴水。")).size() == 1);
    CHECK(name_variants(say("我是周敏花，家裡滴水。")).front().meant == "周敏華");
    CHECK(name_variants(say("周小姐在家。")).front().found == "周小姐");
    CHECK(name_variants(with(say("周小姐在家。"), "/brief", Tree::of(std::string("女兒周小姐同住。")))).empty());
}

TEST_CASE("help: a stage goes to another scenario with its facts, in the way of the one before") {
    const Tree root = drip_for_help();
    const std::string text = stage_as_text(root, "/stages/1");
    const auto pasted = with_pasted_stage(root, 0, text);
    REQUIRE(pasted);
    CHECK(pasted->pointer == "/stages/1");
    CHECK(pasted->root["stages"].items().size() == root["stages"].items().size() + 1);
    const Tree& made = at(pasted->root, pasted->pointer);
    CHECK(made["title"].text() == root["stages"].items()[1]["title"].text());
    CHECK(made["id"].text() != root["stages"].items()[1]["id"].text());
    CHECK_FALSE(with_pasted_stage(root, 0, "{}"));
    CHECK_FALSE(with_pasted_stage(root, 0, "words"));
}
