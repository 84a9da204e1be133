#include "match/cut.hpp"

#include <optional>
#include <string_view>

#include "match/literal_set.hpp"

namespace huashu::scoring::match {
namespace {

/// Characters that stand in every other sentence of this trade, in canonical (Simplified) form.
constexpr std::u32string_view everywhere = U"的是不我了您你这有们在会到一个人请好里为给来时天都去先没那就也要";

/// A guess at how often a literal turns up, in hits per thousand characters.
double frequency(const std::u32string& literal) {
    double likelihood = 1000;
    for (char32_t c : literal) likelihood *= everywhere.find(c) != std::u32string_view::npos ? 0.03 : 0.004;
    return literal.size() > 1 ? likelihood * 8 : likelihood;  // words keep company more often than chance has it
}

struct Cut {
    double cost = 0;
    std::vector<const Node*> nodes;
};

std::optional<Cut> cut_of(const Node& node);

/// Every alternative needs a cut of its own.
std::optional<Cut> cut_of_choice(const Node& node) {
    Cut all;
    for (const Node& child : node.children) {
        const std::optional<Cut> one = cut_of(child);
        if (!one) return std::nullopt;
        all.cost += one->cost;
        all.nodes.insert(all.nodes.end(), one->nodes.begin(), one->nodes.end());
    }
    return all;
}

std::optional<Cut> cut_of_sequence(const Node& node) {
    std::optional<Cut> best;
    for (const Node& child : node.children) {
        std::optional<Cut> one = cut_of(child);
        if (one && (!best || one->cost < best->cost)) best = std::move(one);
    }
    return best;
}

std::optional<Cut> cut_of(const Node& node) {
    switch (node.kind) {
        case Node::Kind::set: {
            Cut cut{0, {&node}};
            for (const std::u32string& literal : node.set->strings()) cut.cost += frequency(literal);
            return cut;
        }
        case Node::Kind::choice:
            return cut_of_choice(node);
        case Node::Kind::sequence:
            return cut_of_sequence(node);
        default:
            return std::nullopt;
    }
}

}  // namespace

std::vector<const Node*> choose_cut(const Node& root) {
    std::optional<Cut> cut = cut_of(root);
    return cut ? std::move(cut->nodes) : std::vector<const Node*>{};
}

}  // namespace huashu::scoring::match
