#include "reports/mask.hpp"

#include <doctest/doctest.h>

#include "integrity/masking.hpp"

using namespace huashu;
using namespace huashu::app;

TEST_CASE("mask: phone numbers and room numbers, however they are written") {
    const struct {
        const char* typed;
        const char* masked;
    } rows[] = {
        {"請打13800138000", "請打***********"},
        {"請打 138 0013 8000 找我", "請打 *** **** **** 找我"},
        {"138-0013-8000", "***-****-****"},
        {"+86 138.0013.8000", "+** ***.****.****"},
        {"１３８００１３８０００", "＊＊＊＊＊＊＊＊＊＊＊"},
        {"一三八零零一三八零零零", "＊＊＊＊＊＊＊＊＊＊＊"},
        {"座機 (021) 6234-5678", "座機 (***) ****-****"},
        {"香港 9123 4567", "香港 **** ****"},
        {"1\u200B3\u200B8\u200B0\u200B0\u200B1\u200B3\u200B8\u200B0\u200B0\u200B0",
         "*\u200B*\u200B*\u200B*\u200B*\u200B*\u200B*\u200B*\u200B*\u200B*\u200B*"},
        {"身分證 310101199001011234", "身分證 ******************"},
        {"樓上1602是王先生", "樓上****是王先生"},
        {"3棟2單元1602室", "*棟*單元****室"},
        {"A座801", "A座***"},
        {"12號樓三單元", "**號樓＊單元"},
        {"一六零二室", "＊＊＊＊室"},
        {"３０１房", "＊＊＊房"},
        {"602戶的漏水", "***戶的漏水"},
        {"一百零二室", "＊＊＊＊室"},
        {"粵B·12345", "＊*·*****"},
        {"a.b@example.com", "*.*@*******.***"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.typed);
        CHECK(blot_personal(row.typed) == row.masked);
        CHECK(blot_personal(row.typed).size() == std::string(row.typed).size());
        CHECK(blot_personal(blot_personal(row.typed)) == blot_personal(row.typed));
    }
}

TEST_CASE("mask: days, times, sums, hotlines and small numbers stay") {
    for (const char* text : {"2026-11-28 下午",
                             "2026.11.28",
                             "今天下午3點前",
                             "14:05 到場",
                             "一共1234567元",
                             "修了350元",
                             "110、119、120",
                             "打12345投訴",
                             "第2次",
                             "3天內",
                             "20分鐘",
                             "一戶一戶檢查",
                             "影響3戶",
                             "500個字",
                             "2026年5月",
                             "每平方米2.35元",
                             "一個小時",
                             "三樓的燈",
                             "",
                             "好的",
                             "100%",
                             "220伏",
                             "水壓0.35"}) {
        CAPTURE(text);
        CHECK(blot_personal(text) == text);
    }
}

TEST_CASE("mask: in facts only what was typed, and the quotes of findings with it") {
    AttemptFacts attempt;
    TurnFacts typed;
    typed.kind = scenarios::Input::Kind::typed;
    typed.reply = "樓上1602是王先生，電話13800138000";
    scoring::Finding leak;
    leak.span = {6, 22};
    leak.quote = typed.reply.substr(6, 16);
    typed.findings = {leak};
    TurnFacts chosen = typed;
    chosen.kind = scenarios::Input::Kind::choice;
    attempt.turns = {typed, chosen};
    mask(attempt);
    CHECK(attempt.turns[0].reply == "樓上****是王先生，電話***********");
    CHECK(attempt.turns[0].findings.front().quote == "****是王先生");
    CHECK(attempt.turns[1].reply == typed.reply);  // an invented person of the scenario
}
