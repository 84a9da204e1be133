// What the scorer of a record needs to know of texts: sentences, and which of the record's patterns they match.
#pragma once

#include <string_view>
#include <vector>

#include "model/scenario_data.hpp"
#include "scoring/text.hpp"

namespace huashu::scenarios {

/// Non-empty stretches between full stops, question and exclamation marks and line breaks.
[[nodiscard]] std::vector<scoring::ByteSpan> sentences_of(std::string_view text);
/// Non-empty stretches between semicolons.
[[nodiscard]] std::vector<scoring::ByteSpan> parts_of(std::string_view sentence);

/// The groups of the record's patterns that match, ascending.
[[nodiscard]] std::vector<int> groups_in(const RecordData& record, std::string_view text);

/// Numbers of seven digits and more (phones, identity cards), digits only, in order of the text.
[[nodiscard]] std::vector<std::string> long_numbers_in(std::string_view text);

}  // namespace huashu::scenarios
