#include "match/skeleton_node.hpp"

#include "scoring/text.hpp"

namespace huashu::scoring::match {
namespace {

/// Null when no member has a skeleton.
std::shared_ptr<const LiteralSet> folded(const std::shared_ptr<const LiteralSet>& set, SkeletonSets& known) {
    const auto [at, is_new] = known.try_emplace(set);
    if (!is_new) return at->second;
    std::vector<std::u32string> strings;
    for (const std::u32string& literal : set->strings()) {
        std::u32string skeleton = make_skeleton(canonicalise(to_utf8(literal))).text.chars;
        if (!skeleton.empty()) strings.push_back(std::move(skeleton));
    }
    if (!strings.empty()) at->second = std::make_shared<LiteralSet>(std::move(strings));
    return at->second;
}

}  // namespace

std::optional<Node> on_skeleton(const Node& simplified, SkeletonSets& known) {
    Node out = simplified;
    if (out.kind == Node::Kind::set) {
        out.set = folded(simplified.set, known);
        return out.set ? std::optional(std::move(out)) : std::nullopt;
    }
    out.children.clear();
    for (const Node& child : simplified.children) {
        std::optional<Node> inner = on_skeleton(child, known);
        if (inner)
            out.children.push_back(*std::move(inner));
        else if (out.kind == Node::Kind::sequence && child.kind != Node::Kind::optional)
            return std::nullopt;
    }
    const bool lost_all = out.children.empty() && !simplified.children.empty();
    return lost_all ? std::nullopt : std::optional(std::move(out));
}

}  // namespace huashu::scoring::match
