// Conditions and contexts: where they look, of which match they are asked, and what they make of it.
#include <doctest/doctest.h>

#include "scoring/support/packs.hpp"

using namespace huashu;
using namespace huashu::scoring;

namespace {

/// The words that the rules of a pack find in a reply, joined by "/".
std::string quotes(const Engine& engine, const std::string& reply, const Moment& moment = {}) {
    const Judgement judgement = engine.judge(reply, moment);
    std::string out;
    for (const auto* findings : {&judgement.findings, &judgement.advice})
        for (const Finding& finding : *findings) out += (out.empty() ? "" : "/") + finding.quote;
    return out;
}

/// A rule that finds 鬼 under one condition, every time.
Engine with_condition(const std::string& key, const std::string& condition, const std::string& more = "") {
    return test::engine_of(
        test::forbid("cold.x", "cold", "minor", R"(["鬼"],"each":true,")" + key + R"(":[)" + condition + "]") + more);
}

struct Row {
    std::string reply, found;
};

}  // namespace

TEST_CASE("condition: each scope looks where its name says, seen from the match") {
    struct ScopeRow {
        std::string scope;
        std::vector<Row> rows;
    };
    const ScopeRow scopes[] = {
        {"", {{"鬼茶", "鬼"}, {"茶鬼", "鬼"}, {"鬼，茶", ""}}},
        {R"(,"in":"clause")", {{"這鬼好茶", "鬼"}, {"鬼。茶", ""}}},
        {R"(,"in":"sentence")", {{"鬼，茶", "鬼"}, {"茶，鬼", "鬼"}, {"鬼。茶", ""}}},
        {R"(,"in":"next")", {{"鬼，茶", "鬼"}, {"鬼。茶", "鬼"}, {"鬼茶，好", ""}, {"鬼，好，茶", ""}, {"茶，鬼", ""}}},
        {R"(,"in":"before")", {{"茶。好，鬼", "鬼"}, {"鬼茶", ""}}},
        {R"(,"in":"after")", {{"鬼。好，茶", "鬼"}, {"茶鬼", ""}}},
        {R"(,"in":"around","within":2)", {{"茶一鬼", "鬼"}, {"茶一二鬼", ""}, {"鬼，茶", "鬼"}, {"鬼一二茶", ""}}},
        {R"(,"in":"reply")", {{"茶。一二三。鬼", "鬼"}, {"鬼", ""}}},
    };
    for (const ScopeRow& scope : scopes) {
        const Engine when = with_condition("when", R"({"match":["茶"])" + scope.scope + "}");
        const Engine unless = with_condition("unless", R"({"match":["茶"])" + scope.scope + "}");
        const Engine negated = with_condition("when", R"({"not":true,"match":["茶"])" + scope.scope + "}");
        for (const Row& row : scope.rows) {
            CAPTURE(scope.scope);
            CAPTURE(row.reply);
            CHECK(quotes(when, row.reply) == row.found);
            CHECK(quotes(unless, row.reply) == (row.found.empty() ? "鬼" : ""));
            CHECK(quotes(negated, row.reply) == (row.found.empty() ? "鬼" : ""));
        }
    }
}

TEST_CASE("condition: the owner's line and earlier replies are read when asked for") {
    Moment moment;
    moment.owner_line = "我要喝茶";
    CHECK(quotes(with_condition("when", R"({"match":["茶"],"in":"owner"})"), "鬼", moment) == "鬼");
    CHECK(quotes(with_condition("when", R"({"match":["茶"],"in":"owner"})"), "鬼茶") == "");
    moment = {};
    moment.earlier = {"請喝茶", "好", "好"};
    CHECK(quotes(with_condition("when", R"({"match":["茶"],"in":"earlier"})"), "鬼", moment) == "鬼");
    CHECK(quotes(with_condition("when", R"({"match":["茶"],"in":"earlier","turns":3})"), "鬼", moment) == "鬼");
    CHECK(quotes(with_condition("when", R"({"match":["茶"],"in":"earlier","turns":2})"), "鬼", moment) == "");
    const std::string own = "," + test::act("own", R"(["茶"])");
    CHECK(quotes(with_condition("unless", R"({"acts":["own"],"in":"earlier"})", own), "鬼", moment) == "");
    CHECK(quotes(with_condition("unless", R"({"acts":["own"],"in":"earlier","turns":1})", own), "鬼", moment) == "鬼");
}

TEST_CASE("condition: which of the matches is asked") {
    const auto asked = [](const std::string& which, const std::string& reply) {
        return quotes(with_condition("when", R"({"match":["茶"],"which":")" + which + R"("})"), reply);
    };
    CHECK(asked("any", "鬼茶，鬼，茶鬼") == "鬼/鬼");
    CHECK(asked("first", "鬼茶，鬼，鬼") == "鬼/鬼/鬼");
    CHECK(asked("first", "鬼，鬼茶") == "");
    CHECK(asked("last", "鬼，鬼茶") == "鬼/鬼");
    CHECK(asked("last", "鬼茶，鬼") == "");
    CHECK(asked("every", "鬼茶，茶鬼") == "鬼/鬼");
    CHECK(asked("every", "鬼茶，鬼") == "");
}

