#include "record/said_time.hpp"

#include <array>

namespace huashu::scenarios {
namespace {

// Words stand in canonical form: simplified, half width, lower case.
constexpr int noon_minutes = 12 * 60;
enum class Half { open, before_noon, noon, after_noon };

struct DayWord {
    std::u32string_view word;
    int code;
    Half half;
};
constexpr std::array<DayWord, 15> day_words{{{U"大后天", 3, Half::open},
                                             {U"今天", 0, Half::open},
                                             {U"今日", 0, Half::open},
                                             {U"当天", 0, Half::open},
                                             {U"当日", 0, Half::open},
                                             {U"今晚", 0, Half::after_noon},
                                             {U"当晚", 0, Half::after_noon},
                                             {U"今早", 0, Half::before_noon},
                                             {U"明天", 1, Half::open},
                                             {U"明日", 1, Half::open},
                                             {U"明早", 1, Half::before_noon},
                                             {U"明晚", 1, Half::after_noon},
                                             {U"后天", 2, Half::open},
                                             {U"后日", 2, Half::open},
                                             {U"月底", 99, Half::open}}};

struct HalfWord {
    std::u32string_view word;
    Half half;
};
constexpr std::array<HalfWord, 10> half_words{{{U"凌晨", Half::before_noon},
                                               {U"清晨", Half::before_noon},
                                               {U"早上", Half::before_noon},
                                               {U"早晨", Half::before_noon},
                                               {U"上午", Half::before_noon},
                                               {U"中午", Half::noon},
                                               {U"下午", Half::after_noon},
                                               {U"傍晚", Half::after_noon},
                                               {U"晚上", Half::after_noon},
                                               {U"夜里", Half::after_noon}}};

struct Unit {
    std::u32string_view word;
    int minutes;
};
constexpr std::array<Unit, 8> units{{{U"小时", 60},
                                     {U"钟头", 60},
                                     {U"分钟", 1},
                                     {U"工作日", 24 * 60},
                                     {U"星期", 7 * 24 * 60},
                                     {U"周", 7 * 24 * 60},
                                     {U"天", 24 * 60},
                                     {U"日", 24 * 60}}};

int digit_of(char32_t c) {
    constexpr std::u32string_view digits = U"零一二三四五六七八九";
    if (c >= U'0' && c <= U'9') return static_cast<int>(c - U'0');
    if (c == U'两') return 2;
    if (c == U'〇') return 0;
    const auto found = digits.find(c);
    return found == std::u32string_view::npos ? -1 : static_cast<int>(found);
}

class Scanner {
public:
    explicit Scanner(std::string_view text) : folded_(scoring::canonicalise(text)), chars_(folded_.chars) {}

    std::vector<SaidTime> run() {
        std::vector<SaidTime> found;
        while (at_ < chars_.size()) {
            const std::size_t begin = at_;
            SaidTime time;
            if (read(time)) {
                skip_tail();
                time.span = folded_.bytes_of({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)});
                found.push_back(time);
            } else {
                at_ = begin + 1;
            }
        }
        return found;
    }

private:
    [[nodiscard]] char32_t peek(std::size_t ahead = 0) const {
        return at_ + ahead < chars_.size() ? chars_[at_ + ahead] : U'\0';
    }
    bool take(std::u32string_view word) {
        if (chars_.substr(at_, word.size()) != word) return false;
        at_ += word.size();
        return true;
    }

    /// "12", "十二", "二十四", "半": 0 to 99; nothing taken when there is none.
    std::optional<int> number() {
        const std::size_t begin = at_;
        int value = 0;
        if (peek() >= U'0' && peek() <= U'9') {
            for (; at_ < begin + 2 && peek() >= U'0' && peek() <= U'9'; ++at_) value = value * 10 + digit_of(peek());
            if (peek() < U'0' || peek() > U'9') return value;
            at_ = begin;  // longer numbers are none of ours
            return std::nullopt;
        }
        const int first = digit_of(peek());
        if (first >= 0) ++at_;
        if (take(U"十")) {
            value = (first > 0 ? first : 1) * 10;
            if (const int unit = digit_of(peek()); unit > 0 && peek() != U'两') {
                value += unit;
                ++at_;
            }
            return value;
        }
        if (first < 0) return std::nullopt;
        return first;
    }

    bool read(SaidTime& time) {
        begin_ = at_;
        Half half = Half::open;
        const bool has_day = read_day(time, half);
        take(U"的");
        const bool has_half = read_half(half);
        const std::size_t before_clock = at_;
        if (read_clock(time, half, has_day || has_half)) return true;
        at_ = before_clock;
        if (has_day) return true;
        return !has_half && read_span(time);
    }

    bool read_day(SaidTime& time, Half& half) {
        for (const DayWord& word : day_words)
            if (take(word.word)) {
                time.day = word.code;
                half = word.half;
                return true;
            }
        return read_weekday(time) || read_date(time);
    }

