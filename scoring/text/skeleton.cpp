// The harsher skeleton: what remains when a reader looks past the tricks.
//
// First pass: what only separates is left out, look-alikes and doubled characters are folded. Second pass: words that
// are written to get past a filter become what is meant. A third, on a copy: letters and digits put between Han
// characters are left out. All keep the way back.
#include "scoring/text.hpp"
#include "text/boundaries.hpp"
#include "text/fold_table.hpp"
#include "text/skeleton_table.hpp"

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

    /// Equal characters in a row stand as one that covers them all; digits count, and so does a word like 媽媽.
    std::uint32_t take_run(std::uint32_t at) {
        const char32_t c = folded(at);
        if (class_of(c) == CharClass::digit) {
            push(c, at, at + 1, look_step(at));
            return at + 1;
        }
        std::uint32_t end = at;
        FoldSteps steps = 0;
        while (end < size() && folded(end) == c) steps |= look_step(end++);
        if (end - at == 2 && skeleton_entry(c).doubles()) {
            push(c, at, at + 1, steps);
            push(c, at + 1, end, steps);
            return end;
        }
        const bool joins = !out_.text.chars.empty() && out_.text.chars.back() == c && dropped_ != 0;
        if (joins)
            extend(end, static_cast<FoldSteps>(steps | bit(FoldStep::repeats)));
        else
            push(c, at, end, end - at > 1 ? static_cast<FoldSteps>(steps | bit(FoldStep::repeats)) : steps);
        return end;
    }

    [[nodiscard]] char32_t folded(std::uint32_t at) const {
        const char32_t like = skeleton_entry(text_[at]).looks_like();
        return like != 0 ? like : text_[at];
    }

    [[nodiscard]] FoldSteps look_step(std::uint32_t at) const {
        return folded(at) != text_[at] ? bit(FoldStep::lookalike) : FoldSteps{0};
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

    /// Full stops right between two characters hide a word more often than they end a sentence.
    [[nodiscard]] bool ends_clause(std::uint32_t at) const {
        if (boundary_at(text_, at) == Boundary::none) return false;
        if (text_[at] != U'.') return true;
        std::uint32_t end = at + 1;
        while (end < size() && text_[end] == U'.') ++end;
        return end == size() || !is_word(class_of(text_[end]));
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
        out_.text.all_steps |= all;
        out_.from.push_back(from);
        out_.until.push_back(until);
    }

    void extend(std::uint32_t until, FoldSteps steps) {
        for (std::uint32_t i = out_.until.back(); i < until; ++i) steps |= in_.steps[i];
        out_.text.end_byte.back() = in_.end_byte[until - 1];
        out_.text.steps.back() |= static_cast<FoldSteps>(steps | dropped_);
        out_.text.all_steps |= out_.text.steps.back();
        out_.until.back() = until;
        dropped_ = 0;
    }

    const FoldedText& in_;
    std::u32string_view text_;
    Skeleton& out_;
    FoldSteps dropped_ = 0;
};

void append(Skeleton& out, char32_t c, const Skeleton& from, std::size_t first, std::size_t last, FoldSteps steps) {
    for (std::size_t i = first; i <= last; ++i) steps |= from.text.steps[i];
    out.text.chars.push_back(c);
    out.text.begin_byte.push_back(from.text.begin_byte[first]);
    out.text.end_byte.push_back(from.text.end_byte[last]);
    out.text.steps.push_back(steps);
    out.text.all_steps |= steps;
    out.from.push_back(from.from[first]);
    out.until.push_back(from.until[last]);
}

void clear(Skeleton& skeleton) {
    skeleton.text.clear();
    skeleton.from.clear();
    skeleton.until.clear();
}

/// Character for character where that is possible; else each character meant stands for all that is written.
void append_meant(Skeleton& out, const Spelling& spelling, const Skeleton& from, std::size_t at) {
    const FoldSteps step = bit(spelling.in_letters ? FoldStep::initials : FoldStep::homophone);
    const std::size_t last = at + spelling.written.size() - 1;
    const bool one_to_one = spelling.meant.size() == spelling.written.size();
    for (std::size_t i = 0; i < spelling.meant.size(); ++i)
        append(out, spelling.meant[i], from, one_to_one ? at + i : at, one_to_one ? at + i : last, step);
}

bool holds_spelling(std::u32string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i)
        if (skeleton_entry(text[i]).begins_spelling() && find_spelling(text, i) != nullptr) return true;
    return false;
}

void put_in_what_is_meant(Skeleton& skeleton) {
    const std::u32string_view text = skeleton.text.chars;
    if (!holds_spelling(text)) return;
    Skeleton out;
    out.text.byte_length = skeleton.text.byte_length;
    for (std::size_t at = 0; at < text.size();) {
        const Spelling* spelling = skeleton_entry(text[at]).begins_spelling() ? find_spelling(text, at) : nullptr;
        if (spelling != nullptr)
            append_meant(out, *spelling, skeleton, at);
        else
            append(out, text[at], skeleton, at, at, 0);
        at += spelling != nullptr ? spelling->written.size() : 1;
    }
    skeleton = std::move(out);
}

/// How many letters or digits stand between two Han characters from `at` on; 0 when it is no such place or they are too
/// many to be fillers.
std::size_t fillers_at(std::u32string_view text, std::size_t at) {
    if (at == 0 || !is_latin(class_of(text[at])) || class_of(text[at - 1]) != CharClass::han) return 0;
    std::size_t end = at;
    while (end < text.size() && is_latin(class_of(text[end]))) ++end;
    const bool between = end < text.size() && class_of(text[end]) == CharClass::han;
    return between && end - at <= most_fillers ? end - at : 0;
}

}  // namespace

bool drop_fillers_into(const Skeleton& skeleton, Skeleton& out) {
    clear(out);
    const std::u32string_view text = skeleton.text.chars;
    bool dropped_any = false;
    FoldSteps dropped = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (const std::size_t count = fillers_at(text, at); count > 0) {
            if (!dropped_any) {
                for (std::size_t i = 0; i < at; ++i) append(out, text[i], skeleton, i, i, 0);
                dropped_any = true;
            }
            dropped = bit(FoldStep::separators);
            at += count;
            continue;
        }
        if (dropped_any) append(out, text[at], skeleton, at, at, dropped);
        dropped = 0;
        ++at;
    }
    out.text.byte_length = skeleton.text.byte_length;
    return dropped_any;
}

void make_skeleton_into(const FoldedText& canonical, Skeleton& out) {
    clear(out);
    out.text.byte_length = canonical.byte_length;
    SkeletonMaker(canonical, out).run();
    put_in_what_is_meant(out);
}

Skeleton make_skeleton(const FoldedText& canonical) {
    Skeleton out;
    make_skeleton_into(canonical, out);
    return out;
}

}  // namespace huashu::scoring
