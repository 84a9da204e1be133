#include "reports/mask.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace huashu::app {
namespace {

// The text as code points with their bytes: what is looked at and what is blotted out.
struct MaskChar {
    char32_t code = 0;
    std::size_t at = 0, size = 1;
};

std::vector<MaskChar> mask_chars_of(std::string_view text) {
    std::vector<MaskChar> out;
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t code = size == 1 ? lead : lead & (0xFFu >> (size + 1));
        for (std::size_t i = 1; i < size && at + i < text.size(); ++i)
            code = (code << 6) | (static_cast<unsigned char>(text[at + i]) & 0x3Fu);
        out.push_back({code, at, std::min(size, text.size() - at)});
        at += size;
    }
    return out;
}

bool is_in(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

bool is_decimal(char32_t c) { return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９'); }
bool is_spoken_digit(char32_t c) { return is_in(U"零〇○一二三四五六七八九幺兩两壹貳贰叁參肆伍陸陆柒捌玖", c); }
bool is_any_digit(char32_t c) { return is_decimal(c) || is_spoken_digit(c); }
bool joins_digits(char32_t c) {
    return is_in(U" -.·－—–　()（）+＋", c) || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF || c == 0xAD;
}
char32_t plain_digit(char32_t c) { return c >= U'０' ? c - U'０' + U'0' : c; }

constexpr std::size_t phone_digits = 7;
constexpr std::size_t gap_in_number = 3;  // " - " between groups

class Blotter {
public:
    explicit Blotter(std::string_view text)
        : text_(text), chars_(mask_chars_of(text)), hidden_(chars_.size(), false), days_(chars_.size(), false) {}

    std::string run() {
        for (std::size_t at = 0; at < chars_.size();) at = is_any_digit(code(at)) ? long_number(at) : at + 1;
        for (std::size_t at = 0; at < chars_.size();) at = is_any_digit(code(at)) ? short_number(at) : at + 1;
        return blotted();
    }

private:
    [[nodiscard]] char32_t code(std::size_t at) const { return at < chars_.size() ? chars_[at].code : 0; }
    [[nodiscard]] bool follows(std::size_t at, std::u32string_view words) const {
        for (std::size_t i = 0; i < words.size(); ++i)
            if (code(at + i) != words[i]) return false;
        return true;
    }
    [[nodiscard]] bool follows_any(std::size_t at, const std::vector<std::u32string_view>& words) const {
        return std::any_of(words.begin(), words.end(), [&](auto w) { return follows(at, w); });
    }
    [[nodiscard]] std::size_t skip_blanks(std::size_t at) const {
        while (code(at) == U' ' || code(at) == U'　') ++at;
        return at;
    }

    // Digits of one kind with at most a small gap between them. Returns where it ends.
    struct Run {
        std::size_t end = 0;
        std::vector<std::size_t> digits;
        std::vector<std::size_t> groups;  ///< sizes of the pieces between gaps
    };
    [[nodiscard]] Run run_from(std::size_t at) const {
        const bool decimal = is_decimal(code(at));
        Run run;
        run.groups.push_back(0);
        std::size_t gap = 0;
        for (std::size_t i = at; i < chars_.size(); ++i) {
            if (decimal ? is_decimal(code(i)) : is_spoken_digit(code(i))) {
                if (gap > 0) run.groups.push_back(0);
                gap = 0;
                run.digits.push_back(i);
                ++run.groups.back();
                run.end = i + 1;
            } else if (joins_digits(code(i)) && gap < gap_in_number) {
                ++gap;
            } else {
                break;
            }
        }
        return run;
    }

    [[nodiscard]] bool is_a_day(const Run& run) const {
        return run.groups.size() == 3 && run.groups[0] == 4 && run.groups[1] <= 2 && run.groups[2] <= 2;
    }

    std::size_t long_number(std::size_t at) {
        const Run run = run_from(at);
        if (is_a_day(run))
            for (const std::size_t i : run.digits) days_[i] = true;
        const bool is_sum = follows_any(skip_blanks(run.end), {U"元", U"塊", U"块", U"萬", U"万", U"億", U"亿"});
        if (run.digits.size() >= phone_digits && !is_a_day(run) && !is_sum)
            for (const std::size_t i : run.digits) hidden_[i] = true;
        return run.end;
    }

    [[nodiscard]] std::size_t end_of_plain_run(std::size_t at) const {
        const bool decimal = is_decimal(code(at));
        std::size_t end = at;
        while (end < chars_.size() &&
               (decimal ? is_decimal(code(end)) : is_spoken_digit(code(end)) || is_in(U"十百", code(end))))
            ++end;
        return end;
    }

    void hide(std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) hidden_[i] = true;
    }

    std::size_t short_number(std::size_t at) {
        const std::size_t end = end_of_plain_run(at);
        if (days_[at]) return end;
        const std::size_t next = skip_blanks(end);
        const std::size_t count = end - at;
        const bool decimal = is_decimal(code(at));
        if (follows_any(next, {U"單元", U"单元", U"棟", U"栋", U"幢", U"號樓", U"号楼"})) hide(at, end);
        if (follows_any(next, {U"座"}) && decimal) hide(at, end);
        const bool is_room = follows_any(next, {U"室", U"號房", U"号房", U"房", U"戶", U"户"});
        if (is_room && count >= (decimal ? 3 : 2) && !follows_any(next, {U"房間", U"房间"})) hide(at, end);
        if (decimal && (count == 3 || count == 4) && can_be_a_room(at, end)) hide(at, end);
        return end;
    }

    // Floor, then 01 to 49: 301, 1602. Not a hotline, and nothing with a unit, a sign of money or a clock around it.
    [[nodiscard]] bool can_be_a_room(std::size_t begin, std::size_t end) const {
        std::u32string digits;
        for (std::size_t i = begin; i < end; ++i) digits += plain_digit(code(i));
        if (digits.front() == U'0' || digits == U"110" || digits == U"119" || digits == U"120" || digits == U"122")
            return false;
        const char32_t tens = digits[digits.size() - 2], ones = digits.back();
        if (tens > U'4' || (tens == U'0' && ones == U'0')) return false;
        const char32_t before = begin > 0 ? code(begin - 1) : 0;
        const char32_t after = code(end);
        if (is_in(U"¥￥$.:：/,，第", before) && !is_in(U",，:：", before)) return false;
        if (is_in(U".:：/%％", after) && is_decimal(code(end + 1))) return false;
        if ((before == U':' || before == U'：' || before == U',') && begin > 1 && is_decimal(code(begin - 2)))
            return false;
        return !follows_any(
            skip_blanks(end),
            {U"年", U"元", U"塊", U"块", U"萬", U"万", U"天", U"分", U"小時", U"小时", U"個", U"个",   U"次",
             U"度", U"米", U"公", U"平", U"字", U"人", U"戶", U"户", U"秒",   U"％",   U"%",  U"號文", U"条",
             U"條", U"斤", U"升", U"瓦", U"伏", U"毫", U"厘", U"kg", U"m",    U"条",   U"份", U"台"});
    }

    [[nodiscard]] std::string blotted() const {
        std::string out(text_);
        for (std::size_t i = 0; i < chars_.size(); ++i) {
            if (!hidden_[i]) continue;
            const MaskChar& c = chars_[i];
            out.replace(c.at, c.size, c.size == 3 ? "＊" : std::string(c.size, '*'));
        }
        return out;
    }

    std::string_view text_;
    std::vector<MaskChar> chars_;
    std::vector<bool> hidden_, days_;
};

}  // namespace

std::string mask(std::string_view text) { return Blotter(text).run(); }

void mask(AttemptFacts& attempt) {
    for (TurnFacts& turn : attempt.turns) {
        if (turn.kind != scenarios::Input::Kind::typed) continue;
        turn.reply = mask(turn.reply);
        // Cut from the masked reply, not masked by itself: a number may begin before the quote.
        for (scoring::Finding& f : turn.findings)
            if (f.span.end <= turn.reply.size() && f.span.begin < f.span.end)
                f.quote = turn.reply.substr(f.span.begin, f.span.end - f.span.begin);
            else
                f.quote = mask(f.quote);
    }
}

}  // namespace huashu::app
