// Text as it is compared, with the way back to the bytes as typed.
//
// canonicalise() makes two spellings of the same words equal: invalid UTF-8 becomes U+FFFD, compatibility
// forms and full width are folded (NFKC), case is folded, Traditional and variant characters become one
// representative each, zero-width and bidi controls vanish, runs of blanks become one space (none beside Han characters
// at the ends of the text). Punctuation is kept: it ends clauses. make_skeleton() goes further, for words that people
// try to hide. Both are pure, linear in the text, and exact about where every character came from.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace huashu::scoring {

struct ByteSpan {  ///< half open, bytes of the text as given
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    auto operator<=>(const ByteSpan&) const = default;
};

struct CharSpan {  ///< half open, positions in FoldedText::chars
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    auto operator<=>(const CharSpan&) const = default;
};

/// The steps by which text may have been changed, for "matched after removing spaces and folding 繁體".
enum class FoldStep : std::uint8_t {
    repair,
    compatibility,
    width,
    letter_case,
    script,
    invisible,
    blanks,  // canonical
    separators,
    repeats,
    lookalike,
    homophone,
    initials,  // skeleton only
};
inline constexpr std::size_t fold_step_count = 12;
using FoldSteps = std::uint16_t;  ///< a bit per FoldStep

[[nodiscard]] constexpr FoldSteps bit(FoldStep step) {
    return static_cast<FoldSteps>(1u << static_cast<unsigned>(step));
}
[[nodiscard]] std::string_view name_of(FoldStep step);

/// Characters with, for each, the bytes that it stands for. begin_byte is non-decreasing; dropped characters
/// belong to no character, so a span's bytes run from its first character's begin to its last one's end.
struct FoldedText {
    std::u32string chars;
    std::vector<std::uint32_t> begin_byte;
    std::vector<std::uint32_t> end_byte;
    std::vector<FoldSteps> steps;  ///< what was done to (or dropped just before) each character
    std::uint32_t byte_length = 0;
    FoldSteps all_steps = 0;  ///< of all characters together

    [[nodiscard]] ByteSpan bytes_of(CharSpan span) const;  ///< an empty span gives an empty one at its place
    /// What had to be done so that the span reads as it does; what was dropped before its first character counts not.
    [[nodiscard]] FoldSteps steps_of(CharSpan span) const;
    void clear();  ///< keeps the memory
};

/// The text may be up to 4 GB long.
[[nodiscard]] FoldedText canonicalise(std::string_view text);
/// The same into an object that is used again and again, which saves the allocations.
void canonicalise_into(std::string_view text, FoldedText& out);

/// The harsher skeleton. Skeleton character i stands for the canonical characters from[i] up to, not including,
/// until[i]; both are non-decreasing.
struct Skeleton {
    FoldedText text;
    std::vector<std::uint32_t> from;
    std::vector<std::uint32_t> until;

    [[nodiscard]] CharSpan canonical_of(CharSpan span) const;  ///< of a non-empty span of `text`
};
[[nodiscard]] Skeleton make_skeleton(const FoldedText& canonical);
void make_skeleton_into(const FoldedText& canonical, Skeleton& out);
/// A second reading of a skeleton: up to three letters or digits that stand between two Han characters are taken for
/// fillers and left out ("傻x1逼"). False, and an empty `out`, when there are none.
bool drop_fillers_into(const Skeleton& skeleton, Skeleton& out);

/// The smallest judged piece. Clauses cover the text without their closing punctuation; `sentence` numbers
/// the sentence that a clause belongs to, from 0; `ended_by` is the punctuation that ended it (0 at the end of the
/// text; of several in a row the question mark, else the first). A piece without a word in it is no clause.
struct Clause {
    CharSpan span;
    std::uint32_t sentence = 0;
    char32_t ended_by = 0;
};
[[nodiscard]] std::vector<Clause> split_clauses(const FoldedText& canonical);
void split_clauses_into(const FoldedText& canonical, std::vector<Clause>& out);

[[nodiscard]] std::string to_utf8(std::u32string_view text);
[[nodiscard]] bool is_valid_utf8(std::string_view text);

}  // namespace huashu::scoring
