#include "desktop/text/line_break.hpp"

#include <algorithm>
#include <string_view>

namespace huashu::desktop {
namespace {

constexpr std::u32string_view opening = U"（〔［｛〈《「『【〖〘〝“‘([{«￥＄＃";
constexpr std::u32string_view closing =
    U"，。、．：；！？）〕］｝〉》」』】〗〙〞”’)]}»!?,.:;%％‰℃°…‥・·～ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々〻";
constexpr std::u32string_view glue = U"—–…‥⋯";

bool contains(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

struct Range {
    char32_t first, last;
};

template <std::size_t N>
bool in_ranges(const Range (&ranges)[N], char32_t c) {
    return std::any_of(std::begin(ranges), std::end(ranges), [c](Range r) { return c >= r.first && c <= r.last; });
}

bool is_joiner(char32_t c) {
    static constexpr Range ranges[] = {{0x0300, 0x036F},   {0x200C, 0x200D},  {0x2060, 0x2060}, {0x00A0, 0x00A0},
                                       {0x202F, 0x202F},   {0xFE00, 0xFE0F},  {0xFEFF, 0xFEFF}, {0x20D0, 0x20FF},
                                       {0x1F3FB, 0x1F3FF}, {0xE0100, 0xE01EF}};
    return in_ranges(ranges, c);
}

bool is_wide(char32_t c) {
    static constexpr Range ranges[] = {{0x1100, 0x115F}, {0x2460, 0x24FF},   {0x2600, 0x27BF},  {0x2E80, 0x303E},
                                       {0x3041, 0x33FF}, {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},  {0xA000, 0xA4CF},
                                       {0xAC00, 0xD7A3}, {0xF900, 0xFAFF},   {0xFE30, 0xFE4F},  {0xFF00, 0xFF60},
                                       {0xFFE0, 0xFFE6}, {0x1F000, 0x1FAFF}, {0x20000, 0x3FFFD}};
    return in_ranges(ranges, c);
}

bool is_figure(char32_t c) { return c >= U'0' && c <= U'9'; }

}  // namespace

BreakClass break_class(char32_t c) {
    if (c == U'\n') return BreakClass::newline;
    if (c == U' ' || c == U'\t' || c == 0x3000 || c == 0x200B || (c >= 0x2000 && c <= 0x2006)) return BreakClass::blank;
    if (c == U'-' || c == 0x2010 || c == 0x00AD || c == U'/') return BreakClass::hyphen;
    if (contains(glue, c)) return BreakClass::glue;
    if (contains(opening, c)) return BreakClass::opening;
    if (contains(closing, c)) return BreakClass::closing;
    if (is_joiner(c)) return BreakClass::joiner;
    if (is_wide(c)) return BreakClass::wide;
    return BreakClass::ordinary;
}

bool may_break_between(char32_t before, char32_t after) {
    const BreakClass left = break_class(before);
    const BreakClass right = break_class(after);
    if (left == BreakClass::newline) return true;
    if (right == BreakClass::newline || right == BreakClass::blank) return false;  // they hang on the row before
    if (left == BreakClass::joiner || right == BreakClass::joiner) return false;
    if (right == BreakClass::closing || left == BreakClass::opening) return false;
    if (left == BreakClass::glue && right == BreakClass::glue) return false;
    if (right == BreakClass::glue) return false;  // a dash or an ellipsis belongs to what it follows
    if (left == BreakClass::blank) return true;
    if (left == BreakClass::hyphen) return right != BreakClass::hyphen && !is_figure(after);
    if (left == BreakClass::wide || right == BreakClass::wide) return right != BreakClass::hyphen;
    if (left == BreakClass::glue) return true;
    if (left == BreakClass::closing) return right == BreakClass::opening || before > 0x7F;
    return right == BreakClass::opening && after > 0x7F;
}

}  // namespace huashu::desktop
