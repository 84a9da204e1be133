// Word lists as written, and their resolution: a list holds its own words and those of all that it extends.
#pragma once

#include <map>

#include "rules/pack_data.hpp"

namespace huashu::scoring {

struct WordList {
    PatternTexts words;
    std::vector<WrittenText> extends;
    Site site;
};
using WrittenLists = std::map<std::string, WordList, std::less<>>;

/// Reads the member "lists" of a rules file; a name that another file has taken already is reported.
void read_lists(const RuleInput& input, const PackData& pack, WrittenLists& lists);

/// Reports lists that extend or name an unknown list, cycles, and entries with anchors or gaps; what is sound is
/// resolved. A cycle is cut where it closes.
[[nodiscard]] WordLists resolve_lists(const WrittenLists& lists, const PackData& pack, Diagnostics& problems);

/// The names of the lists that a pattern uses: of every `{name}` in it that is not escaped.
[[nodiscard]] std::vector<std::string> list_names_in(std::string_view pattern);

}  // namespace huashu::scoring
