// A simplified pattern as a graph without cycles: states numbered so that every edge leads upwards. Private to scoring.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "match/literal_set.hpp"
#include "match/node.hpp"

namespace huashu::scoring::match {

struct Edge {
    enum class Kind : std::uint8_t { nothing, set, char_class, gap, anchor };
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    Kind kind = Kind::nothing;
    ClassName class_name = ClassName::any;
    Anchor anchor = Anchor::reply_start;
    bool crosses_clauses = false;
    std::uint16_t min = 0;
    std::uint16_t max = 0;
    std::uint32_t set = 0;  ///< place in Program::sets; in a Matcher, SetId
};

struct Program {
    std::uint32_t states = 0;  ///< 0 is the start, states - 1 the end
    std::vector<Edge> edges;   ///< by `from`
    std::vector<std::shared_ptr<const LiteralSet>> sets;
    std::vector<Edge> needed;  ///< a match passes through at least one of these, all sets; empty: none are needed

    /// The pattern is no more than these words.
    [[nodiscard]] bool is_plain_set() const { return edges.size() == 1 && edges.front().kind == Edge::Kind::set; }
};

[[nodiscard]] Program make_program(const Node& simplified);

}  // namespace huashu::scoring::match
