#include "match/match_text.hpp"

#include "text/boundaries.hpp"
#include "text/fold_table.hpp"

namespace huashu::scoring::match {
namespace {

bool is_word(char32_t c) {
    const CharClass kind = class_of(c);
    return kind == CharClass::han || kind == CharClass::digit || kind == CharClass::letter || kind == CharClass::other;
}

bool is_number_char(char32_t c) {
    return (c >= U'0' && c <= U'9') ||
           std::u32string_view(U"〇零一二两三四五六七八九十百千半").find(c) != std::u32string_view::npos;
}

}  // namespace

void MatchText::fill() {
    if (!next_word_.empty()) return;
    const std::uint32_t n = size();
    for (auto* array : {&next_clause_, &next_sentence_, &clause_begin_, &sentence_begin_, &next_word_})
        array->assign(n + 1, n);
    clause_begin_[0] = sentence_begin_[0] = 0;
    for (std::uint32_t i = 0; i < n; ++i) {
        const Boundary kind = boundary_at(chars_, i);
        clause_begin_[i + 1] = kind != Boundary::none ? i + 1 : clause_begin_[i];
        sentence_begin_[i + 1] = kind == Boundary::sentence ? i + 1 : sentence_begin_[i];
    }
    for (std::uint32_t i = n; i-- > 0;) {
        next_clause_[i] = clause_begin_[i + 1] == i + 1 ? i : next_clause_[i + 1];
        next_sentence_[i] = sentence_begin_[i + 1] == i + 1 ? i : next_sentence_[i + 1];
        next_word_[i] = is_word(chars_[i]) ? i : next_word_[i + 1];
    }
}

bool MatchText::holds(Anchor anchor, std::uint32_t at) const {
    switch (anchor) {
        case Anchor::reply_start:
            return next_word_[0] >= at;
        case Anchor::reply_end:
            return next_word_[at] == size();
        case Anchor::clause_start:
            return next_word_[clause_begin_[at]] >= at;
        case Anchor::clause_end:
            return next_word_[at] >= next_clause_[at];
    }
    return false;
}

bool MatchText::is_in(ClassName name, std::uint32_t at) const {
    const char32_t c = chars_[at];
    switch (name) {
        case ClassName::digit:
            return c >= U'0' && c <= U'9';
        case ClassName::num:
            return is_number_char(c);
        case ClassName::letter:
            return c >= U'a' && c <= U'z';
        case ClassName::han:
            return class_of(c) == CharClass::han;
        case ClassName::any:
            return next_clause_[at] != at;
    }
    return false;
}

}  // namespace huashu::scoring::match
