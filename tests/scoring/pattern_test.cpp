#include "scoring/pattern.hpp"

#include <doctest/doctest.h>

using namespace huashu::scoring;

namespace {

const WordLists lists{{"我方", {"我們", "我", "物業", "(本|我)公司"}},
                      {"語氣詞", {"啊", "呢", "哦", "啦", "喔"}},
                      {"時限", {"<num:1-3>點", "今天", "明天"}},
                      {"環一", {"{環二}"}},
                      {"環二", {"{環一}"}},
                      {"壞", {"(沒有"}},
                      {"空", {}}};

/// The matched pieces of the text as typed, joined by '|'.
std::string hits(std::string_view pattern, const std::string& text, bool evasion = false) {
    PatternSetBuilder builder(lists);
    const std::vector<PatternProblem> problems = builder.add(1, pattern, evasion);
    if (!problems.empty()) return "problem: " + problems.front().code;
    const PatternSet set = builder.build();
    const PreparedText prepared = prepare(text);
    std::string out;
    for (const PatternMatch& match : set.match(prepared)) {
        const ByteSpan bytes = prepared.canonical.bytes_of(match.span);
        out += (out.empty() ? "" : "|") + text.substr(bytes.begin, bytes.end - bytes.begin);
    }
    CHECK(set.matches_any(prepared) == !out.empty());
    return out;
}

std::vector<PatternProblem> problems_of(std::string_view pattern) {
    PatternSetBuilder builder(lists);
    return builder.add(1, pattern);
}

struct Row {
    std::string pattern, text, wanted;
};

}  // namespace

TEST_CASE("pattern: each form of the language, as documented") {
    const Row rows[] = {
        {"漏水", "廚房漏水，又漏水了", "漏水|漏水"},
        {"不(歸|屬於)我們管", "這不歸我們管", "不歸我們管"},
        {"不(歸|屬於)我們管", "這不屬于我们管", "不屬于我们管"},
        {"不歸我[們]管", "不歸我管，不歸我們管", "不歸我管|不歸我們管"},
        {"不[歸|屬於]管", "不管不歸管不屬於管", "不管|不歸管|不屬於管"},
        {"不歸{我方}管", "不歸物業管，不歸我公司管，不歸他管", "不歸物業管|不歸我公司管"},
        {"找~6反映", "您找開發商反映", "找開發商反映"},
        {"找~6反映", "您找反映", "找反映"},
        {"找~2反映", "您找開發商反映", ""},
        {"找~6反映", "您找他，反映", ""},
        {"抱歉~~8但是", "抱歉，這個，但是不行", "抱歉，這個，但是"},
        {"抱歉~~8但是", "抱歉。但是不行", ""},
        {"<num>點", "下午三點，3點", "三點|3點"},
        {"<digit:3-4>室", "1602室、12室", "1602室|602室"},
        {"<letter:2>棟", "ＡＢ棟", "ＡＢ棟"},
        {"<han>室", "A室，乙室", "乙室"},
        {"不<any>行", "不太行，不，行", "不太行"},
        {"^不知道[{語氣詞}]$", "不知道啊！", "不知道啊"},
        {"^不知道[{語氣詞}]$", "～不知道～", "不知道"},
        {"^不知道[{語氣詞}]$", "不知道您方便嗎", ""},
        {"<start>不行[{語氣詞}]<end>", "抱歉，不行哦。好", "不行哦"},
        {"<start>不行[{語氣詞}]<end>", "這不行", ""},
        {"<start>不行[{語氣詞}]<end>", "「不行」，好", "不行"},
        {"^<num:1-3>$", "12", "12"},
        {"^<num:1-3>$", "1234", ""},
        {"^<num:1-3>$", "。三！", "三"},
        {"\\(左\\)", "門(左)邊", "(左)"},
        {"\\~好", "嗯~好", "~好"},
        {"{時限}前", "十二點前，明天前", "十二點前|二點前|明天前"},
        {"我|我們", "我們", "我們"},
        {"ok go", "ＯＫ  Go!", "ＯＫ  Go"},
        {"(甲|乙~2丙)丁", "甲丁 乙xx丙丁", "甲丁|乙xx丙丁"},
        {"<digit:11>", "138 0013 8000與13800138000", "13800138000"},
        {"不知道~3", "不知道您方便嗎", "不知道您方便"},
        {"~2方便", "不知道您方便嗎", "道您方便|您方便|方便"},
        {"你[才]有病", "你才有病你有病", "你才有病|你有病"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.pattern);
        CAPTURE(row.text);
        CHECK(hits(row.pattern, row.text) == row.wanted);
    }
}

