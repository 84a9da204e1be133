#include "scoring/text.hpp"
#include "text/boundaries.hpp"
#include "text/fold_table.hpp"

namespace huashu::scoring {
namespace {

bool is_word_char(char32_t c) {
    const CharClass kind = class_of(c);
    return kind == CharClass::han || kind == CharClass::digit || kind == CharClass::letter || kind == CharClass::other;
}

bool has_word(std::u32string_view text, std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t i = begin; i < end; ++i)
        if (is_word_char(text[i])) return true;
    return false;
}

/// The punctuation from one clause to the next, with the closing marks and blanks in it.
struct Break {
    std::uint32_t end = 0;
    Boundary kind = Boundary::none;
    char32_t mark = 0;
};

Break read_break(std::u32string_view text, std::uint32_t at) {
    Break found{at, Boundary::none, 0};
    for (; found.end < text.size(); ++found.end) {
        const char32_t c = text[found.end];
        const Boundary kind = boundary_at(text, found.end);
        if (kind == Boundary::none && !(is_closing_mark(c) || c == U' ')) break;
        if (kind > found.kind) found.kind = kind;
        if (kind != Boundary::none && (found.mark == 0 || c == U'?')) found.mark = c;
    }
    return found;
}

}  // namespace

void split_clauses_into(const FoldedText& canonical, std::vector<Clause>& out) {
    out.clear();
    const std::u32string_view text = canonical.chars;
    const auto size = static_cast<std::uint32_t>(text.size());
    std::uint32_t begin = 0;
    std::uint32_t sentence = 0;
    bool sentence_has_clause = false;
    for (std::uint32_t at = 0; at <= size;) {
        if (at < size && boundary_at(text, at) == Boundary::none) {
            ++at;
            continue;
        }
        const Break end = at < size ? read_break(text, at) : Break{size + 1, Boundary::sentence, 0};
        if (has_word(text, begin, at)) {
            out.push_back({{begin, at}, sentence, end.mark});
            sentence_has_clause = true;
        }
        if (end.kind == Boundary::sentence && sentence_has_clause) {
            ++sentence;
            sentence_has_clause = false;
        }
        begin = at = end.end;
    }
}

std::vector<Clause> split_clauses(const FoldedText& canonical) {
    std::vector<Clause> out;
    split_clauses_into(canonical, out);
    return out;
}

}  // namespace huashu::scoring
