// A pattern as a tree. Private to scoring.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <vector>

namespace huashu::scoring::match {

class LiteralSet;

enum class ClassName : std::uint8_t { digit, num, letter, han, any };
enum class Anchor : std::uint8_t { reply_start, reply_end, clause_start, clause_end };

/// Plain data; which members mean something depends on the kind.
struct Node {
    enum class Kind : std::uint8_t {
        literal,     ///< `literal`
        set,         ///< any of `set`; made by simplify()
        char_class,  ///< `min` to `max` characters of `class_name`
        gap,         ///< 0 to `max` characters; `crosses_clauses` decides which end it
        anchor,
        list,      ///< a word list by `name`; gone after simplify()
        sequence,  ///< `children` one after the other
        choice,    ///< one of `children`
        optional,  ///< `children[0]` or nothing
    };
    Kind kind = Kind::sequence;
    std::uint32_t column = 0;  ///< where it begins in the pattern, in code points from 0
    std::u32string literal;    ///< canonical
    std::shared_ptr<const LiteralSet> set;
    ClassName class_name = ClassName::any;
    std::uint16_t min = 0;
    std::uint16_t max = 0;
    bool crosses_clauses = false;
    Anchor anchor = Anchor::reply_start;
    std::string name;
    std::vector<Node> children;
};

/// Characters that a node can match.
struct Lengths {
    std::uint32_t min = 0;
    std::uint32_t max = 0;
};

}  // namespace huashu::scoring::match
