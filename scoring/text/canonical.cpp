// From the bytes of a reply to its canonical characters: decode, fold by table, drop, join blanks.
//
// Nearly all text is Han characters, plain letters and common marks that fold one to one. A tight loop takes those; at
// whatever else (blanks, invisible characters, marks that combine, bad bytes) it hands one character to the careful
// path.
#include <unicode/uchar.h>

#include <utility>

#include "base/utf8.hpp"
#include "scoring/text.hpp"
#include "text/compose.hpp"
#include "text/fold_table.hpp"

namespace huashu::scoring {
namespace {

constexpr FoldSteps script_step = bit(FoldStep::script);

class Canonicaliser {
public:
    Canonicaliser(std::string_view text, FoldedText& out) : text_(text), out_(out) {}

    void run() {
        resize(text_.size() / 3 + text_.size() / 8 + 16);  // Han text, and a little more
        while (at_ < text_.size()) {
            if (is_calm()) take_plain_run();
            if (at_ >= text_.size()) break;
            const DecodedChar c = decode_utf8(text_, at_);
            end_ = at_ + c.size;
            if (!c.valid) dropped_ |= bit(FoldStep::repair);
            take(c.value, fold_entry(c.value));
            at_ = end_;
        }
        finish_stretch();
        resize(count_);
        out_.all_steps |= all_steps_;
    }

private:
    enum class Gap : std::uint8_t { none, blank, newline };
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    /// Nothing waits for the next character.
    [[nodiscard]] bool is_calm() const { return dropped_ == 0 && gap_ == Gap::none && stretch_ == none; }

    void resize(std::size_t count) {
        out_.chars.resize(count);
        out_.begin_byte.resize(count);
        out_.end_byte.resize(count);
        out_.steps.resize(count);
    }

    /// Text in other scripts needs more room than was guessed.
    void make_room() {
        if (count_ + 1 >= out_.chars.size()) resize(count_ + count_ / 2 + 16);
    }

    void put(char32_t c, std::size_t begin, std::size_t end, FoldSteps steps) {
        out_.chars[count_] = c;
        out_.begin_byte[count_] = static_cast<std::uint32_t>(begin);
        out_.end_byte[count_] = static_cast<std::uint32_t>(end);
        out_.steps[count_] = steps;
        all_steps_ |= steps;
        ++count_;
    }

    /// Takes characters as long as each becomes exactly one and nothing has to be remembered. All in locals: this loop
    /// is most of the work on most texts.
    void take_plain_run() {
        const char* const text = text_.data();
        const std::size_t size = text_.size();
        const std::size_t room = out_.chars.size() - 1;
        char32_t* const chars = out_.chars.data();
        std::uint32_t* const begin_byte = out_.begin_byte.data();
        std::uint32_t* const end_byte = out_.end_byte.data();
        FoldSteps* const all = out_.steps.data();
        std::size_t at = at_;
        std::size_t count = count_;
        FoldSteps seen = all_steps_;
        while (at < size && count < room) {
            char32_t folded = 0;
            std::size_t end = at + 3;
            FoldSteps steps = 0;
            const auto first = static_cast<unsigned char>(text[at]);
            if (first >= 0xE4 && first <= 0xE9 && end <= size && is_utf8_continuation(text[at + 1]) &&
                is_utf8_continuation(text[at + 2])) {
                const char32_t c = (first & 0xFu) << 12 | (static_cast<unsigned char>(text[at + 1]) & 0x3Fu) << 6 |
                                   (static_cast<unsigned char>(text[at + 2]) & 0x3Fu);
                const char32_t place = c - fold_table::han_first;  // wraps around below the first
                folded = place < fold_table::han_count ? fold_table::han_direct[place] : 0;
                steps = folded != c ? script_step : FoldSteps{0};
            }
            if (folded == 0) {
                const DecodedChar c = decode_utf8(text_, at);
                const FoldEntry entry = fold_entry(c.value);
                if (!c.valid || entry.kind() != FoldKind::single || entry.joins_backwards()) break;
                folded = entry.is_identity() ? c.value : entry.value();
                steps = entry.steps();
                end = at + c.size;
            }
            chars[count] = folded;
            begin_byte[count] = static_cast<std::uint32_t>(at);
            end_byte[count] = static_cast<std::uint32_t>(end);
            all[count] = steps;
            seen |= steps;
            ++count;
            at = end;
        }
        at_ = at;
        count_ = count;
        all_steps_ = seen;
    }