    bool read_weekday(SaidTime& time) {
        const std::size_t begin = at_;
        const bool next = take(U"下");
        if (!next && !take(U"本")) take(U"这");
        if (take(U"周") || take(U"星期") || take(U"礼拜")) {
            const int digit = peek() == U'日' || peek() == U'天' || peek() == U'末' ? 7 : digit_of(peek());
            if (digit >= 1 && digit <= 7) {
                ++at_;
                time.day = 10 + digit + (next ? 10 : 0);
                return true;
            }
        }
        at_ = begin;
        return false;
    }

    bool read_date(SaidTime& time) {
        const std::size_t begin = at_;
        const std::optional<int> day = number();
        if (day && *day >= 1 && *day <= 31 &&
            (take_day_number() || (peek() == U'日' && peek(1) != U'内' && take(U"日")))) {
            time.day = 100 + *day;
            return true;
        }
        at_ = begin;
        return false;
    }

    // "8號" is a day, "2號梯" and "1號備用泵" are things with a number.
    bool take_day_number() {
        constexpr std::u32string_view things = U"楼栋梯泵门线窗机备桩柜库车岗亭房院店单桌口井灯厅室幢座位";
        return (peek(1) == U'\0' || things.find(peek(1)) == std::u32string_view::npos) && take(U"号");
    }

    bool read_half(Half& half) {
        for (const HalfWord& word : half_words)
            if (take(word.word)) {
                half = word.half;
                return true;
            }
        return false;
    }

    bool read_clock(SaidTime& time, Half half, bool introduced) {
        const bool chinese = digit_of(peek()) >= 0 && (peek() < U'0' || peek() > U'9');
        const std::optional<int> hour = number();
        if (!hour || *hour > 24) return false;
        int minute = 0;
        if (take(U":")) {
            const std::optional<int> said = number();
            if (!said || *said > 59) return false;
            minute = *said;
        } else {
            if (!take(U"点") && !(introduced && take(U"时"))) return false;
            // "快一點", "三點建議" are no times: a small number needs something beside it that says so.
            if (chinese && !introduced && *hour <= 5 && !says_time() && !(heads_clause() && !says_points()))
                return false;
            minute = read_minute();
        }
        int clock = *hour * 60 + minute;
        if (half == Half::after_noon && *hour < 12) clock += noon_minutes;
        if (half == Half::noon && *hour < 5) clock += noon_minutes;  // "中午一點"
        time.clock = clock;
        time.half_known = half != Half::open || *hour > 12;
        return true;
    }

    [[nodiscard]] bool heads_clause() const {
        constexpr std::u32string_view before = U",;:。!?…—";
        return begin_ == 0 || before.find(chars_[begin_ - 1]) != std::u32string_view::npos;
    }

    // At the head of a clause "三點" is a time, but for "三點建議" and "一點都不".
    [[nodiscard]] bool says_points() const {
        constexpr std::u32string_view after = U"建意要原理说疑想请问诉不感注都也儿点小,:;、第";
        return peek() != U'\0' && after.find(peek()) != std::u32string_view::npos;
    }

    [[nodiscard]] bool says_time() const {
        constexpr std::u32string_view after = U"半前钟整到至之以左一三十二四五0123456789";
        return peek() != U'\0' && after.find(peek()) != std::u32string_view::npos;
    }

    int read_minute() {
        take(U"钟");
        if (take(U"半")) return 30;
        if (take(U"一刻")) return 15;
        if (take(U"三刻")) return 45;
        const std::size_t begin = at_;
        const std::optional<int> minute = number();
        if (minute && *minute < 60 && (take(U"分") || *minute >= 10)) return *minute;
        at_ = begin;
        return 0;
    }

    bool read_span(SaidTime& time) {
        std::optional<int> count = number();
        bool half = false;
        if (!count && take(U"半")) half = true;
        if (!count && !half) return false;
        take(U"个");
        if (take(U"半")) half = true;
        for (const Unit& unit : units) {
            if (!take(unit.word)) continue;
            take(U"之");
            take(U"以");
            const bool soon = unit.minutes <= 60 && take(U"到");  // "五分鐘到"
            if (!soon && peek() != U'内' && peek() != U'后') return false;
            time.minutes = (count ? *count : 0) * unit.minutes + (half ? unit.minutes / 2 : 0);
            return true;
        }
        return false;
    }

    void skip_tail() {
        for (const std::u32string_view word : {U"之前", U"以前", U"左右", U"之内", U"以内", U"前", U"内", U"后"})
            if (take(word)) return;
    }

    scoring::FoldedText folded_;
    std::u32string_view chars_;
    std::size_t at_ = 0, begin_ = 0;
};

}  // namespace

std::vector<SaidTime> times_in(std::string_view text) { return Scanner(text).run(); }

bool agrees(const SaidTime& written, const SaidTime& said) {
    if (written.day && said.day && *written.day != *said.day) return false;
    if (said.minutes) return written.minutes == said.minutes;
    if (!said.clock) return said.day && written.day == said.day && !written.clock;
    if (!written.clock) return false;
    if (written.half_known && said.half_known) return *written.clock == *said.clock;
    return *written.clock % noon_minutes == *said.clock % noon_minutes;
}

}  // namespace huashu::scenarios
