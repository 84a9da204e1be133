// From the bytes of a reply to its canonical characters: decode, fold by table, drop, join blanks.
#include <unicode/uchar.h>

#include <utility>

#include "base/utf8.hpp"
#include "scoring/text.hpp"
#include "text/compose.hpp"
#include "text/fold_table.hpp"

namespace huashu::scoring {
namespace {

class Canonicaliser {
public:
    Canonicaliser(std::string_view text, FoldedText& out) : text_(text), out_(out) {}

    void run() {
        for (at_ = 0; at_ < text_.size(); at_ = end_) {
            const DecodedChar c = decode_utf8(text_, at_);
            end_ = at_ + c.size;
            if (!c.valid) dropped_ |= bit(FoldStep::repair);
            take(c.value, fold_entry(c.value));
        }
        finish_stretch();
    }

private:
    enum class Gap : std::uint8_t { none, blank, newline };
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    void take(char32_t c, FoldEntry entry) {
        if (entry.is_identity()) return put(c, 0);
        switch (entry.kind()) {
            case FoldKind::single:
                return put_entry(entry, &single(entry), 1);
            case FoldKind::sequence: {
                const std::uint32_t* sequence = fold_table::sequences + entry.value();
                return put_entry(entry, sequence + 1, sequence[0]);
            }
            case FoldKind::dropped:
                dropped_ |= entry.steps();
                return;
            case FoldKind::blank:
                return open_gap(Gap::blank, c != U' ' || gap_ != Gap::none);
            case FoldKind::newline:
                return open_gap(Gap::newline, c != U'\n' || gap_ != Gap::none);
        }
    }

    const std::uint32_t& single(FoldEntry entry) { return single_ = entry.value(); }

    void put_entry(FoldEntry entry, const std::uint32_t* chars, std::uint32_t count) {
        if (!entry.joins_backwards()) {
            finish_stretch();
        } else if (out_.chars.empty() || gap_ != Gap::none) {
            if (drop_lonely_mark(chars[0])) return;
        } else if (stretch_ == none) {
            stretch_ = start_of_stretch(out_);
        }
        for (std::uint32_t i = 0; i < count; ++i) {
            if (chars[i] == U' ')
                open_gap(Gap::blank, true);
            else
                append(chars[i], entry.steps());
        }
        // A few fold to a letter and a mark that don't compose ("İ"); composing drops the mark.
        if (count > 1 && stretch_ == none && is_mark(chars[count - 1])) stretch_ = start_of_stretch(out_);
    }

    static bool is_mark(char32_t c) { return u_getCombiningClass(static_cast<UChar32>(c)) != 0; }

    /// A mark with nothing before it to join.
    bool drop_lonely_mark(char32_t c) {
        if (!is_mark(c)) return false;
        dropped_ |= bit(FoldStep::invisible);
        return true;
    }

    void put(char32_t c, FoldSteps steps) {
        finish_stretch();
        append(c, steps);
    }

    void open_gap(Gap gap, bool changes) {
        finish_stretch();
        if (gap_ == Gap::none) gap_begin_ = at_;
        gap_end_ = end_;
        if (gap_ != Gap::newline) gap_ = gap;
        if (changes) gap_changes_ = true;
    }

    /// Blanks before a character: one stays between words of other scripts, none beside Han; a line break stays.
    void close_gap(char32_t next) {
        const Gap gap = gap_;
        gap_ = Gap::none;
        const bool changed = std::exchange(gap_changes_, false);
        if (gap == Gap::none) return;
        const bool at_start = out_.chars.empty();
        const bool beside_han =
            !at_start && (class_of(out_.chars.back()) == CharClass::han || class_of(next) == CharClass::han);
        if (at_start || (gap == Gap::blank && beside_han)) {
            dropped_ |= bit(FoldStep::blanks);
            return;
        }
        const FoldSteps steps = changed ? bit(FoldStep::blanks) : FoldSteps{0};
        push(gap == Gap::newline ? U'\n' : U' ', gap_begin_, gap_end_, steps);
    }

    void append(char32_t c, FoldSteps steps) {
        if (gap_ != Gap::none) close_gap(c);
        push(c, at_, end_, static_cast<FoldSteps>(steps | std::exchange(dropped_, FoldSteps{0})));
    }

    void push(char32_t c, std::size_t begin, std::size_t end, FoldSteps steps) {
        out_.chars.push_back(c);
        out_.begin_byte.push_back(static_cast<std::uint32_t>(begin));
        out_.end_byte.push_back(static_cast<std::uint32_t>(end));
        out_.steps.push_back(steps);
    }

    void finish_stretch() {
        if (stretch_ == none) return;
        compose_from(out_, stretch_);
        stretch_ = none;
    }

    std::string_view text_;
    FoldedText& out_;
    std::size_t at_ = 0;
    std::size_t end_ = 0;
    FoldSteps dropped_ = 0;  ///< steps that the next character will carry
    Gap gap_ = Gap::none;
    bool gap_changes_ = false;
    std::size_t gap_begin_ = 0;
    std::size_t gap_end_ = 0;
    std::size_t stretch_ = none;  ///< where the characters begin that are still to be composed
    std::uint32_t single_ = 0;
};

}  // namespace

void canonicalise_into(std::string_view text, FoldedText& out) {
    out.clear();
    out.byte_length = static_cast<std::uint32_t>(text.size());
    Canonicaliser(text, out).run();
}

FoldedText canonicalise(std::string_view text) {
    FoldedText out;
    canonicalise_into(text, out);
    return out;
}

}  // namespace huashu::scoring
