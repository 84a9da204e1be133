// The harsher skeleton: what remains when a reader looks past the tricks.
//
// Two passes. The first goes through the canonical text and leaves out what only separates; the second folds doubled
// characters. Both keep the way back.
#include <algorithm>

#include "scoring/text.hpp"
#include "text/boundaries.hpp"
#include "text/fold_table.hpp"

namespace huashu::scoring {
namespace {

constexpr std::uint32_t most_fillers = 3;  // in a row; more is decoration or a table, not a word with holes

bool is_word(CharClass kind) {
    return kind == CharClass::han || kind == CharClass::letter || kind == CharClass::digit || kind == CharClass::other;
}

bool is_latin(CharClass kind) { return kind == CharClass::letter || kind == CharClass::digit; }

bool is_skin_tone(char32_t c) { return c >= 0x1F3FB && c <= 0x1F3FF; }

class SkeletonMaker {
public:
    SkeletonMaker(const FoldedText& canonical, Skeleton& out) : in_(canonical), text_(canonical.chars), out_(out) {}

    void run() {
        for (std::uint32_t at = 0; at < size();) {
            if (is_word(class_of(text_[at])))
                at = take_run(at);
            else
                at = take_separators(at);
        }
    }

private:
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }

    /// Equal characters in a row stand as one that covers them all; digits count.
    std::uint32_t take_run(std::uint32_t at) {
        const char32_t c = text_[at];
        std::uint32_t end = at + 1;
        while (end < size() && text_[end] == c && class_of(c) != CharClass::digit) ++end;
        const bool joins = !out_.text.chars.empty() && out_.text.chars.back() == c && class_of(c) != CharClass::digit;
        if (joins)
            extend(end, bit(FoldStep::repeats) | dropped_);
        else
            push(c, at, end, end - at > 1 ? bit(FoldStep::repeats) : FoldSteps{0});
        return end;
    }

    /// What stands between two words: left out where it only hides a word, else kept as the boundary that it is.
    std::uint32_t take_separators(std::uint32_t begin) {
        std::uint32_t end = begin;
        std::uint32_t fillers = 0;
        char32_t boundary = 0;
        std::uint32_t boundary_at_position = begin;
        for (; end < size() && !is_word(class_of(text_[end])); ++end) {
            const char32_t c = text_[end];
            if (ends_clause(end) && boundary == 0) {
                boundary = c;
                boundary_at_position = end;
            }
            const bool repeated = end > begin && text_[end - 1] == c;
            if (!repeated && c != U' ' && !is_skin_tone(c)) ++fillers;
        }
        if (begin == 0 || end == size()) return end;
        if (fillers <= most_fillers && (boundary == 0 ? hides_word(begin, end) : between_single_chars(begin, end))) {
            dropped_ |= bit(FoldStep::separators);
            return end;
        }
        push(boundary != 0 ? boundary : U' ', boundary != 0 ? boundary_at_position : begin, end, 0);
        return end;
    }

    /// A lone full stop between Han characters hides a word more often than it ends a sentence.
    [[nodiscard]] bool ends_clause(std::uint32_t at) const {
        if (boundary_at(text_, at) == Boundary::none) return false;
        const bool inside = at > 0 && at + 1 < size() && class_of(text_[at - 1]) == CharClass::han &&
                            class_of(text_[at + 1]) == CharClass::han;
        return !(text_[at] == U'.' && inside);
    }

    /// Between Latin words and numbers a separator means something, unless they are single letters: "s b", "n.m.d".
    [[nodiscard]] bool hides_word(std::uint32_t begin, std::uint32_t end) const {
        const CharClass before = class_of(text_[begin - 1]);
        const CharClass after = class_of(text_[end]);
        if (!is_latin(before) || !is_latin(after)) return true;
        if (before == CharClass::digit || after == CharClass::digit) return false;
        const bool single_before = begin < 2 || !is_latin(class_of(text_[begin - 2]));
        const bool single_after = end + 1 >= size() || !is_latin(class_of(text_[end + 1]));
        return single_before && single_after;
    }

    /// 「滾，蛋」: both pieces beside the mark are one character long.
    [[nodiscard]] bool between_single_chars(std::uint32_t begin, std::uint32_t end) const {
        const bool single_before = begin < 2 || !is_word(class_of(text_[begin - 2]));
        const bool single_after = end + 1 >= size() || !is_word(class_of(text_[end + 1]));
        return single_before && single_after;
    }

    void push(char32_t c, std::uint32_t from, std::uint32_t until, FoldSteps steps) {
        FoldSteps all = static_cast<FoldSteps>(steps | dropped_);
        for (std::uint32_t i = from; i < until; ++i) all |= in_.steps[i];
        dropped_ = 0;
        out_.text.chars.push_back(c);
        out_.text.begin_byte.push_back(in_.begin_byte[from]);
        out_.text.end_byte.push_back(in_.end_byte[until - 1]);
        out_.text.steps.push_back(all);
        out_.from.push_back(from);
        out_.until.push_back(until);
    }

    void extend(std::uint32_t until, FoldSteps steps) {
        out_.text.end_byte.back() = in_.end_byte[until - 1];
        out_.text.steps.back() |= steps;
        out_.until.back() = until;
        dropped_ = 0;
    }

    const FoldedText& in_;
    std::u32string_view text_;
    Skeleton& out_;
    FoldSteps dropped_ = 0;
};

}  // namespace

void make_skeleton_into(const FoldedText& canonical, Skeleton& out) {
    out.text.clear();
    out.from.clear();
    out.until.clear();
    out.text.byte_length = canonical.byte_length;
    SkeletonMaker(canonical, out).run();
}

Skeleton make_skeleton(const FoldedText& canonical) {
    Skeleton out;
    make_skeleton_into(canonical, out);
    return out;
}

}  // namespace huashu::scoring
