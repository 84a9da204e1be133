// Which replies a change of rules can touch: never one too few. What is said to be untouched is judged alike, and an
// impact measured with that knowledge is the same as one without.
#include "author/impact_touch.hpp"

#include <doctest/doctest.h>

#include <fstream>

#include "app/small_library.hpp"
#include "author/document_tree.hpp"
#include "author/impact.hpp"
#include "author/rule_edits.hpp"
#include "author/rule_pack.hpp"
#include "scoring/json.hpp"
#include "support/temporary_folder.hpp"

using namespace huashu;
using namespace huashu::app;

namespace {

const std::string small_pack = "tests/app/fixtures/pack";

// The small content under a pack that somebody has changed.
struct ChangedPack {
    explicit ChangedPack(const std::function<Tree(const Tree&)>& change) {
        const Tree before = read_rule_pack(small_pack).value();
        REQUIRE(copy_rule_pack(small_pack, folder / "draft", "別的名字"));
        REQUIRE(save_rule_pack(folder / "draft", before, change(before)));
        content = load_content({folder / "draft", "tests/app/fixtures/library", ""}).value();
        touch = ImpactTouch::between(small_library(), content, small_pack);
    }
    test::TemporaryFolder folder;
    Content content;
    std::optional<ImpactTouch> touch;
};

Tree rule_with(const Tree& pack, const char* id, const char* member, const char* json) {
    return with(pack, rule_pointer_of(pack, id) + member, read_tree(parse_json("x", json).value().root));
}

ImpactJob attempt_of(const std::vector<scenarios::Input>& inputs) {
    const scenarios::Scenario& drip = *small_library().find("drip");
    return {{"drip", drip.content_hash(), "", 7, inputs, {}}, "林", "attempt", 0, 0, false};
}

}  // namespace

TEST_CASE("touch: only replies with the words of a changed rule, as it was or as it is, may be judged otherwise") {
    const ChangedPack changed(
        [](const Tree& pack) { return rule_with(pack, "deflect.not_mine", "/match", R"(["不是我的事"])"); });
    REQUIRE(changed.touch);
    const std::pair<const char*, bool> rows[] = {
        {"這不歸我管。", true}, {"這不是我的事。", true}, {"抱歉，師傅下午到。", false}, {"滾出去。", false}};
    for (const auto& row : rows) {
        CAPTURE(row.first);
        CHECK(changed.touch->touches(row.first) == row.second);
        if (!row.second) CHECK(small_library().engine->judge(row.first) == changed.content.engine->judge(row.first));
    }
    CHECK(changed.touch->touches(attempt_of({scenarios::Input::say("不歸我管")}).session));
    CHECK_FALSE(
        changed.touch->touches(attempt_of({scenarios::Input::say("抱歉"), scenarios::Input::stay_silent()}).session));
}

TEST_CASE("touch: a change that may reach every reply is not narrowed down") {
    const auto narrowed = [](const std::function<Tree(const Tree&)>& change) {
        return ChangedPack(change).touch.has_value();
    };
    CHECK(narrowed([](const Tree& pack) { return pack; }));
    CHECK(narrowed([](const Tree& pack) { return rule_with(pack, "apologize.sorry", "/match", R"(["抱歉"])"); }));
    CHECK_FALSE(
        narrowed([](const Tree& pack) { return with(pack, "/pack.json/pass_mark", Tree::of(std::int64_t{55})); }));
    CHECK_FALSE(
        narrowed([](const Tree& pack) { return rule_with(pack, "need.apology", "/reason", R"("說聲抱歉。")"); }));
    CHECK_FALSE(narrowed([](const Tree& pack) { return with_moved(pack, "/rules.json/rules", 0, 2); }));
    ChangedPack lessons([](const Tree& pack) { return pack; });
    std::ofstream(lessons.folder / "draft/utterances-own.jsonl") << R"({"text": "x"})"
                                                                 << "\n";
    CHECK_FALSE(ImpactTouch::between(small_library(), lessons.content, small_pack));
}

TEST_CASE("touch: an impact measured with it is the one measured without, and says what was left alone") {
    const ChangedPack changed(
        [](const Tree& pack) { return rule_with(pack, "deflect.not_mine", "/match", R"(["不是我的事"])"); });
    REQUIRE(changed.touch);
    std::vector<ImpactJob> jobs = golden_jobs(small_library());
    for (const char* reply : {"不歸我管。", "不是我的事。", "非常抱歉，請問是哪一層？", "師傅今天下午上門。"})
        jobs.push_back(attempt_of({scenarios::Input::say(reply), scenarios::Input::choose("a")}));
    const ImpactReport all = measure_impact(jobs, small_library(), changed.content, {});
    const ImpactReport few =
        measure_impact(jobs, small_library(), changed.content, {1, nullptr, nullptr, &*changed.touch});
    REQUIRE_FALSE(all.cases.empty());
    REQUIRE(few.cases.size() == all.cases.size());
    for (std::size_t i = 0; i < all.cases.size(); ++i) {
        CHECK(few.cases[i].job == all.cases[i].job);
        CHECK(few.cases[i].before == all.cases[i].before);
        CHECK(few.cases[i].after == all.cases[i].after);
    }
    CHECK(few.rules == all.rules);
    CHECK(few.jobs == all.jobs);
    CHECK(few.unplayable == all.unplayable);
    CHECK(few.untouched >= 1);
    CHECK(all.untouched == 0);
}
