// Compiles the patterns that a scenario and its persona use into one set.
#pragma once

#include "load/context.hpp"

namespace huashu::scenarios {

/// Reports each unsound pattern at its column, when it stands in `source`; others are left out in silence, because
/// the file that they stand in is reported once, by itself.
[[nodiscard]] scoring::PatternSet compile_patterns(const PatternTable& table, const scoring::WordLists& lists,
                                                   const SourceText& source, Diagnostics& problems);

/// The byte of the source where the code point `column` of the JSON string that begins at `offset` stands.
[[nodiscard]] std::size_t offset_in_string(const std::string& text, std::size_t offset, std::size_t column);

}  // namespace huashu::scenarios
