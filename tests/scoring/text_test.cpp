#include "scoring/text.hpp"

#include <doctest/doctest.h>
#include <opencc.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "random_text.hpp"

using namespace huashu::scoring;
using huashu::test::Dice;
using huashu::test::random_text;

namespace {

std::string folded(std::string_view text) { return to_utf8(canonicalise(text).chars); }

/// The bytes of each canonical character, joined by '|'.
std::string bytes_of_each(const std::string& text) {
    const FoldedText f = canonicalise(text);
    std::string out;
    for (std::size_t i = 0; i < f.chars.size(); ++i)
        out += text.substr(f.begin_byte[i], f.end_byte[i] - f.begin_byte[i]) + "|";
    return out;
}

std::string steps_text(FoldSteps steps) {
    std::string out;
    for (std::size_t i = 0; i < fold_step_count; ++i)
        if ((steps >> i & 1) != 0) out += (out.empty() ? "" : " ") + std::string(name_of(static_cast<FoldStep>(i)));
    return out;
}

std::string steps_of(std::string_view text) {
    const FoldedText f = canonicalise(text);
    return steps_text(f.steps_of({0, static_cast<std::uint32_t>(f.chars.size())}));
}

void check_map(const FoldedText& f) {
    REQUIRE(f.begin_byte.size() == f.chars.size());
    REQUIRE(f.end_byte.size() == f.chars.size());
    REQUIRE(f.steps.size() == f.chars.size());
    for (std::size_t i = 0; i < f.chars.size(); ++i) {
        REQUIRE(f.begin_byte[i] < f.end_byte[i]);
        REQUIRE(f.end_byte[i] <= f.byte_length);
        if (i > 0) REQUIRE(f.begin_byte[i - 1] <= f.begin_byte[i]);
        if (i > 0) REQUIRE(f.end_byte[i - 1] <= f.end_byte[i]);
    }
}

}  // namespace

TEST_CASE("canonical: spellings of the same words become equal") {
    const std::pair<std::string_view, std::string_view> rows[] = {
        {"這不歸我管", "这不归我管"},
        {"裡", "裏"},
        {"裡", "里"},
        {"着", "著"},
        {"台灣", "臺灣"},
        {"為", "爲"},
        {"乾", "幹"},
        {"后", "後"},
        {"什麼", "什么"},
        {"妳好", "你好"},
        {"ＡＰＰ", "app"},
        {"微\u200B信", "微信"},
        {"微 信", "微信"},
        {"  微信\u3000", "微信"},
        {"a  b", "a b"},
        {"a\u00A0b", "a b"},
        {"不\u202E行", "不行"},
        {"滾\u0336蛋\u0336", "滚蛋"},
        {"e\u0301", "é"},
        {"ｶﾞ", "ガ"},
        {"漏水！", "漏水!"},
        {"ＯＫ，好的。", "ok,好的。"},
        {"好\r\n的", "好 \n \n的"},
        {"等等⋯", "等等…"},
        {"沈默", "沉默"},
        {"1\uFE0F\u20E3號", "1号"},
    };
    for (const auto& row : rows) {
        const auto& a = row.first;
        const auto& b = row.second;
        CAPTURE(a);
        CHECK(folded(a) == folded(b));
    }
    CHECK(folded("您") != folded("你"));
    CHECK(folded("她") != folded("他"));
    CHECK(folded("ok go") == "ok go");
    CHECK(folded("ok去") == "ok去");
    CHECK(folded("一\n二") == "一\n二");
    CHECK(folded("\xFF") == "\uFFFD");
    CHECK(folded(" \n \t").empty());
}

TEST_CASE("canonical: every character knows the bytes that it stands for") {
    CHECK(bytes_of_each("ａ 漏\u200B水") == "ａ|漏|水|");
    CHECK(bytes_of_each("㈱ok") == "㈱|㈱|㈱|o|k|");
    CHECK(bytes_of_each("e\u0301x\u0336y") == "e\u0301|x|y|");
    CHECK(bytes_of_each("a \u3000b") == "a| \u3000|b|");
    CHECK(bytes_of_each("\xE6\xBC漏") == "\xE6\xBC|漏|");
    const FoldedText f = canonicalise("我 不知道");
    CHECK(f.bytes_of({1, 3}) == ByteSpan{4, 10});
    CHECK(f.bytes_of({4, 4}) == ByteSpan{13, 13});
    CHECK(f.bytes_of({0, 0}) == ByteSpan{0, 0});
}

TEST_CASE("canonical: each step leaves its name, and only where it did something") {
    const std::pair<std::string_view, std::string_view> rows[] = {
        {"不知道", ""},
        {"a b", ""},
        {"ＯＫ", "width letter_case"},
        {"①", "compatibility"},
        {"Ok", "letter_case"},
        {"裡面", "script"},
        {"微\u200B信", "invisible"},
        {"微 信", "blanks"},
        {" 微信", ""},
        {"\u200B微信", ""},
        {"a  b", "blanks"},
        {"\xFF", "repair"},
    };
    for (const auto& row : rows) {
        const auto& text = row.first;
        const auto& wanted = row.second;
        CAPTURE(text);
        CHECK(steps_of(text) == wanted);
    }
}

