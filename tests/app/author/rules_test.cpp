// Rules while they are written: the pack as a tree, the live check, versions.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include "author/document.hpp"
#include "author/pack_versions.hpp"
#include "author/rule_check.hpp"
#include "author/rule_edits.hpp"
#include "author/rule_pack.hpp"
#include "author/scenario_text.hpp"
#include "support/temporary_folder.hpp"

using namespace huashu;
using namespace huashu::app;

namespace {

constexpr const char* fixture_pack = "tests/app/fixtures/pack";

RuleReport rules_report(RuleCheck& check, RuleCheckJob job) {
    const unsigned revision = job.revision;
    const bool wants_words = !job.rule.empty();
    check.submit(std::move(job));
    for (int i = 0; i < 4000; ++i) {
        const auto report = check.take();
        if (report && report->revision == revision && report->complete &&
            (!wants_words || !report->engine || !report->rule.empty()))
            return *report;
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    FAIL("no report came");
    return {};
}

const RuleFinding* rule_finding(const RuleReport& report, std::string_view code) {
    const auto found = std::find_if(report.findings.begin(), report.findings.end(),
                                    [&](const RuleFinding& f) { return f.code == code; });
    return found == report.findings.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("rules: a copy of a pack is a pack; saving writes only the files that changed") {
    const test::TemporaryFolder folder;
    const std::string copy = folder / "copy";
    REQUIRE(copy_rule_pack(fixture_pack, copy, "我們的規則"));
    CHECK_FALSE(copy_rule_pack(fixture_pack, copy, "again"));
    const Tree before = read_rule_pack(copy).value();
    CHECK(before["pack.json"]["title"].text() == "我們的規則");
    REQUIRE_FALSE(rule_pointers(before).empty());
    const std::string rule = rule_pointers(before).front();
    const Tree after = with(before, below(rule, "reason"), Tree::of("改過的理由。"));
    CHECK(changed_pack_files(before, after).size() == 1);
    CHECK(changed_pack_files(before, before).empty());
    const std::string stamp = pack_stamp(copy);
    const std::string header = test::read_bytes(copy + "/pack.json");
    REQUIRE(save_rule_pack(copy, before, after));
    CHECK(pack_stamp(copy) != stamp);
    CHECK(test::read_bytes(copy + "/pack.json") == header);
    CHECK(says_the_same(read_rule_pack(copy).value(), after));
    CHECK_FALSE(says_the_same(read_rule_pack(copy).value(), before));
    REQUIRE(list_pack_drafts(folder.path()).size() == 1);
    CHECK(list_pack_drafts(folder.path()).front().id == "copy");
}

TEST_CASE("rules: what was typed and not saved comes back, and goes away with the next save") {
    const test::TemporaryFolder folder;
    const std::string copy = folder / "copy";
    REQUIRE(copy_rule_pack(fixture_pack, copy, {}));
    const Tree saved = read_rule_pack(copy).value();
    const Tree typed = with(saved, below(rule_pointers(saved).front(), "reason"), Tree::of("半途的字"));
    REQUIRE(write_pack_recovery(copy, saved, typed));
    REQUIRE(read_pack_recovery(copy, saved));
    CHECK(*read_pack_recovery(copy, saved) == typed);
    REQUIRE(save_rule_pack(copy, saved, typed));
    CHECK_FALSE(read_pack_recovery(copy, saved));
}

TEST_CASE("rules: a new rule, a copy, another id; a context's name is followed") {
    const Tree root = read_rule_pack(fixture_pack).value();
    const Placed made = with_new_rule(root, "context", "");
    const std::string id = at(made.root, made.pointer)["id"].text();
    const Placed fault = with_new_rule(made.root, "forbid", "vague");
    CHECK(at(fault.root, fault.pointer)["family"].text() == "vague");
    CHECK(at(fault.root, fault.pointer)["id"].text() == "vague.own");
    const Tree named = with(fault.root, below(fault.pointer, "ignore"), Tree::of(Tree::List{Tree::of(id)}));
    const Tree renamed = with_rule_id(named, made.pointer, "spoken_of");
    CHECK(at(renamed, fault.pointer)["ignore"].items().front().text() == "spoken_of");
    const Placed twin = with_rule_copy(renamed, fault.pointer);
    CHECK(at(twin.root, twin.pointer)["id"].text() == "vague.own_copy");
    CHECK(rule_pointer_of(twin.root, "vague.own_copy") == twin.pointer);
    CHECK(rule_at(below(twin.pointer, "match") + "/0") == twin.pointer);
    CHECK(fresh_rule_id(twin.root, "vague.own") == "vague.own_2");
}

TEST_CASE("rules: a reply from a talk becomes an example, its words marked where the rule found them") {
    const Placed made = with_new_rule(read_rule_pack(fixture_pack).value(), "forbid", "deflect");
    const Tree hit = with_example(made.root, made.pointer, true, {"這不歸我管。", "漏水！", "facility", "1"}, 3, 15);
    const Tree& example = at(hit, below(made.pointer, "hits") + "/0");
    CHECK(example["text"].text() == "這[[不歸我管]]。");
    CHECK(example["owner"].text() == "漏水！");
    CHECK(example["step"].integer() == 1);
    const Tree miss = with_example(hit, made.pointer, false, {"我來管。", {}, {}, {}});
    CHECK(at(miss, below(made.pointer, "misses") + "/0").text() == "我來管。");
}

TEST_CASE("rules: examples that fail are found at their place, and the engine is that of the draft") {
    RuleCheck check(fixture_pack);
    const Tree saved = read_rule_pack(fixture_pack).value();
    Placed made = with_new_rule(saved, "forbid", "vague");
    Tree root = with(made.root, below(made.pointer, "match"), Tree::of(Tree::List{Tree::of(std::string("再看看"))}));
    for (const auto& [key, value] : {std::pair{"reason", "含糊"}, {"instead", "今天下午三點給您答覆。"}})
        root = with(root, below(made.pointer, key), Tree::of(std::string(value)));
    const auto examples = [&](const char* hit, const char* miss) {
        Tree out = with(root, below(made.pointer, "hits"), Tree::of(Tree::List{Tree::of(std::string(hit))}));
        return with(out, below(made.pointer, "misses"), Tree::of(Tree::List{Tree::of(std::string(miss))}));
    };
    const RuleReport fine =
        rules_report(check, {examples("我們[[再看看]]吧。", "我今天就去。"), saved, fixture_pack, 1, made.pointer});
    CHECK(rule_finding(fine, "example-silent") == nullptr);
    REQUIRE(fine.engine);
    const scoring::Judgement judged = fine.engine->judge("再看看吧。");
    CHECK(std::any_of(judged.findings.begin(), judged.findings.end(),
                      [](const scoring::Finding& f) { return f.rule == "vague.own"; }));
    const RuleReport wrong =
        rules_report(check, {examples("[[明天]]再說。", "我們再看看吧。"), saved, fixture_pack, 2, ""});
    REQUIRE(rule_finding(wrong, "example-silent"));
    CHECK(rule_finding(wrong, "example-silent")->pointer == below(made.pointer, "hits") + "/0");
    REQUIRE(rule_finding(wrong, "example-speaks"));
    CHECK(rule_finding(wrong, "example-speaks")->pointer == below(made.pointer, "misses") + "/0");
    const Tree broken =
        with(examples("[[再看看]]。", "好。"), below(made.pointer, "match") + "/0", Tree::of(std::string("(再看看")));
    const RuleReport unsound = rules_report(check, {broken, saved, fixture_pack, 3, ""});
    REQUIRE(rule_finding(unsound, "unclosed-group"));
    CHECK(rule_finding(unsound, "unclosed-group")->pointer == below(made.pointer, "match") + "/0");
}

TEST_CASE("rules: ordinary words that hold what a rule looks for are told, unless an exception covers them") {
    const auto rule = [](const char* except) {
        Tree::Object out{{"match", Tree::of(Tree::List{Tree::of(std::string("不管"))})}};
        if (*except != '\0') out.push_back({"except", Tree::of(Tree::List{Tree::of(std::string(except))})});
        return Tree::of(std::move(out));
    };
    const std::vector<std::string> replies{"儘管放心，我來辦。", "不管多晚，我都接。"};
    const auto holding = [](const char* word) {
        return Tree::of(Tree::Object{{"match", Tree::of(Tree::List{Tree::of(std::string(word))})}});
    };
    const std::vector<InsideWord> inside = words_inside(holding("管"), {}, replies);
    REQUIRE_FALSE(inside.empty());
    CHECK(std::any_of(inside.begin(), inside.end(), [](const InsideWord& w) { return w.word == "儘管"; }));
    CHECK(words_inside(rule("不管多晚"), {}, replies).empty());
}

TEST_CASE("rules: a pack has one layout; laying it out changes nothing that it says") {
    const std::string file = std::string(fixture_pack) + "/rules.json";
    const std::string once = document_text(Draft::read(file, test::read_bytes(file)).value().root());
    const Tree read = Draft::read(file, once).value().root();
    CHECK(says_the_same(read, Draft::read(file, test::read_bytes(file)).value().root()));
    CHECK(document_text(read) == once);
    CHECK(once.find("\n       \"") != std::string::npos);  // a pattern a line
}

TEST_CASE("rules: draft, review, published; a version never changes and is found by what was played") {
    const test::TemporaryFolder folder;
    PackStore store(folder.path(), [] { return std::string("2026-11-28T04:00:00Z"); });
    CHECK_FALSE(store.submit("ours", "林", ""));
    std::filesystem::create_directories(store.drafts_folder());
    REQUIRE(copy_rule_pack(fixture_pack, store.draft_folder("ours"), {}));
    CHECK(store.item("ours").draft_differs);
    REQUIRE(store.submit("ours", "林", "first"));
    std::ofstream(store.review_folder("ours") + "/own.json") << "{}";
    CHECK_FALSE(store.publish("ours", "abc", "林", ""));  // not what was submitted
    REQUIRE(store.submit("ours", "林", "again"));
    REQUIRE(store.publish("ours", "abc", "林", "") == 1);
    CHECK(store.item("ours").published == 1);
    CHECK_FALSE(store.item("ours").draft_differs);
    CHECK_FALSE(store.item("ours").in_review);
    CHECK(std::filesystem::exists(store.library_folder("ours") + "/pack.json"));
    CHECK(store.history("ours").value().back().content_hash == "abc");
    CHECK(store.verify("ours").value().empty());
    std::ofstream(store.draft_folder("ours") + "/own.json") << "{}";
    const std::string kept = store.restore("ours", 1, "林").value();
    CHECK(std::filesystem::exists(kept + "/own.json"));
    CHECK_FALSE(std::filesystem::exists(store.draft_folder("ours") + "/own.json"));
    const std::string rules = store.version_folder_of("ours", 1) + "/rules.json";
    std::filesystem::permissions(rules, std::filesystem::perms::owner_all);
    std::ofstream(rules, std::ios::app) << " ";
    CHECK(has_errors(store.verify("ours").value()));
    REQUIRE(store.submit("ours", "林", ""));
    CHECK_FALSE(store.publish("ours", "def", "林", ""));
}
