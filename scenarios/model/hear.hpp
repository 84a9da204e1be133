// From a judged reply to what the owner hears in it.
#pragma once

#include <string_view>

#include "model/scenario_data.hpp"
#include "scoring/judgement.hpp"
#include "scoring/pattern.hpp"
#include "scoring/text.hpp"

namespace huashu::scenarios {

/// Keeps its buffers from one reply to the next.
class Hearer {
public:
    [[nodiscard]] Heard hear(const ScenarioData& data, std::string_view reply, const scoring::Judgement& judgement);
    [[nodiscard]] const std::u32string& words() const { return words_; }  ///< of the last reply, as words_of() has them

private:
    scoring::PreparedText text_;
    std::vector<scoring::PatternMatch> matches_;
    std::u32string words_;
};
[[nodiscard]] Heard hear(const ScenarioData& data, std::string_view reply, const scoring::Judgement& judgement);
/// No reply in time.
[[nodiscard]] Heard hear_silence();

/// The characters that say something: no blanks, no punctuation.
[[nodiscard]] std::u32string words_of(const scoring::FoldedText& canonical);
[[nodiscard]] std::uint64_t hash_words(std::u32string_view words);

}  // namespace huashu::scenarios
