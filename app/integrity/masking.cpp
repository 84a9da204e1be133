#include "integrity/masking.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

namespace huashu::app {
namespace {

constexpr std::string_view phone_mark = "〔電話〕";
constexpr std::string_view paper_mark = "〔證件號碼〕";
constexpr std::string_view room_mark = "〔房號〕";
constexpr std::string_view mail_mark = "〔郵箱〕";
constexpr std::string_view plate_mark = "〔車牌〕";

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
bool is_digit(char32_t c) { return is_ascii_digit(c) || is_one_of(c, U"〇零一二三四五六七八九幺"); }
bool is_latin(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }
bool is_word(char32_t c) { return is_latin(c) || is_ascii_digit(c); }

/// A piece to hide: characters [begin, end) and what stands in their place.
struct Hidden {
    std::size_t begin = 0, end = 0;
    std::string_view mark;
};

class Masker {
public:
    explicit Masker(const Characters& in) : text_(in.text) {}

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
        return number_at(i);
    }

private:
    [[nodiscard]] char32_t get(std::size_t i) const { return i < text_.size() ? text_[i] : U'\0'; }
    [[nodiscard]] std::size_t digits_from(std::size_t i) const {
        std::size_t end = i;
        while (is_digit(get(end))) ++end;
        return end - i;
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
        return Hidden{i, end, mail_mark};
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
        return Hidden{i, end, plate_mark};
    }

    // The length of a unit of an address at `i`; 0: none.
    [[nodiscard]] std::size_t unit_at(std::size_t i) const {
        if (is_one_of(get(i), U"號号") && is_one_of(get(i + 1), U"樓楼")) return 2;
        if (is_one_of(get(i), U"單单") && get(i + 1) == U'元') return 2;
        return is_one_of(get(i), U"棟栋幢座樓楼層层室房戶户梯") ? 1 : 0;
    }

    [[nodiscard]] bool is_sum(std::size_t end) const { return is_one_of(get(end), U"元塊块%萬万"); }

    // "3棟2單元1203室", "A座1801", "1203室", "12-3-402"; a floor alone ("3樓") is nobody's own.
    [[nodiscard]] std::optional<Hidden> room_at(std::size_t i) const {
        if (i > 0 && is_digit(text_[i - 1])) return std::nullopt;
        std::size_t end = i, units = 0;
        bool names_a_room = false;
        while (true) {
            std::size_t digits = digits_from(end);
            if (digits == 0 && is_latin(get(end)) && !is_latin(get(end + 1))) digits = 1;
            if (digits == 0 || digits > 5) break;
            const std::size_t unit = unit_at(end + digits);
            if (unit == 0) {
                if (units == 0 || digits < 3 || is_sum(end + digits)) break;
                return Hidden{i, end + digits, room_mark};
            }
            names_a_room = names_a_room || (digits >= 3 && is_one_of(get(end + digits), U"室房戶户"));
            ++units;
            end += digits + unit;
        }
        if (units >= 2 || names_a_room) return Hidden{i, end, room_mark};
        return hyphened_room_at(i);
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
        if ((parts == 2 || parts == 3) && (digits == 3 || digits == 4) && ends_well) return Hidden{i, end, room_mark};
        return std::nullopt;
    }

    // Seven digits and more, whatever single signs stand between their groups.
    [[nodiscard]] std::optional<Hidden> number_at(std::size_t i) const {
        std::size_t begin = i;
        if (get(begin) == U'+' || get(begin) == U'(') ++begin;
        if (!is_digit(get(begin)) || (i > 0 && is_digit(text_[i - 1]))) return std::nullopt;
        std::size_t end = begin, digits = 0, groups = 0;
        const bool may_be_a_date = digits_from(begin) == 4 && is_one_of(get(begin), U"12");
        while (const std::size_t run = digits_from(end)) {
            if (++groups == 2 && may_be_a_date && run <= 2) return std::nullopt;
            digits += run;
            end += run;
            std::size_t next = end;
            while (next < end + 2 && is_one_of(get(next), U" -－—.()·")) ++next;
            if (next == end || !is_digit(get(next))) break;
            end = next;
        }
        if (digits == 17 && is_one_of(get(end), U"Xx")) ++digits, ++end;
        if (digits < 7 || digits > 19 || is_word(get(end)) || is_sum(end)) return std::nullopt;
        return Hidden{i, end, digits > 15 ? paper_mark : phone_mark};
    }

    std::u32string_view text_;
};

void mask_strings(nlohmann::ordered_json& json) {
    if (json.is_string()) json = mask_personal(json.get_ref<const std::string&>());
    if (json.is_structured())
        for (nlohmann::ordered_json& child : json) mask_strings(child);
}

}  // namespace

std::string mask_personal(std::string_view text) {
    const Characters in = characters_to_mask(text);
    const Masker masker(in);
    std::string out;
    for (std::size_t i = 0; i < in.text.size();) {
        if (const auto hidden = masker.at(i)) {
            out += hidden->mark;
            i = hidden->end;
        } else {
            out += text.substr(in.at[i], in.at[i + 1] - in.at[i]);
            ++i;
        }
    }
    return out;
}

std::string mask_json(const std::string& json) {
    // Most texts hold nothing to hide, and need not be taken apart to see it: unless an escape joins what it parts.
    if (json.find('\\') == std::string::npos && mask_personal(json) == json) return json;
    nlohmann::ordered_json parsed = nlohmann::ordered_json::parse(json, nullptr, false);
    if (parsed.is_discarded()) return mask_personal(json);
    mask_strings(parsed);
    return parsed.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace huashu::app
