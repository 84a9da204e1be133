#include "assess/blueprint_draft.hpp"

#include <doctest/doctest.h>

#include "assess/archive.hpp"

using namespace huashu;
using namespace huashu::assess;

namespace {

std::vector<Candidate> small_pool() {
    std::vector<Candidate> out;
    for (int i = 0; i < 12; ++i) {
        Candidate c;
        c.id = "s" + std::to_string(i);
        c.kind = "§2." + std::to_string(i % 3 + 1) + "." + std::to_string(i % 4 + 1);
        c.persona = i % 2 == 0 ? "calm" : "loud";
        c.household = c.id;
        c.complaint = static_cast<scoring::Complaint>(i % 3);
        c.declared = 1 + i % 5;
        out.push_back(std::move(c));
    }
    return out;
}

Blueprint sound_draft() {
    Blueprint b = new_blueprint("autumn");
    b.title = "秋季抽查";
    b.tolerance_centi = 200;
    b.forms = 2;
    return b;
}

std::vector<std::string> draft_codes_of(const DraftCheck& check) {
    std::vector<std::string> out;
    for (const DraftProblem& p : check.problems) out.push_back(p.code);
    return out;
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("draft: every shipped blueprint, and one with every field, is written as it is read") {
    auto all = load_blueprints({"assets/blueprints"}).value;
    REQUIRE_FALSE(all.empty());
    Blueprint full = sound_draft();
    full.about = "「每年」\n兩次";
    full.minutes = 90;
    full.reply_clock = false;
    full.attempts = 3;
    full.days_between = 14;
    full.marking.pass_mark = 85;
    full.marking.least_per_scenario = 60;
    full.marking.fatal = {{scoring::Family::abuse}, {"privacy.other"}, {scenarios::Rank::worst}};
    DrawRule& rule = full.draws[0];
    rule.complaints = {scoring::Complaint::safety};
    rule.kinds = {"§2.3.1"};
    rule.channels = {scenarios::Channel::phone};
    rule.personas = {"loud"};
    rule.scenarios = {"s2", "s5"};
    rule.easiest = 2;
    rule.hardest = 4;
    rule.replies = Replies::typed;
    rule.weight = 3;
    rule.minutes = 20;
    all.push_back(full);
    for (const Blueprint& b : all) {
        CAPTURE(b.id);
        const std::string text = to_text(b);
        const auto read = parse_blueprint("x/" + b.id + ".json", text);
        REQUIRE_MESSAGE(read.has_value(), (read ? "" : read.error().diagnostics.front().text));
        CHECK(to_text(*read) == text);
        CHECK(read->marking == b.marking);
        CHECK(read->draws.size() == b.draws.size());
        CHECK(describe(read->draws[0]) == describe(b.draws[0]));
        CHECK(read->tolerance_centi == b.tolerance_centi);
        CHECK(read->days_between == b.days_between);
        CHECK(read->reply_clock == b.reply_clock);
    }
}

TEST_CASE("draft: the forms that are shown are those that the saved file gives") {
    const Blueprint b = sound_draft();
    const DraftCheck check = check_draft(b, small_pool(), {}, {});
    CHECK(draft_codes_of(check).empty());
    CHECK(check.fitting == std::vector<int>{12});
    REQUIRE(check.drawn);
    const auto saved = parse_blueprint("x/autumn.json", to_text(b));
    REQUIRE(saved);
    CHECK(forms_of(*saved, small_pool())->forms == check.drawn->forms);
}

TEST_CASE("draft: each mistake is told, with what it is about") {
    const auto check = [](const auto& spoil, const std::set<std::string>& rules = {}) {
        Blueprint b = sound_draft();
        spoil(b);
        return draft_codes_of(check_draft(b, small_pool(), rules, {"taken"}));
    };
    CHECK(check([](Blueprint& b) { b.title = " "; }) == Codes{"no-title"});
    for (const char* id : {"", "A", "1a", "a--b", "a-", "考核", "a/b"})
        CHECK(check([id](Blueprint& b) { b.id = id; }) == Codes{"bad-id"});
    CHECK(check([](Blueprint& b) { b.id = "taken"; }) == Codes{"id-taken"});
    CHECK(check([](Blueprint& b) { b.draws.clear(); }) == Codes{"no-draws"});
    CHECK(check([](Blueprint& b) { b.draws[0].count = 21; }) == Codes{"too-many-scenarios"});
    CHECK(check([](Blueprint& b) { b.marking.least_per_scenario = 99; }) == Codes{"least-above-pass-mark"});
    CHECK(check([](Blueprint& b) { b.marking.fatal.rules = {"a.b"}; }, {"a.c"}) == Codes{"unknown-rule"});
    CHECK(check([](Blueprint& b) { b.draws[0].id = ""; }) == Codes{"draw-without-id"});
    CHECK(check([](Blueprint& b) { b.draws.push_back(b.draws[0]); }) == Codes{"duplicate-draw"});
    CHECK(check([](Blueprint& b) { b.draws[0].minutes = 61; }) == Codes{"longer-than-sitting"});
    CHECK(check([](Blueprint& b) { b.draws[0].scenarios = {"s99"}; }) == Codes{"unknown-scenario"});
    CHECK(check([](Blueprint& b) { b.draws[0].personas = {"x"}; }) == Codes{"unknown-persona"});
    CHECK(check([](Blueprint& b) { b.draws[0].scenarios = {"s1"}; }) == Codes{"draw-not-filled"});
    CHECK(check([](Blueprint& b) {
              b.draws[0].scenarios = {"s1", "s2", "s3"};
              b.draws.push_back(b.draws[0]);
              b.draws[1].id = "again";
              b.draws[1].count = 1;
          }) == Codes{"draw-needed-elsewhere"});
    const auto differing = [] {
        Blueprint b = sound_draft();
        b.forms = 6;
        b.tolerance_centi = 0;
        b.draws[0].count = 1;
        return b;
    }();
    const DraftCheck differ = check_draft(differing, small_pool(), {}, {});
    if (!differ.problems.empty()) {
        CHECK(draft_codes_of(differ) == Codes{"forms-differ"});
        CHECK(differ.drawn);  // to be looked at
    }
}