    void take(char32_t c, FoldEntry entry) {
        switch (entry.kind()) {
            case FoldKind::single: {
                const std::uint32_t folded = entry.is_identity() ? c : entry.value();
                return take_folded(entry, &folded, 1);
            }
            case FoldKind::sequence: {
                const std::uint32_t* sequence = fold_table::sequences + entry.value();
                return take_folded(entry, sequence + 1, sequence[0]);
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

    void take_folded(FoldEntry entry, const std::uint32_t* chars, std::uint32_t count) {
        if (!entry.joins_backwards()) {
            finish_stretch();
        } else if (count_ == 0 || gap_ != Gap::none) {
            if (drop_lonely_mark(chars[0])) return;
        } else {
            begin_stretch();
        }
        for (std::uint32_t i = 0; i < count; ++i) {
            if (chars[i] == U' ')
                open_gap(Gap::blank, true);
            else
                append(chars[i], entry.steps());
        }
        // A few fold to a letter and a mark that don't compose ("İ"); composing drops the mark.
        if (count > 1 && is_mark(chars[count - 1])) begin_stretch();
    }

    static bool is_mark(char32_t c) { return u_getCombiningClass(static_cast<UChar32>(c)) != 0; }

    /// A mark with nothing before it to join.
    bool drop_lonely_mark(char32_t c) {
        if (!is_mark(c)) return false;
        dropped_ |= bit(FoldStep::invisible);
        return true;
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
        const Gap gap = std::exchange(gap_, Gap::none);
        const bool changed = std::exchange(gap_changes_, false);
        const bool at_start = count_ == 0;
        const bool beside_han =
            !at_start && (class_of(out_.chars[count_ - 1]) == CharClass::han || class_of(next) == CharClass::han);
        if (at_start || (gap == Gap::blank && beside_han)) {
            dropped_ |= bit(FoldStep::blanks);
            return;
        }
        make_room();
        put(gap == Gap::newline ? U'\n' : U' ', gap_begin_, gap_end_, changed ? bit(FoldStep::blanks) : FoldSteps{0});
    }

    void append(char32_t c, FoldSteps steps) {
        if (gap_ != Gap::none) close_gap(c);
        make_room();
        put(c, at_, end_, static_cast<FoldSteps>(steps | std::exchange(dropped_, FoldSteps{0})));
    }

    void begin_stretch() {
        if (stretch_ == none) stretch_ = start_of_stretch(out_, count_);
    }

    void finish_stretch() {
        if (stretch_ == none) return;
        count_ = compose(out_, stretch_, count_);
        stretch_ = none;
    }

    std::string_view text_;
    FoldedText& out_;
    std::size_t count_ = 0;  ///< characters written; the vectors are longer until the end
    FoldSteps all_steps_ = 0;
    std::size_t at_ = 0;
    std::size_t end_ = 0;
    FoldSteps dropped_ = 0;  ///< steps that the next character will carry
    Gap gap_ = Gap::none;
    bool gap_changes_ = false;
    std::size_t gap_begin_ = 0;
    std::size_t gap_end_ = 0;
    std::size_t stretch_ = none;  ///< where the characters begin that are still to be composed
};

}  // namespace

void canonicalise_into(std::string_view text, FoldedText& out) {
    out.byte_length = static_cast<std::uint32_t>(text.size());
    out.all_steps = 0;
    Canonicaliser(text, out).run();
}

FoldedText canonicalise(std::string_view text) {
    FoldedText out;
    canonicalise_into(text, out);
    return out;
}

}  // namespace huashu::scoring