TEST_CASE("canonical: random bytes keep the map sound, and a second folding changes nothing") {
    Dice dice(20240501);
    for (int i = 0; i < 20000; ++i) {
        const std::string text = random_text(dice);
        CAPTURE(text);
        const FoldedText once = canonicalise(text);
        check_map(once);
        const std::string back = to_utf8(once.chars);
        REQUIRE(folded(back) == back);
    }
}

TEST_CASE("canonical: every single character folds to something stable") {
    for (char32_t c = 1; c <= 0x10FFFF; ++c) {
        if (c == 0xD800) c = 0xE000;
        const std::string text = "a" + to_utf8(std::u32string_view(&c, 1)) + "b";
        const std::string once = folded(text);
        if (folded(once) != once) FAIL("U+", static_cast<unsigned>(c), " ", once);
    }
}

TEST_CASE("canonical: compatible spellings agree as far as Unicode's own NFKC says so") {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
    const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
    REQUIRE(U_SUCCESS(status));
    Dice dice(7);
    for (int i = 0; i < 5000; ++i) {
        std::string text = random_text(dice);
        if (!is_valid_utf8(text) || text.find("…") != std::string::npos) continue;
        CAPTURE(text);
        for (const icu::Normalizer2* form : {nfkc, nfkd}) {
            std::string other;
            form->normalize(icu::UnicodeString::fromUTF8(text), status).toUTF8String(other);
            REQUIRE(folded(other) == folded(text));
        }
    }
}

TEST_CASE("canonical: what OpenCC turns into each other is equal") {
    const opencc::SimpleConverter converters[] = {
        opencc::SimpleConverter("t2s.json"), opencc::SimpleConverter("t2tw.json"), opencc::SimpleConverter("t2hk.json"),
        opencc::SimpleConverter("tw2s.json"), opencc::SimpleConverter("hk2s.json")};
    const char* const sentences[] = {
        "非常抱歉給您帶來不便，我理解您的著急。請問漏水從什麼時候開始、範圍有多大？師傅今天下午三點前到場。",
        "這不歸我管，你自己去找開發商。",
        "裡面的頭髮乾了，後面的皇后還在發呆，隻身一人只好準備吃麵。",
        "我們會為您聯繫工程部，檢查完畢後回覆您，並且復查一遍，覆蓋全部區域。",
        "鐘點工鍾先生說：台颱風颳壞了檯燈，臺階也髒了。",
        "沈默了半天，藉口說瞭解情況，其實是徵求意見、象徵性地乾等著。",
        "傢俱被雨淋濕，牆面發霉，線路老化，請儘快處理，盡力而為。",
        "於是周先生週末于家中摺疊衣服，打了個折扣，捲起袖子看卷宗。"};
    for (const char* sentence : sentences)
        for (const opencc::SimpleConverter& converter : converters) {
            CAPTURE(sentence);
            CHECK(folded(converter.Convert(sentence)) == folded(sentence));
        }
}

TEST_CASE("canonical: a megabyte of the worst is no trouble") {
    for (const std::string piece : {"\u0301", "e\u0301\u0323", "\xFF", " ", "😀\u200D", "\u1100", "漏", "，", "\n"}) {
        std::string text = "e";
        while (text.size() < (1u << 20)) text += piece;
        const FoldedText f = canonicalise(text);
        check_map(f);
        CHECK(split_clauses(f).size() <= f.chars.size());
        CHECK(make_skeleton(f).text.chars.size() <= f.chars.size());
    }
}

TEST_CASE("clauses: punctuation ends them, numbers and quotations don't break") {
    struct Row {
        std::string_view text, wanted;
    };
    const Row rows[] = {
        {"抱歉，我不知道。您問別人！", "0:抱歉, 0:我不知道。 1:您问别人! "},
        {"好的", "0:好的 "},
        {"共1,000元，3.5小時", "0:共1,000元, 0:3.5小时 "},
        {"您說「滾！」是嗎？！對", "0:您说「滚! 1:是吗? 2:对 "},
        {"嗯……好", "0:嗯… 0:好 "},
        {"好的.我去", "0:好的. 1:我去 "},
        {"OK. Go", "0:ok. 1:go "},
        {"第一行\n\n第二行", "0:第一行\n 1:第二行 "},
        {"。。，！", ""},
        {"", ""},
        {"真的！？好", "0:真的? 1:好 "},
        {"！好", "0:好 "},
        {"見www.a.com吧", "0:见www.a.com吧 "},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const FoldedText f = canonicalise(row.text);
        std::string got;
        for (const Clause& clause : split_clauses(f)) {
            got += std::to_string(clause.sentence) + ":";
            got += to_utf8(std::u32string_view(f.chars).substr(clause.span.begin, clause.span.end - clause.span.begin));
            if (clause.ended_by != 0) got += to_utf8(std::u32string_view(&clause.ended_by, 1));
            got += " ";
        }
        CHECK(got == row.wanted);
    }
}
