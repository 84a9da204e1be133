// The sentences in which the libraries say what is wrong (problem_words.hpp).
#pragma once

#include <span>
#include <string_view>

namespace huashu::desktop {

struct ProblemSentence {
    std::string_view code;      ///< of the diagnostic; empty: of any
    std::string_view key;       ///< of the words: "desktop.problem." or "desktop.mend." and this
    std::string_view sentence;  ///< English, with {names} where something particular stands
};

[[nodiscard]] std::span<const ProblemSentence> problem_sentences();
[[nodiscard]] std::span<const ProblemSentence> remedy_sentences();

}  // namespace huashu::desktop
