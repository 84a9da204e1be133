#include "author/document.hpp"

#include <doctest/doctest.h>

#include "author/document_edits.hpp"
#include "author/layout.hpp"

using namespace huashu;
using namespace huashu::app;

namespace {

constexpr const char* small =
    R"({"format": "huashu-scenario", "version": 1, "id": "drip", "title": "滴水", "start": "receive",
 "facts": [{"id": "since", "label": "何時", "ask": ["何時"], "tell": ["上週"], "note": "上週"}],
 "stages": [
  {"id": "receive", "step": 1, "title": "接住", "enter": ["滴水了"], "goal": [{"told": ["since"]}],
   "choices": [{"id": "a", "quality": "best", "text": "抱歉", "next": "solve"}, {"id": "b", "quality": "bad", "text": "不管"}],
   "reactions": [{"id": "r", "when": {"choice": ["a"], "untold": ["since"]}, "say": ["嗯"], "tell": ["since"], "to": "solve"}],
   "next": [{"when": {"anger": {"min": 80}}, "to": "calm"}, {"to": "solve"}]},
  {"id": "calm", "step": "calm", "title": "緩", "enter": ["氣"], "next": "solve"},
  {"id": "solve", "step": 3, "title": "辦", "enter": ["辦"], "next": "end"}],
 "endings": [{"id": "left-angry", "at": "any", "rank": "worst", "title": "走"}, {"id": "fine", "at": "end", "rank": "best", "title": "好"}],
 "plays": [{"id": "best", "turns": [{"choice": "a"}], "ending": "fine"}]})";

Draft read_small() { return Draft::read("drip.json", small).value(); }

}  // namespace

TEST_CASE("tree: a change leaves the old tree as it was and shares what did not change") {
    const Tree before = read_small().root();
    const Tree after = with(before, "/stages/0/title", Tree::of("收下"));
    CHECK(at(before, "/stages/0/title").text() == "接住");
    CHECK(at(after, "/stages/0/title").text() == "收下");
    CHECK(at(after, "/stages/1").same(at(before, "/stages/1")));
    CHECK_FALSE(at(after, "/stages/0").same(at(before, "/stages/0")));
    CHECK(with(before, "/stages/9/title", Tree::of("無")) == before);
    CHECK(without(before, "/nothing") == before);
}

TEST_CASE("tree: a new key goes among its kin, and a key with slashes is found again") {
    const Tree with_difficulty = with(read_small().root(), "/difficulty", Tree::of(std::int64_t{2}));
    const auto& members = with_difficulty.members();
    REQUIRE(members.size() > 4);
    CHECK(members[3].key == "title");
    CHECK(members[4].key == "difficulty");
    const std::string odd = below("", "a/b~c");
    CHECK(at(with(Tree::of(Tree::Object{}), odd, Tree::of("x")), odd).text() == "x");
    CHECK(last_of(odd) == "a/b~c");
}

TEST_CASE("document: everything can be undone and redone; typing at one place is one step") {
    Draft document = read_small();
    const Tree first = document.root();
    for (const char* text : {"收", "收下", "收下他"})
        document.apply(with(document.root(), "/title", Tree::of(text)), "/title", true);
    document.apply(with(document.root(), "/brief", Tree::of("背景")), "/brief", true);
    CHECK_FALSE(document.saved());
    CHECK(document.undo());
    CHECK(document.place() == "/brief");
    CHECK(at(document.root(), "/title").text() == "收下他");
    CHECK(document.undo());
    CHECK(document.root().same(first));
    CHECK(document.saved());
    CHECK_FALSE(document.undo());
    CHECK(document.redo());
    CHECK(document.redo());
    CHECK_FALSE(document.redo());
    CHECK(at(document.root(), "/brief").text() == "背景");
    for (int i = 0; i < 3000; ++i)
        document.apply(with(document.root(), "/title", Tree::of(std::to_string(i))), "/title");
    for (int i = 0; i < 3002; ++i) REQUIRE(document.undo());
    CHECK(document.root().same(first));
}

TEST_CASE("document: what is written reads as what it was, and a place is found by line and column") {
    const Draft document = read_small();
    const std::string text = document.text();
    const Draft again = Draft::read("drip.json", text).value();
    // Keys are put in order when they are written, so the second reading is the one that must not change.
    CHECK(Draft::read("drip.json", again.text()).value().root() == again.root());
    CHECK(again.text() == text);
    const PlaceFinder places(text);
    const JsonDocument parsed = parse_json("drip.json", text).value();
    const JsonNode& title = *parsed.root.find("stages")->array()[1].find("title");
    const Place at_title = parsed.source->place_of(title.offset());
    CHECK(places.pointer_at(at_title.line, at_title.column) == "/stages/1/title");
    CHECK(places.pointer_at(at_title.line, at_title.column + 1) == "/stages/1/title");
    CHECK(PlaceFinder("no json").pointer_at(1, 1).empty());
    CHECK_FALSE(Draft::read("x.json", "[1]").has_value());
}

