// Many literals that stand at one place of a pattern: a word list, or alternatives. Private to scoring.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "match/node.hpp"

namespace huashu::scoring::match {

/// Immutable.
class LiteralSet {
public:
    /// Non-empty strings; doubles are dropped.
    explicit LiteralSet(std::vector<std::u32string> strings);

    [[nodiscard]] const std::vector<std::u32string>& strings() const { return strings_; }  ///< sorted
    [[nodiscard]] Lengths lengths() const { return lengths_; }

private:
    std::vector<std::u32string> strings_;
    Lengths lengths_;
};

}  // namespace huashu::scoring::match
