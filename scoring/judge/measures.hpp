// What a limit counts. Everything counts only letters, digits and Han characters; blanks and punctuation are free.
#pragma once

#include "judge/reading.hpp"

namespace huashu::scoring {

struct Measure {
    int value = 0;
    std::vector<CharSpan> spans;  ///< what was counted, where it has places: repeated clauses, copied stretches
};

[[nodiscard]] int count_chars(const Reading& reading);
[[nodiscard]] int count_questions(const Reading& reading);
[[nodiscard]] int longest_sentence(const Reading& reading);
/// Clauses of at least min_repeat characters that were said before in the same reply.
[[nodiscard]] Measure repeats(const Reading& reading);
/// Per cent of the reply's characters that lie in a run of at least min_copy characters that `original` has too.
[[nodiscard]] Measure copied(const Reading& reading, const FoldedText& original);

inline constexpr int min_repeat = 4;
inline constexpr std::size_t min_copy = 6;

}  // namespace huashu::scoring
