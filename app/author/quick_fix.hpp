// What is wrong with a draft and can be put right in one certain way.
#pragma once

#include <optional>
#include <string>

#include "author/document_tree.hpp"
#include "author/live_report.hpp"

namespace huashu::app {

struct QuickFix {
    std::string what;  ///< a stable name: "take-out", "own-id", "file-id", "move-last", "turn-round"
    Tree root;         ///< with the fix
};

/// `file_id`: the name of the draft's file without its ending. Nothing: what to do is for the author to decide.
[[nodiscard]] std::optional<QuickFix> quick_fix(const Tree& root, const LiveFinding& finding,
                                                const std::string& file_id);

}  // namespace huashu::app
