// Two people have changed the same scenario or persona: their changes to one common version brought together, part by
// part. What only one of them changed is taken; what both changed alike is taken once; what both changed otherwise is a
// conflict, told with both sides.
//
// Parts are matched as diff.hpp matches them. A list whose items have no id is merged as text is, but what both left
// in place of the same item is merged within the item. A part that one deleted and the other changed is a conflict.
// Merging is about the text; whether what came of it holds together is for the loader and the check to say.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "author/scenario_text.hpp"

namespace huashu::app {

enum class MergeSide { mine, theirs };

struct MergeConflict {
    std::vector<std::string> path;   ///< as ContentChange::path
    bool of_order = false;           ///< both put the items of this list into another order
    std::string base, mine, theirs;  ///< as JSON; empty: not there
    bool operator==(const MergeConflict&) const = default;
};

struct Merged {
    ContentJson document;
    std::vector<MergeConflict> conflicts;
};

/// Where there is a conflict, the document holds the side of `prefer`, or that of the conflict's own answer: the first
/// answer is that of the first conflict. The same three documents have the same conflicts, whatever the answers.
[[nodiscard]] Merged merge_content(const ContentJson& base, const ContentJson& mine, const ContentJson& theirs,
                                   MergeSide prefer = MergeSide::mine, const std::vector<MergeSide>& answers = {});

}  // namespace huashu::app
