#include "match/measure.hpp"

#include <algorithm>

#include "match/limits.hpp"
#include "match/literal_set.hpp"

namespace huashu::scoring::match {
namespace {

constexpr std::uint32_t too_many = 1u << 30;  // sums are cut here, so that they can't overflow

std::uint32_t capped(std::uint32_t a, std::uint32_t b) { return std::min(a + b, too_many); }

Lengths of_choice(const std::vector<Node>& children, Lists& lists) {
    Lengths all{too_many, 0};
    for (const Node& child : children) {
        const Lengths one = lengths_of(child, lists);
        all = {std::min(all.min, one.min), std::max(all.max, one.max)};
    }
    return children.empty() ? Lengths{} : all;
}

/// `^` behind something, `$` before something: `outside` is the least that must stand on the anchor's outer side.
const Node* idle_anchor(const Node& node, std::uint32_t before, std::uint32_t after, Lists& lists) {
    if (node.kind == Node::Kind::anchor) {
        const bool idle =
            (node.anchor == Anchor::reply_start && before > 0) || (node.anchor == Anchor::reply_end && after > 0);
        return idle ? &node : nullptr;
    }
    if (node.kind != Node::Kind::sequence) {
        for (const Node& child : node.children)
            if (const Node* found = idle_anchor(child, before, after, lists)) return found;
        return nullptr;
    }
    std::uint32_t behind = after;
    for (const Node& child : node.children) behind = capped(behind, lengths_of(child, lists).min);
    for (const Node& child : node.children) {
        const std::uint32_t own = lengths_of(child, lists).min;
        behind -= std::min(behind, own);
        if (const Node* found = idle_anchor(child, before, behind, lists)) return found;
        before = capped(before, own);
    }
    return nullptr;
}

}  // namespace

Lengths lengths_of(const Node& node, Lists& lists) {
    switch (node.kind) {
        case Node::Kind::literal: {
            const auto size = static_cast<std::uint32_t>(node.literal.size());
            return {size, size};
        }
        case Node::Kind::set:
            return node.set->lengths();
        case Node::Kind::char_class:
            return {node.min, node.max};
        case Node::Kind::gap:
            return {0, node.max};
        case Node::Kind::anchor:
            return {};
        case Node::Kind::list: {
            const Lists::List* list = lists.find(node.name);
            return list != nullptr ? list->lengths : Lengths{};
        }
        case Node::Kind::choice:
            return of_choice(node.children, lists);
        case Node::Kind::optional:
            return {0, lengths_of(node.children.front(), lists).max};
        case Node::Kind::sequence:
            break;
    }
    Lengths sum;
    for (const Node& child : node.children) {
        const Lengths one = lengths_of(child, lists);
        sum = {capped(sum.min, one.min), capped(sum.max, one.max)};
    }
    return sum;
}

std::uint32_t count_nodes(const Node& node, Lists& lists) {
    std::uint32_t count = 1;
    if (node.kind == Node::Kind::list)
        if (const Lists::List* list = lists.find(node.name)) return capped(count, list->nodes);
    for (const Node& child : node.children) count = capped(count, count_nodes(child, lists));
    return count;
}

void check_shape(const Node& root, Lists& lists, std::vector<PatternProblem>& problems) {
    const Lengths lengths = lengths_of(root, lists);
    if (lengths.min == 0)
        problems.push_back({0, "matches-empty", "the pattern matches the empty text, so it would match everywhere",
                            "leave at least one part outside [ ]"});
    if (lengths.max > max_match_chars)
        problems.push_back({0, "too-large",
                            "one match could cover " + std::to_string(lengths.max) + " characters; " +
                                std::to_string(max_match_chars) + " are allowed",
                            "use narrower gaps, or a condition of its own for the second half"});
    if (count_nodes(root, lists) > max_nodes && lengths.max <= max_match_chars)
        problems.push_back({0, "too-large", "the pattern with its word lists has too many parts",
                            "name fewer or smaller word lists in one pattern"});
    if (const Node* anchor = idle_anchor(root, 0, 0, lists))
        problems.push_back({anchor->column, "never-matches", "text is wanted beyond the start or end of the reply",
                            "put ^ first and $ last, or use <start> and <end>"});
}

}  // namespace huashu::scoring::match
