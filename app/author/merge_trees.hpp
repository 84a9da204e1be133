// Two people's changes of one draft brought together (merge.hpp), draft and all as trees: a scenario, or a whole rule
// pack, whose files are the members. What both changed otherwise is a clash, and somebody's answer settles it.
#pragma once

#include <vector>

#include "author/document_tree.hpp"
#include "author/merge.hpp"

namespace huashu::app {

struct MergedTree {
    Tree root;
    std::vector<MergeConflict> conflicts;  ///< of a pack the path begins with the file's name
};

/// `answers`: whose side is taken in each conflict, in their order; beyond them mine.
/// Error (content): a side is no object.
[[nodiscard]] Result<MergedTree> merge_trees(const Tree& base, const Tree& mine, const Tree& theirs,
                                             const std::vector<MergeSide>& answers = {});

}  // namespace huashu::app
