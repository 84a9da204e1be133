#include "match/match_text.hpp"

#include "text/boundaries.hpp"
#include "text/fold_table.hpp"

namespace huashu::scoring::match {
namespace {

bool is_plain_han(char32_t c) { return c - fold_table::han_first < fold_table::han_count; }

bool is_word(char32_t c) {
    const CharClass kind = class_of(c);
    return kind == CharClass::han || kind == CharClass::digit || kind == CharClass::letter || kind == CharClass::other;
}

constexpr std::uint64_t number_bits = [] {
    std::uint64_t bits = 0;
    for (const char32_t c : number_chars) bits |= std::uint64_t{1} << (c & 63);
    return bits;
}();

bool is_number_char(char32_t c) {
    if ((number_bits >> (c & 63) & 1) == 0) return false;  // most are turned down here
    return number_chars.find(c) != std::u32string_view::npos;
}

}  // namespace

void MatchText::fill_now() {
    filled_ = true;
    const std::uint32_t n = size();
    hashes_.read(chars_);
    for (PositionBits* bits : {&clause_ends_, &sentence_ends_, &clause_starts_, &clause_stops_}) bits->reset(n);
    for (PositionBits& bits : outside_) bits.reset(n);
    first_word_ = n;
    words_end_ = 0;
    std::uint32_t idle_begin = 0;  // since here there has been no word
    bool fresh = true;             // no word since the last end of a clause
    for (std::uint32_t i = 0; i < n; ++i) {
        if (fresh) clause_starts_.set(i);
        const char32_t c = chars_[i];
        note_classes(i, is_plain_han(c) || class_of(c) == CharClass::han);
        const Boundary boundary = is_plain_han(c) ? Boundary::none : boundary_at(chars_, i);
        if (boundary != Boundary::none) {
            clause_ends_.set(i);
            if (boundary == Boundary::sentence) sentence_ends_.set(i);
            clause_stops_.set_range(idle_begin, i + 1);
            idle_begin = i + 1;
            fresh = true;
        } else if (is_plain_han(c) || is_word(c)) {
            if (words_end_ == 0) first_word_ = i;
            words_end_ = i + 1;
            idle_begin = i + 1;
            fresh = false;
        }
    }
    if (fresh) clause_starts_.set(n);
    clause_stops_.set_range(idle_begin, n + 1);
}

bool MatchText::holds(Anchor anchor, std::uint32_t at) const {
    switch (anchor) {
        case Anchor::reply_start:
            return at <= first_word_;
        case Anchor::reply_end:
            return at >= words_end_;
        case Anchor::clause_start:
            return clause_starts_.test(at);
        case Anchor::clause_end:
            return clause_stops_.test(at);
    }
    return false;
}

void MatchText::note_classes(std::uint32_t at, bool is_han) {
    const char32_t c = chars_[at];
    const bool digit = c >= U'0' && c <= U'9';
    const auto put = [&](ClassName name, bool inside) {
        if (!inside) outside_[static_cast<std::size_t>(name)].set(at);
    };
    put(ClassName::digit, digit);
    put(ClassName::num, is_number_char(c));
    put(ClassName::letter, c >= U'a' && c <= U'z');
    put(ClassName::han, is_han);
}

}  // namespace huashu::scoring::match
