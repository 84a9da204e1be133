// What can only be checked when all files of a pack have been read: duplicate ids, names of contexts, patterns.
#pragma once

#include "match/lists.hpp"
#include "rules/pack_data.hpp"

namespace huashu::scoring {

/// Reports every problem and takes the rules that have one out of the pack. `left_out` names contexts that were read
/// with errors: a rule that names one of them is taken out too, but is not called wrong.
void check_rules(PackData& pack, const std::vector<std::string>& left_out, Diagnostics& problems);

/// Reads the pattern, to learn whether it is sound; reports what is not, at its character in the file.
[[nodiscard]] bool check_pattern(const PackData& pack, const WrittenText& pattern, match::Lists& lists,
                                 Diagnostics& problems);

/// The byte in the source at which a character of a JSON string stands. `characters` counts code points of the string's
/// value; escapes are walked over.
[[nodiscard]] std::size_t offset_in_string(std::string_view source, std::size_t string_offset, std::size_t characters);

}  // namespace huashu::scoring
