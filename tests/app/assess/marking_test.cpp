// A second marking as a value and as documents: no window.
#include "assess/marking.hpp"

#include <doctest/doctest.h>

#include "memory_store.hpp"

using namespace huashu;
using namespace huashu::assess;

namespace {

Specimens some_specimens(int count) {
    Specimens out;
    for (int i = 0; i < count; ++i) {
        Specimen s;
        s.key = "k" + std::to_string(100 + i);
        s.reply = "第 " + std::to_string(i) + " 句";
        s.machine.key = s.key;
        s.machine.grades = {{scoring::Dimension::empathy, 3}};
        if (i % 2 == 0) s.machine.breaks = {"deflect.not_mine"};
        out.all.push_back(std::move(s));
    }
    out.rules = {{"vague.soon", {"vague.soon", "沒有時間", "§3", scoring::Family::vague}},
                 {"deflect.not_mine", {"deflect.not_mine", "推給別人", "§3", scoring::Family::deflect}}};
    return out;
}

}  // namespace

TEST_CASE("marking: the same seed draws the same sheet, another one another; rules stand by family") {
    MemoryStore store;
    const Specimens specimens = some_specimens(60);
    const auto a = draw_sheet(store, specimens, {"a", "王主管", 20, 7});
    const auto b = draw_sheet(store, specimens, {"b", "王主管", 20, 7});
    const auto c = draw_sheet(store, specimens, {"c", "王主管", 20, 8});
    REQUIRE((a && b && c));
    CHECK(a->replies == b->replies);
    CHECK(a->replies != c->replies);
    CHECK(a->replies.size() == 20);
    CHECK(a->rules.front().id == "deflect.not_mine");
    CHECK(a->marked() == 0);
    for (const SheetReply& r : a->replies) CHECK(r.marks.breaks.empty());  // blind
    CHECK_FALSE(draw_sheet(store, specimens, {"d", "", 20, 7}).has_value());
    CHECK(draw_sheet(store, some_specimens(0), {"d", "王主管", 20, 7}).error().diagnostics[0].code == "no-replies");
}

TEST_CASE("marking: what was marked is read back, a finished or dropped sheet is not gone on with") {
    MemoryStore store;
    const Specimens specimens = some_specimens(12);
    auto sheet = draw_sheet(store, specimens, {"a", "王主管", 12, 1});
    REQUIRE(sheet.has_value());
    CHECK(finish_sheet(store, *sheet).error().diagnostics[0].code == "nothing-marked");
    for (std::size_t i = 0; i < 3; ++i) {
        sheet->replies[i].marks.grades = {{scoring::Dimension::empathy, static_cast<int>(i)}};
        REQUIRE(keep_marks(store, *sheet, i).has_value());
    }
    sheet->replies[0].marks.breaks = {"vague.soon"};  // thought again
    REQUIRE(keep_marks(store, *sheet, 0).has_value());
    const auto again = unfinished_sheet(store, specimens);
    REQUIRE(again.has_value());
    REQUIRE(again->has_value());
    CHECK(**again == *sheet);
    MarkingSheet stale = **again;
    stale.documents -= 1;  // another window went on
    CHECK_FALSE(keep_marks(store, stale, 1).has_value());
    const SheetResult result = result_of(*sheet, specimens);
    CHECK(result.agreement.replies == 3);
    REQUIRE(!result.apart.empty());
    CHECK(result.apart.front().only_person == std::vector<std::string>{"vague.soon"});
    REQUIRE(finish_sheet(store, *sheet).has_value());
    CHECK_FALSE(unfinished_sheet(store, specimens)->has_value());
    auto other = draw_sheet(store, specimens, {"b", "王主管", 12, 2});
    REQUIRE(other.has_value());
    REQUIRE(unfinished_sheet(store, specimens)->has_value());
    REQUIRE(drop_sheet(store, *other).has_value());
    CHECK_FALSE(unfinished_sheet(store, specimens)->has_value());
}

TEST_CASE("marking: replies that are gone since leave the sheet and are counted") {
    MemoryStore store;
    auto sheet = draw_sheet(store, some_specimens(12), {"a", "王主管", 12, 1});
    REQUIRE(sheet.has_value());
    const auto later = unfinished_sheet(store, some_specimens(10));
    REQUIRE(later->has_value());
    CHECK((*later)->replies.size() == 10);
    CHECK((*later)->gone == 2);
}