TEST_CASE("pattern: what can't be meant is refused, with its place and a remedy") {
    struct Bad {
        std::string pattern, code;
        std::uint32_t column;
    };
    std::string deep = "甲";
    for (int i = 0; i < 9; ++i) deep = "(" + deep + "|乙)";
    std::string very_deep(390, '(');
    const Bad rows[] = {
        {"不(歸", "unclosed-group", 1},   {"不[歸", "unclosed-group", 1},
        {"{我方", "unclosed-group", 0},   {"<digit", "unclosed-group", 0},
        {"不歸)", "unexpected-close", 2}, {"不]歸", "unexpected-close", 1},
        {"不}", "unexpected-close", 1},   {"(甲|)", "empty-alternative", 3},
        {"甲|", "empty-alternative", 2},  {"不()歸", "empty-group", 1},
        {"{我放}", "unknown-list", 0},    {"<digits>", "unknown-class", 0},
        {"<digit:0-3>", "bad-range", 0},  {"<digit:5-3>", "bad-range", 0},
        {"<digit:1-31>", "bad-range", 0}, {"<digit:x>", "bad-range", 0},
        {"甲~乙", "bad-gap", 1},          {"甲~0乙", "bad-gap", 1},
        {"甲~61乙", "bad-gap", 1},        {"[甲]", "matches-empty", 0},
        {"^$", "matches-empty", 0},       {"", "empty-pattern", 0},
        {"  ", "empty-pattern", 0},       {"甲\\", "dangling-escape", 1},
        {"甲^乙", "never-matches", 1},    {"甲$乙", "never-matches", 1},
        {"{環一}", "cyclic-list", 0},     {"{壞}", "unclosed-group", 0},
        {"{空}", "empty-list", 0},        {deep, "too-deep", 8},
        {very_deep, "too-deep", 8},       {"\xFF", "invalid-utf8", 0},
        {"  不(歸", "unclosed-group", 3}, {"甲\u200B", "", 0},
        {"\u200B", "matches-empty", 0},
    };
    for (const Bad& row : rows) {
        CAPTURE(row.pattern);
        const std::vector<PatternProblem> problems = problems_of(row.pattern);
        if (row.code.empty()) {
            CHECK(problems.empty());
            continue;
        }
        REQUIRE_FALSE(problems.empty());
        CHECK(problems.front().code == row.code);
        CHECK(problems.front().column == row.column);
        CHECK_FALSE(problems.front().remedy.empty());
    }
    CHECK(problems_of("{我放}").front().remedy == "did you mean {我方}?");
    CHECK(problems_of("<digits>").front().remedy == "did you mean <digit>?");
}

TEST_CASE("pattern: large ones are refused instead of slowing everything down") {
    std::string wide = "甲";
    for (int i = 0; i < 30; ++i) wide += "~60乙";
    CHECK(problems_of(wide).front().code == "too-large");
    std::string long_pattern;
    for (int i = 0; i < 401; ++i) long_pattern += "甲";
    CHECK(problems_of(long_pattern).front().code == "too-long");
    WordLists chain;
    for (int i = 0; i < 2000; ++i) chain["l" + std::to_string(i)] = {"{l" + std::to_string(i + 1) + "}"};
    chain["l2000"] = {"甲"};
    PatternSetBuilder builder(chain);
    CHECK(builder.add(1, "{l0}").front().code == "too-deep");
    CHECK(builder.add(1, "{l1990}").empty());
}

TEST_CASE("pattern: a set reports every pattern, overlaps included, in order") {
    PatternSetBuilder builder(lists);
    const std::pair<PatternId, const char*> patterns[] = {{7, "不管"}, {3, "管"},     {5, "不管"},
                                                          {3, "管理"}, {9, "不~3處"}, {1, "理<han>"}};
    for (const auto& [id, pattern] : patterns) CHECK(builder.add(id, pattern).empty());
    const PatternSet set = builder.build();
    CHECK(set.size() == 6);
    CHECK(set.memory_bytes() > 0);
    std::string got;
    for (const PatternMatch& m : set.match(prepare("不管理處")))
        got += std::to_string(m.span.begin) + "-" + std::to_string(m.span.end) + "#" + std::to_string(m.pattern) + " ";
    CHECK(got == "0-2#5 0-2#7 0-4#9 1-3#3 2-4#1 ");
}

TEST_CASE("pattern: an empty set finds nothing, an unsound pattern is left out") {
    CHECK(PatternSet().match(prepare("漏水")).empty());
    CHECK(PatternSet().size() == 0);
    PatternSetBuilder builder(lists);
    CHECK_FALSE(builder.add(1, "漏(").empty());
    CHECK(builder.add(2, "漏水").empty());
    CHECK(builder.build().match(prepare("漏水")).size() == 1);
}

TEST_CASE("pattern: a match says what had to be folded") {
    PatternSetBuilder builder(lists);
    REQUIRE(builder.add(1, "漏水").empty());
    const PatternSet set = builder.build();
    CHECK(set.match(prepare("漏水")).at(0).steps == 0);
    CHECK(set.match(prepare("漏\u200B水")).at(0).steps == bit(FoldStep::invisible));
    CHECK(set.match(prepare("  漏 水")).at(0).steps == bit(FoldStep::blanks));
}
