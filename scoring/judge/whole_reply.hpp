// What the model makes of a reply as a whole, and where in it the reasons stand.
#pragma once

#include <optional>

#include "judge/judging.hpp"

namespace huashu::scoring {

/// In replies of more letters, digits and Han characters than this one clause is drowned by the others: whether there
/// is a fault can still be told, but not whether one clause is harmless, and acts are told sentence by sentence.
inline constexpr std::uint32_t most_words_for_clauses = 40;

/// Reckoned when first asked for a reply.
[[nodiscard]] const LabelValues& model_values(Judging& judging);
/// The same of some of its clauses, as if they were a reply.
[[nodiscard]] LabelValues model_values_of(Judging& judging, std::size_t first, std::size_t end);
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
/// Rounded down: 0.799 is not yet 80.
[[nodiscard]] int per_cent(double confidence);
/// To three decimals, so that a report prints what was decided.
[[nodiscard]] double rounded(double confidence);

}  // namespace huashu::scoring
