// The way back from folded characters to bytes and steps.
#include <array>

#include "base/utf8.hpp"
#include "scoring/text.hpp"

namespace huashu::scoring {
namespace {

constexpr std::array<std::string_view, fold_step_count> step_names{
    "repair", "compatibility", "width",   "letter_case", "script",    "invisible",
    "blanks", "separators",    "repeats", "lookalike",   "homophone", "initials"};

/// Steps that note what was dropped just before a character.
constexpr FoldSteps before_steps = bit(FoldStep::invisible) | bit(FoldStep::blanks) | bit(FoldStep::separators);

}  // namespace

std::string_view name_of(FoldStep step) { return step_names[static_cast<std::size_t>(step)]; }

ByteSpan FoldedText::bytes_of(CharSpan span) const {
    if (span.begin >= span.end) {
        const std::uint32_t at = span.begin < begin_byte.size() ? begin_byte[span.begin] : byte_length;
        return {at, at};
    }
    return {begin_byte[span.begin], end_byte[span.end - 1]};
}

FoldSteps FoldedText::steps_of(CharSpan span) const {
    if (all_steps == 0) return 0;
    FoldSteps all = 0;
    for (std::uint32_t i = span.begin; i < span.end; ++i)
        all |= i == span.begin ? static_cast<FoldSteps>(steps[i] & ~before_steps) : steps[i];
    return all;
}

void FoldedText::clear() {
    chars.clear();
    begin_byte.clear();
    end_byte.clear();
    steps.clear();
    byte_length = 0;
    all_steps = 0;
}

CharSpan Skeleton::canonical_of(CharSpan span) const { return {from[span.begin], until[span.end - 1]}; }

std::string to_utf8(std::u32string_view text) {
    std::string out;
    out.reserve(text.size() * 3);
    for (char32_t c : text) append_utf8(out, c);
    return out;
}

bool is_valid_utf8(std::string_view text) { return find_invalid_utf8(text) == std::string_view::npos; }

}  // namespace huashu::scoring
