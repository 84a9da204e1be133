#include "scoring/quality.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "quality/parts.hpp"
#include "scenarios/golden.hpp"
#include "scoring/support/packs.hpp"

using namespace huashu;
using namespace huashu::scoring;

namespace {

int count(const Quality& quality, const std::string& code) {
    return static_cast<int>(std::ranges::count(quality.diagnostics, code, &Diagnostic::code));
}

std::string forbid(const std::string& id, const std::string& keys, const std::string& hits, const std::string& misses,
                   const std::string& instead = "好的。") {
    return R"({"id":")" + id +
           R"(","kind":"forbid","family":"cold","severity":"minor","source":"§1","reason":"因為","instead":")" +
           instead + R"(",)" + keys + R"(,"hits":[)" + hits + R"(],"misses":[)" + misses + "]}";
}

Quality quality_of(const std::string& rules, const std::string& ordinary = {}) {
    return check_quality(test::engine_of(rules), ordinary);
}

std::string read_as(const char* text) { return to_utf8(canonicalise(text).chars); }

int survivors_of(const Quality& quality, const std::string& change) {
    for (const MutationTally& tally : quality.mutations)
        if (tally.change == change) return tally.made - tally.caught;
    return -1;
}

}  // namespace

TEST_CASE("quality: samples take every way through a pattern") {
    const WordLists known{{"我方", {"我們", "物業"}}};
    CHECK(samples_of("不(歸|屬)[於]{我方}~4管", known, 20) ==
          std::vector<std::string>{read_as("不歸我們管"), read_as("不屬於物業管")});
    CHECK(samples_of("(甲|乙|丙)", known, 20).size() == 3);
    CHECK(samples_of("<digit:3-4>室", known, 20) == std::vector<std::string>{"333室"});
}

TEST_CASE("quality: a pattern that an exception always covers is dead, one that it covers sometimes is not") {
    CHECK(count(quality_of(
                    forbid("a.dead", R"("match":["他媽","笨"],"except":["他媽[媽]"])", R"("[[笨]]")", R"("他媽媽")")),
                "pattern-dead") == 1);
    CHECK(
        count(quality_of(forbid("a.fine", R"("match":["他媽"],"except":["他媽媽"])", R"("[[他媽]]的")", R"("他媽媽")")),
              "pattern-dead") == 0);
}

TEST_CASE("quality: better wording that trips a rule, and ordinary words taken for faults, are named") {
    const std::string rule = forbid("a.b", R"("match":["保證"])", R"("[[保證]]修好")", R"("好")", "我保證。");
    const Quality quality = quality_of(rule, "# of the trade\n保證金\n門禁卡\n");
    CHECK(count(quality, "advice-trips") == 1);
    CHECK(count(quality, "ordinary-word") == 1);
}

TEST_CASE("quality: parts that no example needs are survivors, parts that one needs are not") {
    const std::string context =
        R"({"id":"neg","kind":"context","markers":["不會"],"side":"before","source":"§1","reason":"因為","hits":["不會[[滾]]"],"misses":["[[滾]]"]},)";
    const Quality weak =
        quality_of(context + forbid("a.weak", R"("match":["滾","出去~2玩"],"except":["翻滾"],"ignore":["neg"])",
                                    R"("[[滾]]吧")", R"("好")"));
    CHECK(survivors_of(weak, "drop a pattern") == 1);
    CHECK(survivors_of(weak, "drop an exception") == 1);
    CHECK(survivors_of(weak, "drop a context") == 1);
    CHECK(survivors_of(weak, "widen a gap") == 1);
    const Quality strong =
        quality_of(context + forbid("a.strong", R"("match":["滾","出去~2玩"],"except":["翻滾"],"ignore":["neg"])",
                                    R"("[[滾]]吧","[[出去玩]]")", R"("翻滾","不會滾","出去大家一起玩")"));
    for (const MutationTally& tally : strong.mutations) {
        CAPTURE(tally.change);
        CHECK(tally.made == tally.caught);
    }
}

TEST_CASE("quality: the listing tells which rules speak on each example") {
    const std::string listing =
        examples_listing(test::engine_of(forbid("a.one", R"("match":["滾"])", R"("[[滾]]吧")", R"("好")") + "," +
                                         forbid("a.two", R"("match":["吧"])", R"("去[[吧]]")", R"("好")")));
    CHECK(listing.find("a.one hit: 滾吧\n  a.one [滾]\n  a.two [吧]\n") != std::string::npos);
}

TEST_CASE("quality: what all rules of the sample pack find in each other's examples") {
    test::check_golden("tests/scoring/golden/mini_examples.txt",
                       examples_listing(test::engine_of_folder(test::mini_pack_folder)));
}
