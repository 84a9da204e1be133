#include "match/simplify.hpp"

#include <optional>

#include "match/literal_set.hpp"

namespace huashu::scoring::match {
namespace {

using Strings = std::vector<std::u32string>;

constexpr std::size_t small = 48;  // strings that one stretch of a pattern may be multiplied out to

std::optional<Strings> multiplied(const Strings& a, const Strings& b) {
    if (a.size() * b.size() > small) return std::nullopt;
    Strings out;
    for (const std::u32string& left : a)
        for (const std::u32string& right : b) out.push_back(left + right);
    return out;
}

std::optional<Strings> expand(const Node& node, Lists& lists);

std::optional<Strings> expand_choice(const std::vector<Node>& children, Lists& lists) {
    if (children.size() > small) return std::nullopt;
    Strings all;
    for (const Node& child : children) {
        const std::optional<Strings> one = expand(child, lists);
        if (!one || all.size() + one->size() > small) return std::nullopt;
        all.insert(all.end(), one->begin(), one->end());
    }
    return all;
}

/// Every pattern that names the list asks for the same.
std::optional<Strings> expand_list(Lists::List& list, Lists& lists) {
    if (!list.written_out) list.written_out = expand_choice(list.choice.children, lists);
    return *list.written_out;
}

/// All that a node can match, the empty string included, if that is not too much; nullopt else.
std::optional<Strings> expand(const Node& node, Lists& lists) {
    switch (node.kind) {
        case Node::Kind::literal:
            return Strings{node.literal};
        case Node::Kind::choice:
            return expand_choice(node.children, lists);
        case Node::Kind::list:
            return expand_list(*lists.find(node.name), lists);
        case Node::Kind::optional: {
            std::optional<Strings> inner = expand(node.children.front(), lists);
            if (inner) inner->emplace_back();
            return inner;
        }
        case Node::Kind::sequence: {
            std::optional<Strings> all = Strings{U""};
            for (const Node& child : node.children) {
                const std::optional<Strings> one = expand(child, lists);
                all = one ? multiplied(*all, *one) : std::nullopt;
                if (!all) break;
            }
            return all;
        }
        default:
            return std::nullopt;
    }
}

Node make_set(Strings strings) {
    const std::size_t before = strings.size();
    std::erase_if(strings, [](const std::u32string& s) { return s.empty(); });
    Node set;
    set.kind = Node::Kind::set;
    const bool may_be_empty = strings.size() < before;
    set.set = std::make_shared<LiteralSet>(std::move(strings));
    if (!may_be_empty) return set;
    Node optional;
    optional.kind = Node::Kind::optional;
    optional.children.push_back(std::move(set));
    return optional;
}

bool is_only_empty(const Strings& strings) { return strings.size() == 1 && strings.front().empty(); }

}  // namespace

Node Simplifier::simplify(const Node& node) {
    if (const std::optional<Strings> all = expand(node, lists_); all && !is_only_empty(*all)) return make_set(*all);
    switch (node.kind) {
        case Node::Kind::list:
            return simplify_list(node.name);
        case Node::Kind::choice:
            return simplify_choice(node);
        case Node::Kind::sequence:
            return simplify_sequence(node);
        case Node::Kind::optional: {
            Node out = node;
            out.children = {simplify(node.children.front())};
            return out;
        }
        default:
            return node;
    }
}

Node Simplifier::simplify_list(const std::string& name) {
    if (const auto known = simplified_lists_.find(name); known != simplified_lists_.end()) return known->second;
    Node simplified = simplify_choice(lists_.find(name)->choice);
    simplified_lists_.emplace(name, simplified);
    return simplified;
}

// Alternatives that can be written out become one set, however many they are.
Node Simplifier::simplify_choice(const Node& node) {
    Strings literals;
    Node out;
    out.kind = Node::Kind::choice;
    for (const Node& child : node.children) {
        if (const std::optional<Strings> one = expand(child, lists_))
            literals.insert(literals.end(), one->begin(), one->end());
        else
            out.children.push_back(simplify(child));
    }
    if (!literals.empty()) out.children.insert(out.children.begin(), make_set(std::move(literals)));
    if (out.children.size() == 1) return Node(std::move(out.children.front()));
    return out;
}

Node Simplifier::simplify_sequence(const Node& node) {
    Node out;
    out.kind = Node::Kind::sequence;
    Strings stretch{U""};
    const auto flush = [&] {
        if (!is_only_empty(stretch)) out.children.push_back(make_set(std::move(stretch)));
        stretch = {U""};
    };
    for (const Node& child : node.children) {
        const std::optional<Strings> one = expand(child, lists_);
        if (!one) {
            flush();
            out.children.push_back(simplify(child));
            continue;
        }
        if (std::optional<Strings> longer = multiplied(stretch, *one)) {
            stretch = *std::move(longer);
        } else {
            flush();
            stretch = *one;
        }
    }
    flush();
    if (out.children.size() == 1) return Node(std::move(out.children.front()));
    return out;
}

}  // namespace huashu::scoring::match
