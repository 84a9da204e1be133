// Structural diff and three-way merge of what two authors wrote.
#include <doctest/doctest.h>

#include "author/diff.hpp"
#include "author/merge.hpp"
#include "support/temporary_folder.hpp"

using namespace huashu::app;

namespace {

ContentJson drip_document() {
    return ContentJson::parse(huashu::test::read_bytes("tests/app/fixtures/library/drip.json"));
}
ContentJson parsed_json(const char* text) { return ContentJson::parse(text); }

std::string told_changes(const std::vector<ContentChange>& changes) {
    std::string out;
    for (const ContentChange& change : changes) {
        out += std::string(name_of(change.kind));
        for (const std::string& step : change.path) out += "/" + step;
        out += " " + change.before + " > " + change.after + "\n";
    }
    return out;
}

}  // namespace

TEST_CASE("diff: a part is the part of the same id, wherever it stands") {
    ContentJson after = drip_document();
    auto& choices = after["stages"][0]["choices"];
    std::swap(choices[0], choices[2]);
    choices[1]["quality"] = "near";
    choices.push_back({{"id", "d"}, {"quality", "bad"}, {"text", "走開"}});
    after["stages"][1].erase("stuck");
    CHECK(told_changes(diff_content(drip_document(), after)) ==
          "changed/stages/receive/choices/b/quality \"best\" > \"near\"\n"
          "added/stages/receive/choices/d  > {\"id\": \"d\", \"quality\": \"bad\", \"text\": \"走開\"}\n"
          "moved/stages/receive/choices/b  > \n"
          "moved/stages/receive/choices/a  > \n"
          "removed/stages/solve/stuck [\"還是沒說什麼時候。\"] > \n");
    CHECK(diff_content(drip_document(), drip_document()).empty());
}

TEST_CASE("diff: lists without ids are compared by what they hold, and the order of keys is no difference") {
    const ContentJson before = parsed_json(R"({"ask": ["a", "b", "c"], "when": {"x": 1, "y": 2}})");
    const ContentJson after = parsed_json(R"({"when": {"y": 2, "x": 1}, "ask": ["a", "new", "b", "C"]})");
    CHECK(told_changes(diff_content(before, after)) == "added/ask/2  > \"new\"\nchanged/ask/4 \"c\" > \"C\"\n");
}

TEST_CASE("merge: what only one changed is taken from either, down to the single value") {
    ContentJson mine = drip_document(), theirs = drip_document();
    mine["title"] = "廚房又滴水";
    mine["stages"][0]["choices"][0]["text"] = "抱歉，請稍等。";
    mine["stages"].push_back({{"id", "mine"}, {"step", 4}});
    theirs["stages"][0]["choices"][0]["quality"] = "bad";
    theirs["stages"][0]["choices"].erase(2);
    theirs["facts"][0]["ask"].push_back("哪個位置");
    theirs["endings"].insert(theirs["endings"].begin(), ContentJson{{"id", "theirs"}, {"rank", "bad"}});
    const Merged merged = merge_content(drip_document(), mine, theirs);
    CHECK(merged.conflicts.empty());
    ContentJson expected = mine;
    expected["stages"][0]["choices"][0]["quality"] = "bad";
    expected["stages"][0]["choices"].erase(2);
    expected["facts"] = theirs["facts"];
    expected["endings"] = theirs["endings"];
    CHECK(same_content(merged.document, expected));
    CHECK(told_changes(diff_content(merged.document, expected)).empty());
    CHECK(
        same_content(merge_content(drip_document(), theirs, mine).document["stages"][0], merged.document["stages"][0]));
}

TEST_CASE("merge: each conflict is told with both sides, and the preferred side stands") {
    ContentJson mine = drip_document(), theirs = drip_document();
    mine["title"] = "甲";
    theirs["title"] = "乙";
    mine["stages"].erase(1);                                     // deleted here,
    theirs["stages"][1]["choices"][0]["text"] = "師傅馬上到。";  // changed there
    mine["reactions"].push_back({{"id", "same"}, {"say", {"一"}}});
    theirs["reactions"].push_back({{"id", "same"}, {"say", {"二"}}});
    const Merged merged = merge_content(drip_document(), mine, theirs);
    REQUIRE(merged.conflicts.size() == 3);
    CHECK(merged.conflicts[0].path == std::vector<std::string>{"title"});
    CHECK(merged.conflicts[0].base == "\"廚房滴水\"");
    CHECK(merged.conflicts[0].mine == "\"甲\"");
    CHECK(merged.conflicts[0].theirs == "\"乙\"");
    CHECK(merged.conflicts[1].path == std::vector<std::string>{"stages", "solve"});
    CHECK(merged.conflicts[1].mine.empty());
    CHECK(merged.conflicts[2].path == std::vector<std::string>{"reactions", "same", "say"});
    CHECK(merged.document["title"] == "甲");
    CHECK(merged.document["stages"].size() == 1);
    const Merged preferred = merge_content(drip_document(), mine, theirs, MergeSide::theirs);
    CHECK(preferred.conflicts == merged.conflicts);
    CHECK(preferred.document["title"] == "乙");
    CHECK(preferred.document["stages"].size() == 2);
}

TEST_CASE("merge: the order of one who left it alone follows the other; two orders are a conflict") {
    const ContentJson base = parsed_json(R"([{"id": "a"}, {"id": "b"}, {"id": "c"}])");
    const ContentJson swapped = parsed_json(R"([{"id": "b"}, {"id": "a"}, {"id": "c"}])");
    const ContentJson added = parsed_json(R"([{"id": "a"}, {"id": "b"}, {"id": "new"}, {"id": "c"}])");
    CHECK(content_value_text(merge_content(base, added, swapped).document) ==
          R"([{"id": "b"}, {"id": "new"}, {"id": "a"}, {"id": "c"}])");
    CHECK(merge_content(base, added, swapped).conflicts.empty());
    const ContentJson other = parsed_json(R"([{"id": "a"}, {"id": "c"}, {"id": "b"}])");
    const Merged merged = merge_content(base, swapped, other);
    REQUIRE(merged.conflicts.size() == 1);
    CHECK(merged.conflicts[0].of_order);
    CHECK(same_content(merged.document, swapped));
}

TEST_CASE("merge: lists of words keep what both added, and an item that both changed is a conflict of that item") {
    const ContentJson base = parsed_json(R"(["a", "b", "c"])");
    CHECK(content_value_text(
              merge_content(base, parsed_json(R"(["x", "a", "b", "c"])"), parsed_json(R"(["a", "b", "c", "y"])"))
                  .document) == R"(["x", "a", "b", "c", "y"])");
    CHECK(content_value_text(
              merge_content(base, parsed_json(R"(["a", "b", "c", "m", "t"])"), parsed_json(R"(["a", "c", "t"])"))
                  .document) == R"(["a", "c", "m", "t"])");
    const Merged merged = merge_content(base, parsed_json(R"(["a", "B", "c"])"), parsed_json(R"(["a", "β", "C"])"));
    REQUIRE(merged.conflicts.size() == 1);
    CHECK(merged.conflicts[0].path == std::vector<std::string>{"2"});
    CHECK(content_value_text(merged.document) == R"(["a", "B", "C"])");
}
