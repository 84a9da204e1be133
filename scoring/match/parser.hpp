// From the text of a pattern (docs/rules.md) to a tree. Private to scoring.
#pragma once

#include <string_view>
#include <vector>

#include "match/lists.hpp"
#include "match/node.hpp"

namespace huashu::scoring::match {

struct Parsed {
    Node root;
    std::vector<PatternProblem> problems;
};

/// An entry of a word list may have neither anchors nor gaps.
enum class Role { pattern, list_entry };

[[nodiscard]] Parsed parse_pattern(std::string_view pattern, Lists& lists, Role role = Role::pattern);

}  // namespace huashu::scoring::match
