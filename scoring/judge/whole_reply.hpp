// What the model makes of a reply as a whole, and where in it the reasons stand.
#pragma once

#include <optional>

#include "judge/judging.hpp"

namespace huashu::scoring {

/// Replies of more letters, digits and Han characters than this hold many things, and words alone mislead there: the
/// model neither takes back nor adds anything.
inline constexpr std::uint32_t most_words_for_model = 40;

/// Reckoned when first asked for a reply.
[[nodiscard]] const LabelValues& model_values(Judging& judging);
/// How sure the model is of a label, 0..1. Nothing: too few examples ever to say.
[[nodiscard]] std::optional<double> model_confidence(Judging& judging, std::size_t label);
/// Letters, digits and Han characters of the reply.
[[nodiscard]] std::uint32_t words_of_reply(const Judging& judging);
/// The clause whose pieces speak most for the label, of those that `allowed` lets through; nothing where none speaks
/// for it.
[[nodiscard]] std::optional<std::uint32_t> strongest_clause(Judging& judging, std::size_t label,
                                                            const std::vector<bool>& allowed);
/// The pieces of the clause that spoke for the label, strongest first.
[[nodiscard]] std::vector<CharSpan> evidence_in(Judging& judging, std::uint32_t clause, std::size_t label);
/// To three decimals, so that a report prints what was decided.
[[nodiscard]] double rounded(double confidence);

}  // namespace huashu::scoring