TEST_CASE("edits: renaming keeps every reference") {
    const Tree root = read_small().root();
    const Tree stage = renamed(root, "/stages/2", "mend");
    CHECK(at(stage, "/stages/0/choices/0/next").text() == "mend");
    CHECK(at(stage, "/stages/0/reactions/0/to").text() == "mend");
    CHECK(at(stage, "/stages/0/next/1/to").text() == "mend");
    CHECK(at(stage, "/stages/1/next").text() == "mend");
    CHECK(document_text(stage).find("\"solve\"") == std::string::npos);
    CHECK(at(renamed(root, "/stages/0", "begin"), "/start").text() == "begin");
    const Tree fact = renamed(root, "/facts/0", "when");
    CHECK(document_text(fact).find("\"since\"") == std::string::npos);
    CHECK(at(fact, "/facts/0/tell/0").text() == "上週");
    CHECK(at(renamed(root, "/endings/1", "good"), "/plays/0/ending").text() == "good");
    const Tree choice = renamed(root, "/stages/0/choices/0", "x", {"/plays/0/turns/0"});
    CHECK(at(choice, "/stages/0/reactions/0/when/choice/0").text() == "x");
    CHECK(at(choice, "/plays/0/turns/0/choice").text() == "x");
    CHECK_FALSE(is_free_id(root, "/stages/0", "calm"));
    CHECK_FALSE(is_free_id(root, "/stages/0", "end"));
    CHECK_FALSE(is_free_id(root, "/stages/0", "Groß"));
    CHECK(is_free_id(root, "/stages/0", "receive"));
}

TEST_CASE("edits: a stage that is taken out leaves no way to nowhere") {
    const Tree root = read_small().root();
    const Tree without_solve = removed(root, "/stages/2");
    CHECK(at(without_solve, "/stages/1/next").text() == "end");
    CHECK(at(without_solve, "/stages/0/choices/0/next").text() == "end");
    CHECK(at(removed(root, "/stages/0"), "/start").text() == "solve");
    const Tree without_fact = removed(root, "/facts/0");
    CHECK(document_text(without_fact).find("since") == std::string::npos);
}

TEST_CASE("edits: a new stage stands in the way, a copy has a name of its own") {
    const Tree root = read_small().root();
    const Tree added_stage = added(root, "/stages", 2);
    CHECK(at(added_stage, "/stages/2/id").text() == "stage");
    CHECK(at(added_stage, "/stages/1/next").text() == "stage");
    CHECK(at(added_stage, "/stages/2/next").text() == "solve");
    CHECK(at(duplicated(root, "/stages/1"), "/stages/2/id").text() == "calm-2");
    const Tree copied = duplicated(root, "/stages/0/choices/0");
    CHECK(at(copied, "/stages/0/choices/1/id").text() == "c");
    CHECK(at(copied, "/stages/0/choices/1/quality").text() == "near");  // one best is enough
    CHECK(at(added(root, "/stages/0/choices", 2), "/stages/0/choices/2/id").text() == "c");
}

TEST_CASE("edits: words are found and replaced, names of the format are not") {
    const Tree root = read_small().root();
    CHECK(found(root, "solve").empty());
    CHECK(found(root, "滴水").size() == 2);
    int count = 0;
    const Tree changed = replaced(root, "滴水", "漏水", count);
    CHECK(count == 2);
    CHECK(at(changed, "/stages/0/enter/0").text() == "漏水了");
    CHECK(replaced(root, "", "x", count) == root);
}

TEST_CASE("outline: a change is said to leave it alone only where it does") {
    const Tree root = read_small().root();
    const auto text = [](const char* words) { return Tree::of(std::string(words)); };
    const std::pair<Tree, bool> changes[] = {{root, true},
                                             {with(root, "/stages/0/choices/0/text", text("別的話")), true},
                                             {with(root, "/brief", text("別的")), true},
                                             {with(root, "/stages/0/title", text("別的")), false},
                                             {with(root, "/stages/0/id", text("other")), false},
                                             {with(root, "/stages/0/choices/0/quality", text("bad")), false},
                                             {with(root, "/endings/0/rank", text("bad")), false},
                                             {removed(root, "/stages/1"), false}};
    for (const auto& [changed, same] : changes) {
        CHECK(have_same_outline(root, changed) == same);
        if (same) CHECK(make_outline(root).same_shape(make_outline(changed)));
    }
}

TEST_CASE("outline: ways by their kind, and stages that nothing leads to") {
    const Outline outline = make_outline(removed(read_small().root(), "/stages/0/next/0"));
    REQUIRE(outline.stages.size() == 3);
    CHECK(outline.start == 0);
    CHECK(outline.stages[2].linked);
    CHECK_FALSE(outline.stages[1].linked);
    CHECK(outline.stages[0].ways.size() == 3);  // next, the best choice, the reaction
    CHECK(outline.stages[2].ways.front().to == -1);
    CHECK(outline.endings[0].at_any_time);
}

TEST_CASE("layout: stages stand one below the other and apart; what was put by hand stays") {
    const Outline outline = make_outline(read_small().root());
    const MapPlan plan = lay_out_map(outline, {});
    REQUIRE(plan.stages.size() == 3);
    CHECK(plan.stages[0].y + map_node_height < plan.stages[2].y);
    CHECK(plan.stages[2].y < plan.end.y);
    CHECK(plan.end.y < plan.endings[0].y);
    const MapPlan moved = lay_out_map(outline, {{stage_key("calm"), {900, -40}}});
    CHECK(moved.stages[1] == Spot{900, -40});
    CHECK(moved.stages[0] == plan.stages[0]);
    CHECK(moved.right >= 900);
    CHECK(lay_out_map(outline, {}).stages == plan.stages);
}