TEST_CASE("condition: complaint, step and anger of the moment") {
    Moment moment;
    moment.complaint = Complaint::safety;
    moment.step = Step::calm;
    moment.anger = 60;
    CHECK(quotes(with_condition("when", R"({"complaint":["service","safety"]})"), "鬼", moment) == "鬼");
    CHECK(quotes(with_condition("when", R"({"complaint":"service"})"), "鬼", moment) == "");
    CHECK(quotes(with_condition("when", R"({"steps":["calm",2]})"), "鬼", moment) == "鬼");
    CHECK(quotes(with_condition("when", R"({"steps":[1,2]})"), "鬼", moment) == "");
    CHECK(quotes(with_condition("when", R"({"anger":{"min":60}})"), "鬼", moment) == "鬼");
    CHECK(quotes(with_condition("when", R"({"anger":{"min":61}})"), "鬼", moment) == "");
    CHECK(quotes(with_condition("when", R"({"anger":{"max":99}})"), "鬼") == "");
    CHECK(quotes(with_condition("when", R"({"complaint":"safety"})"), "鬼") == "");
}

TEST_CASE("condition: findings of other families are seen by those who ask, not by each other") {
    const Engine engine = test::engine_of(
        test::forbid("cold.x", "cold", "minor", R"(["鬼"],"when":[{"families":["mock"]}])") + "," +
        test::forbid("blame.x", "blame", "minor", R"(["怪"],"when":[{"families":["cold"],"in":"clause"}])") + "," +
        test::forbid("mock.x", "mock", "minor", R"(["笑"])"));
    CHECK(quotes(engine, "鬼，笑") == "鬼/笑");
    CHECK(quotes(engine, "鬼") == "");
    CHECK(quotes(engine, "鬼怪，笑") == "鬼/笑");
}

TEST_CASE("condition: every act is known before an unless is asked, and an ignored act excuses nothing") {
    const std::string negated = test::rule("neg", "context", R"("markers":["不"],"side":"before","within":0)") + ",";
    const Engine engine = test::engine_of(
        negated + test::forbid("cold.x", "cold", "minor", R"(["鬼"],"unless":[{"acts":["solve"],"in":"reply"}])") +
        "," + test::act("solve", R"(["修"],"ignore":["neg"],"when":[{"acts":["own"],"in":"reply"}])") + "," +
        test::act("own", R"(["我"])"));
    CHECK(quotes(engine, "鬼。我修") == "");
    CHECK(quotes(engine, "鬼。我不修") == "鬼");
    CHECK(quotes(engine, "鬼。修") == "鬼");  // no own, so no solve
}

TEST_CASE("context: sides, reach and boundaries") {
    const auto with = [](const std::string& context) {
        return test::engine_of(test::rule("ctx", "context", context) + "," +
                               test::forbid("cold.x", "cold", "minor", R"(["鬼"],"ignore":["ctx"])"));
    };
    struct ContextRow {
        std::string context;
        std::vector<Row> rows;
    };
    const ContextRow rows[] = {
        {R"("markers":["不"],"side":"before","within":2)",
         {{"不鬼", ""}, {"不一二鬼", ""}, {"不一二三鬼", "鬼"}, {"不，鬼", "鬼"}, {"鬼不", "鬼"}}},
        {R"("markers":["不"],"side":"after","within":2)",
         {{"鬼不", ""}, {"鬼一二不", ""}, {"鬼一二三不", "鬼"}, {"鬼，不", "鬼"}, {"不鬼", "鬼"}}},
        {R"("markers":["不"],"side":"around")", {{"鬼不", ""}, {"不鬼", ""}, {"不，鬼", "鬼"}}},
        {R"("markers":["不"],"side":"before","until":"sentence")", {{"不，鬼", ""}, {"不。鬼", "鬼"}}},
        {R"("markers":["不"],"side":"before","until":"reply")", {{"不。好。鬼", ""}}},
        {R"("markers":["？"],"side":"after")", {{"鬼？", ""}, {"鬼嗎？", ""}, {"鬼。好？", "鬼"}}},
        {R"("markers":["不~4怪"],"side":"inside")", {{"不鬼怪", ""}, {"不怪鬼", "鬼"}}},
        {R"("markers":["不"],"except":["不是不"],"side":"before")", {{"不鬼", ""}, {"不是不鬼", "鬼"}}},
        {R"("pairs":["「」","''"])",
         {{"「鬼」", ""},
          {"「好」鬼「好」", "鬼"},
          {"「鬼", "鬼"},
          {"'鬼'", ""},
          {"'好'鬼'好'", "鬼"},
          {"「好，有鬼。」", ""}}},
        {R"("markers":["說"],"pairs":["「」"],"side":"before")", {{"說鬼", ""}, {"「鬼」", ""}, {"鬼", "鬼"}}},
    };
    for (const ContextRow& row : rows) {
        const Engine engine = with(row.context);
        for (const Row& one : row.rows) {
            CAPTURE(row.context);
            CAPTURE(one.reply);
            CHECK(quotes(engine, one.reply) == one.found);
        }
    }
}
