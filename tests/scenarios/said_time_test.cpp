#include "record/said_time.hpp"

#include "fixtures.hpp"

using namespace huashu::scenarios;

namespace {

struct Row {
    std::string text;
    std::vector<std::string> found;  ///< the words of each time
};

struct Pair {
    std::string written, said;
    bool agree;
};

SaidTime only(const std::string& text) {
    const auto times = times_in(text);
    CAPTURE(text);
    REQUIRE(times.size() == 1);
    return times[0];
}

}  // namespace

TEST_CASE("said time: times are found as people say them, and nothing else is taken for one") {
    const std::vector<Row> rows{
        {"今天中午十二點前，韓師傅到您家", {"今天中午十二點前"}},
        {"周三下午四点修补，17：30 前回复", {"周三下午四点", "17：30 前"}},
        {"十二點半我打給您", {"十二點半"}},
        {"兩個小時內到場，二十四小時內答覆", {"兩個小時內", "二十四小時內"}},
        {"半個鐘頭之內，三個工作日內", {"半個鐘頭之內", "三個工作日內"}},
        {"下週一上午九點一刻", {"下週一上午九點一刻"}},
        {"8號晚上7點整", {"8號晚上7點"}},
        {"明早八點、後天", {"明早八點", "後天"}},
        {"快一點，再多一點，有兩點建議，三點意見", {}},
        {"三點前到", {"三點前"}},
        {"三點韓師傅陪您看", {"三點"}},
        {"三點建議，請您看看", {}},
        {"一點半前卓姐到，四點疏通車通溝", {"一點半前", "四點"}},
        {"黑成這樣，一點都不打擾；記三點：第一，", {}},
        {"十點前再報2號梯的檢測結果，切到1號備用泵", {"十點前"}},
        {"電瓶車五分鐘到，等了五分鐘", {"五分鐘到"}},
        {"我們提供24小時熱線，分機8102，單號20240315", {}},
        {"週到的服務，周女士", {}},
        {"儘快，馬上，過幾天", {}},
        {"", {}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        std::vector<std::string> found;
        for (const SaidTime& time : times_in(row.text))
            found.push_back(row.text.substr(time.span.begin, time.span.end - time.span.begin));
        CHECK(found == row.found);
    }
}

TEST_CASE("said time: a record agrees with what was said, or does not") {
    const std::vector<Pair> pairs{
        {"今天中午十二點前", "今天中午12:00", true},
        {"中午十二點", "今天中午十二點前", true},
        {"今天", "今天中午十二點前", false},
        {"明天十二點", "今天中午十二點前", false},
        {"17:30", "下午五點半", true},
        {"五點半", "下午五點半", true},
        {"上午五點半", "下午五點半", false},
        {"五點", "下午五點半", false},
        {"週三下午四點", "週三", false},
        {"週三", "星期三", true},
        {"下週三", "週三", false},
        {"2小時內", "兩個小時內", true},
        {"3小時內", "兩個小時內", false},
        {"30分鐘內", "半小時內", true},
        {"下午兩點", "14點", true},
        {"中午一點", "13:00", true},
    };
    for (const Pair& pair : pairs) {
        CAPTURE(pair.written);
        CAPTURE(pair.said);
        CHECK(agrees(only(pair.written), only(pair.said)) == pair.agree);
    }
}
