#include "text/boundaries.hpp"

#include "text/fold_table.hpp"

namespace huashu::scoring {
namespace {

bool is_digit(std::u32string_view text, std::size_t at) {
    return at < text.size() && text[at] >= U'0' && text[at] <= U'9';
}

Boundary full_stop(std::u32string_view text, std::size_t at) {
    const bool more = (at + 1 < text.size() && text[at + 1] == U'.') || (at > 0 && text[at - 1] == U'.');
    if (more) return Boundary::clause;
    const CharClass after = at + 1 < text.size() ? class_of(text[at + 1]) : CharClass::newline;
    if (after == CharClass::newline || after == CharClass::blank) return Boundary::sentence;
    const bool behind_han = at > 0 && class_of(text[at - 1]) == CharClass::han;
    return behind_han && (after == CharClass::han || after == CharClass::punctuation) ? Boundary::sentence
                                                                                      : Boundary::none;
}

}  // namespace

Boundary boundary_at(std::u32string_view text, std::size_t at) {
    switch (text[at]) {
        case U'。':
        case U'!':
        case U'?':
        case U'\n':
            return Boundary::sentence;
        case U';':
        case U'…':
            return Boundary::clause;
        case U',':
            return at > 0 && is_digit(text, at - 1) && is_digit(text, at + 1) ? Boundary::none : Boundary::clause;
        case U'.':
            return full_stop(text, at);
        default:
            return Boundary::none;
    }
}

bool is_closing_mark(char32_t c) {
    constexpr std::u32string_view marks = U"」』”’)]}》〉】〕";
    return marks.find(c) != std::u32string_view::npos;
}

}  // namespace huashu::scoring
