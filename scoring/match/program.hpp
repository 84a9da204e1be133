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
    const LiteralSet* set = nullptr;
};

struct Program {
    std::uint32_t states = 0;  ///< 0 is the start, states - 1 the end
    std::uint32_t max_chars = 0;
    std::vector<Edge> forward;                 ///< by `from`
    std::vector<Edge> backward;                ///< by `to`
    std::vector<std::uint32_t> forward_begin;  ///< for each state and one beyond
    std::vector<std::uint32_t> backward_begin;
    std::vector<Edge> needed;  ///< a match passes through at least one of these, all sets; empty: none are needed
    std::vector<std::shared_ptr<const LiteralSet>> sets;  ///< keeps them alive

    /// The pattern is no more than these words.
    [[nodiscard]] bool is_plain_set() const { return forward.size() == 1 && forward.front().kind == Edge::Kind::set; }
};

[[nodiscard]] Program make_program(const Node& simplified);

}  // namespace huashu::scoring::match
