// Rewrites a pattern so that it runs fast: word lists put in, neighbouring literals and small alternatives multiplied
// out into sets of longer literals. What it matches stays the same. Private to scoring.
#pragma once

#include <map>
#include <string>

#include "match/lists.hpp"
#include "match/node.hpp"

namespace huashu::scoring::match {

/// Keeps the simplified form of each word list, so that patterns share it.
class Simplifier {
public:
    explicit Simplifier(Lists& lists) : lists_(lists) {}

    /// The result consists of sets, classes, gaps, anchors, sequences, choices and optional parts.
    [[nodiscard]] Node simplify(const Node& node);

private:
    [[nodiscard]] Node simplify_list(const std::string& name);
    [[nodiscard]] Node simplify_sequence(const Node& node);
    [[nodiscard]] Node simplify_choice(const Node& node);

    Lists& lists_;
    std::map<std::string, Node> simplified_lists_;
};

}  // namespace huashu::scoring::match
