#include "integrity/masking.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

namespace huashu::app {
namespace {

enum class Personal : std::uint8_t { phone, paper, room, mail, plate };

std::string_view mark_of(Personal kind) {
    constexpr std::array<std::string_view, 5> marks{"〔電話〕", "〔證件號碼〕", "〔房號〕", "〔郵箱〕", "〔車牌〕"};
    return marks[static_cast<std::size_t>(kind)];
}

/// Characters with their places in the bytes; `at` has one more, the end.
struct Characters {
    std::u32string text;
    std::vector<std::size_t> at;
};

Characters characters_to_mask(std::string_view bytes) {
    Characters out;
    out.text.reserve(bytes.size());
    out.at.reserve(bytes.size() + 1);
    for (std::size_t i = 0; i < bytes.size();) {
        const auto lead = static_cast<unsigned char>(bytes[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t c = lead < 0x80 ? lead : lead & (0xFFu >> (length + 1));
        for (std::size_t k = 1; k < length && i + k < bytes.size(); ++k)
            c = (c << 6) | (static_cast<unsigned char>(bytes[i + k]) & 0x3Fu);
        if (c >= U'！' && c <= U'～') c = c - U'！' + U'!';  // full width
        out.text += c;
        out.at.push_back(i);
        i = std::min(i + length, bytes.size());
    }
    out.at.push_back(bytes.size());
    return out;
}

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }
bool is_ascii_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

// Asked of nearly every Chinese character of an export: a bit for each, instead of a search.
constexpr std::size_t characters_of_plane = 0x10000;
constexpr auto spoken_digits = [] {
    std::array<std::uint64_t, characters_of_plane / 64> bits{};
    for (const char32_t c : U"〇○零一二三四五六七八九幺兩两壹貳贰叁參肆伍陸陆柒捌玖")
        if (c != 0) bits[c / 64] |= std::uint64_t{1} << (c % 64);
    return bits;
}();
bool is_spoken_digit(char32_t c) { return c < characters_of_plane && (spoken_digits[c / 64] >> (c % 64) & 1) != 0; }
bool is_digit(char32_t c) { return is_ascii_digit(c) || (c >= 0x80 && is_spoken_digit(c)); }
bool is_latin(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }
bool is_word(char32_t c) { return is_latin(c) || is_ascii_digit(c); }
bool is_unseen(char32_t c) { return (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF || c == 0xAD; }
bool joins_digits(char32_t c) { return is_one_of(c, U" -—–.()·+\u3000") || is_unseen(c); }

constexpr std::size_t longest_gap_in_number = 3;                                              // " - " between groups
constexpr std::array<std::u32string_view, 4> public_numbers{U"110", U"119", U"120", U"122"};  // 12345 is no room

/// A piece to hide: characters [begin, end).
struct Hidden {
    std::size_t begin = 0, end = 0;
    Personal kind = Personal::phone;
};

class Masker {
public:
    /// `in_json`: the text is JSON as it stands; the numbers of its members are nobody's.
    Masker(const Characters& in, bool in_json) : text_(in.text), in_json_(in_json) {}

    // The first piece that begins at `i`, if any does. Most characters begin none, and are told by a look.
    [[nodiscard]] std::optional<Hidden> at(std::size_t i) const {
        const char32_t c = text_[i];
        if (is_word(c)) {
            if (auto mail = mail_at(i)) return mail;
            if (i > 0 && is_word(text_[i - 1])) return std::nullopt;
        } else if (c >= 0x80) {
            if (is_latin(get(i + 1)))
                if (auto plate = plate_at(i)) return plate;
            if (!is_digit(c)) return std::nullopt;
        } else if (c != U'+' && c != U'(') {
            return std::nullopt;
        }
        if (auto room = room_at(i)) return room;
        if (auto number = number_at(i)) return number;
        return bare_room_at(i);
    }

    // The end of what begins at `i` and only looks like somebody's numbers: an id, a day, a member of JSON. `i`: none.
    [[nodiscard]] std::size_t skip(std::size_t i) const {
        if (!is_word(text_[i]) || (i > 0 && is_word(text_[i - 1]))) return i;
        if (is_uuid(i)) return i + 36;
        if (!is_ascii_digit(text_[i])) return i;
        if (in_json_ && i > 1 && text_[i - 1] == U':' && text_[i - 2] == U'"') return i + digits_from(i);
        return end_of_day(i);
    }

private:
    [[nodiscard]] char32_t get(std::size_t i) const { return i < text_.size() ? text_[i] : U'\0'; }
    [[nodiscard]] std::size_t digits_from(std::size_t i) const {
        std::size_t end = i;
        while (is_digit(get(end))) ++end;
        return end - i;
    }

    [[nodiscard]] bool is_uuid(std::size_t i) const {
        constexpr std::string_view form = "00000000-0000-0000-0000-000000000000";
        const auto is_hex = [](char32_t c) { return is_ascii_digit(c) || (c >= U'a' && c <= U'f'); };
        for (std::size_t k = 0; k < form.size(); ++k)
            if (form[k] == '-' ? get(i + k) != U'-' : !is_hex(get(i + k))) return false;
        return true;
    }

    // "2026-05-03", "2026.5.3", "2026/05/03".
    [[nodiscard]] std::size_t end_of_day(std::size_t i) const {
        if (!is_one_of(text_[i], U"12") || digits_from(i) != 4) return i;
        const char32_t sign = get(i + 4);
        if (!is_one_of(sign, U"-./")) return i;
        const std::size_t month = digits_from(i + 5);
        if (month < 1 || month > 2 || get(i + 5 + month) != sign) return i;
        const std::size_t day = digits_from(i + 6 + month);
        return day < 1 || day > 2 ? i : i + 6 + month + day;
    }

    [[nodiscard]] bool follows(std::size_t i, std::u32string_view words) const {
        return text_.substr(std::min(i, text_.size())).starts_with(words);
    }
    template <class Words>
    [[nodiscard]] bool follows_any(std::size_t i, const Words& all) const {
        return std::any_of(all.begin(), all.end(), [&](std::u32string_view words) { return follows(i, words); });
    }
    [[nodiscard]] std::size_t past_blanks(std::size_t i) const {
        while (get(i) == U' ' || get(i) == 0x3000) ++i;
        return i;
    }

    [[nodiscard]] std::optional<Hidden> mail_at(std::size_t i) const {
        const auto is_part = [this](std::size_t k) { return is_word(get(k)) || is_one_of(get(k), U"._-+"); };
        if (!is_word(get(i)) || (i > 0 && is_part(i - 1))) return std::nullopt;
        std::size_t end = i;
        while (is_part(end)) ++end;
        if (get(end) != U'@') return std::nullopt;
        const std::size_t host = ++end;
        while (is_part(end)) ++end;
        if (end == host) return std::nullopt;
        return Hidden{i, end, Personal::mail};
    }

    // 粵B·12345: the province, a letter, five or six letters and digits.
    [[nodiscard]] std::optional<Hidden> plate_at(std::size_t i) const {
        if (!is_one_of(get(i),
                       U"京津滬沪渝冀豫雲云遼辽黑湘皖魯鲁蘇苏浙贛赣鄂桂甘晉晋蒙陝陕吉閩闽貴贵粵粤青藏川寧宁瓊琼"))
            return std::nullopt;
        std::size_t end = i + 1;
        if (!is_latin(get(end))) return std::nullopt;
        ++end;
        if (is_one_of(get(end), U"·•- ")) ++end;
        const std::size_t begin = end;
        while (is_word(get(end))) ++end;
        if (end - begin < 5 || end - begin > 6) return std::nullopt;
        return Hidden{i, end, Personal::plate};
    }

    // The length of a unit of an address at `i`; 0: none.
    [[nodiscard]] std::size_t unit_at(std::size_t i) const {
        if (is_one_of(get(i), U"號号") && is_one_of(get(i + 1), U"樓楼")) return 2;
        if (is_one_of(get(i), U"單单") && get(i + 1) == U'元') return 2;
        return is_one_of(get(i), U"棟栋幢座樓楼層层室房戶户梯") ? 1 : 0;
    }

    [[nodiscard]] bool is_sum(std::size_t end) const { return is_one_of(get(past_blanks(end)), U"元塊块%萬万億亿"); }

    // "3棟2單元1203室", "A座1801", "1203室", "12-3-402"; a floor alone ("3樓") is nobody's own, nor is "house by
    // house".
    [[nodiscard]] std::optional<Hidden> room_at(std::size_t i) const {
        if (i > 0 && is_digit(text_[i - 1])) return std::nullopt;
        std::size_t end = i, units = 0;
        char32_t last_unit = 0;
        bool names_a_room = false;
        while (true) {
            std::size_t digits = digits_from(end);
            if (digits == 0 && is_latin(get(end)) && !is_latin(get(end + 1))) digits = 1;
            if (digits == 0 || digits > 5) break;
            const std::size_t unit = unit_at(end + digits);
            if (unit == 0) {
                if (units == 0 || digits < 3 || is_sum(end + digits)) break;
                return Hidden{i, end + digits, Personal::room};
            }
            names_a_room = names_a_room || (digits >= 3 && is_one_of(get(end + digits), U"室房戶户"));
            if (get(end + digits) != last_unit) ++units;
            last_unit = get(end + digits);
            end += digits + unit;
        }
        if (units >= 2 || names_a_room) return Hidden{i, end, Personal::room};
        if (auto said = spoken_room_at(i)) return said;
        return hyphened_room_at(i);
    }

    // "一百零二室", "十六房"; a room that is meant is called 房間 only by its number (bare_room_at).
    [[nodiscard]] std::optional<Hidden> spoken_room_at(std::size_t i) const {
        std::size_t end = i;
        while (is_spoken_digit(get(end)) || is_one_of(get(end), U"十百")) ++end;
        if (end - i < 2 || !is_one_of(get(end), U"室房") || get(end + 1) == U'間' || get(end + 1) == U'间')
            return std::nullopt;
        return Hidden{i, end + 1, Personal::room};
    }

    // Building, perhaps entrance, room: short numbers and a last one of three or four digits.
    [[nodiscard]] std::optional<Hidden> hyphened_room_at(std::size_t i) const {
        std::size_t end = i, parts = 0, digits = 0;
        while ((digits = digits_from(end)) > 0) {
            ++parts;
            end += digits;
            if (!is_one_of(get(end), U"-－—") || digits > 2) break;
            ++end;
        }
        const bool ends_well = !is_word(get(end)) && !is_one_of(get(end), U"-－—:.") && !is_sum(end);
        if ((parts == 2 || parts == 3) && (digits == 3 || digits == 4) && ends_well)
            return Hidden{i, end, Personal::room};
        return std::nullopt;
    }

    // Seven digits and more, whatever few signs stand between their groups.
    [[nodiscard]] std::optional<Hidden> number_at(std::size_t i) const {
        std::size_t begin = i;
        if (get(begin) == U'+' || get(begin) == U'(') ++begin;
        if (!is_digit(get(begin)) || (i > 0 && is_digit(text_[i - 1]))) return std::nullopt;
        std::size_t end = begin, digits = 0;
        while (const std::size_t run = digits_from(end)) {
            digits += run;
            end += run;
            std::size_t next = end;
            while (next < end + longest_gap_in_number && joins_digits(get(next))) ++next;
            if (next == end || !is_digit(get(next))) break;
            end = next;
        }
        if (digits == 17 && is_one_of(get(end), U"Xx")) ++digits, ++end;
        if (digits < 7 || digits > 19 || is_word(get(end)) || is_sum(end)) return std::nullopt;
        return Hidden{i, end, digits > 15 ? Personal::paper : Personal::phone};
    }

    // "樓上1602是王先生": floor, then 01 to 49. Not a hotline, and nothing with a unit, a sign of money or a clock
    // about it.
    [[nodiscard]] std::optional<Hidden> bare_room_at(std::size_t i) const {
        std::size_t end = i;
        while (is_ascii_digit(get(end))) ++end;
        const std::size_t count = end - i;
        if (count < 3 || count > 4 || text_[i] == U'0' || is_digit(get(end)) || is_word(get(end))) return std::nullopt;
        const std::u32string_view digits = text_.substr(i, count);
        if (std::find(public_numbers.begin(), public_numbers.end(), digits) != public_numbers.end())
            return std::nullopt;
        const char32_t tens = get(end - 2), ones = get(end - 1);
        if (tens > U'4' || (tens == U'0' && ones == U'0')) return std::nullopt;
        if (is_part_of_a_figure(i, end)) return std::nullopt;
        constexpr std::array<std::u32string_view, 38> units{
            U"年", U"元", U"塊", U"块", U"萬", U"万", U"億", U"亿", U"天", U"分", U"小時", U"小时", U"個",
            U"个", U"次", U"度", U"米", U"公", U"平", U"字", U"人", U"戶", U"户", U"秒",   U"%",    U"號文",
            U"条", U"條", U"斤", U"升", U"瓦", U"伏", U"毫", U"厘", U"份", U"台", U"頁",   U"页"};
        if (follows_any(past_blanks(end), units)) return std::nullopt;
        return Hidden{i, end, Personal::room};
    }

    [[nodiscard]] bool is_part_of_a_figure(std::size_t begin, std::size_t end) const {
        const char32_t before = begin > 0 ? text_[begin - 1] : 0, before_that = begin > 1 ? text_[begin - 2] : 0;
        if (is_one_of(before, U"¥￥$./第") || is_spoken_digit(before)) return true;
        if (is_one_of(before, U":,") && is_ascii_digit(before_that)) return true;
        return is_one_of(get(end), U".:/%-,") && is_word(get(end + 1));
    }

    std::u32string_view text_;
    bool in_json_;
};

std::vector<Hidden> pieces_in(const Characters& in, bool in_json) {
    const Masker masker(in, in_json);
    std::vector<Hidden> out;
    for (std::size_t i = 0; i < in.text.size();) {
        if (const std::size_t next = masker.skip(i); next > i) {
            i = next;
        } else if (const auto hidden = masker.at(i)) {
            out.push_back(*hidden);
            i = hidden->end;
        } else {
            ++i;
        }
    }
    return out;
}

bool is_blotted(char32_t c, Personal kind) {
    if (is_digit(c) || is_one_of(c, U"十百")) return true;
    return kind != Personal::room && c != 0 && (is_latin(c) || kind == Personal::plate) && !joins_digits(c);
}

void mask_strings(nlohmann::ordered_json& json) {
    if (json.is_string()) json = mask_personal(json.get_ref<const std::string&>());
    if (json.is_structured())
        for (nlohmann::ordered_json& child : json) mask_strings(child);
}

}  // namespace

std::string mask_personal(std::string_view text) {
    const Characters in = characters_to_mask(text);
    std::string out;
    std::size_t copied = 0;
    for (const Hidden& hidden : pieces_in(in, false)) {
        out += text.substr(copied, in.at[hidden.begin] - copied);
        out += mark_of(hidden.kind);
        copied = in.at[hidden.end];
    }
    return out.append(text.substr(copied));
}

std::string blot_personal(std::string_view text) {
    const Characters in = characters_to_mask(text);
    std::string out(text);
    for (const Hidden& hidden : pieces_in(in, false))
        for (std::size_t i = hidden.begin; i < hidden.end; ++i) {
            if (!is_blotted(in.text[i], hidden.kind)) continue;
            const std::size_t size = in.at[i + 1] - in.at[i];
            out.replace(in.at[i], size, size == 3 ? "＊" : std::string(size, '*'));
        }
    return out;
}

std::string mask_json(const std::string& json) {
    // Most texts hold nothing to hide, and need not be taken apart to see it: unless an escape joins what it parts.
    if (json.find('\\') == std::string::npos && pieces_in(characters_to_mask(json), true).empty()) return json;
    nlohmann::ordered_json parsed = nlohmann::ordered_json::parse(json, nullptr, false);
    if (parsed.is_discarded()) return mask_personal(json);
    mask_strings(parsed);
    return parsed.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace huashu::app
