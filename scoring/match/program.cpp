#include "match/program.hpp"

#include <algorithm>

#include "match/cut.hpp"

namespace huashu::scoring::match {
namespace {

class Builder {
public:
    explicit Builder(const Node& root) : cut_(choose_cut(root)) {
        add(root, 0);
        program_.states = next_state_;
        std::stable_sort(program_.edges.begin(), program_.edges.end(),
                         [](const Edge& a, const Edge& b) { return a.from < b.from; });
    }
    Program take() { return std::move(program_); }

private:
    /// Adds what leads from a state through the node; returns the state behind it.
    std::uint32_t add(const Node& node, std::uint32_t from) {
        switch (node.kind) {
            case Node::Kind::sequence:
                for (const Node& child : node.children) from = add(child, from);
                return from;
            case Node::Kind::choice:
                return join(node, from, false);
            case Node::Kind::optional:
                return join(node, from, true);
            default:
                return add_edge(node, from);
        }
    }

    std::uint32_t join(const Node& node, std::uint32_t from, bool skippable) {
        std::vector<std::uint32_t> ends;
        for (const Node& child : node.children) ends.push_back(add(child, from));
        if (skippable) ends.push_back(from);
        const std::uint32_t to = next_state_++;
        for (std::uint32_t end : ends) {
            Edge edge;
            edge.from = end;
            edge.to = to;
            program_.edges.push_back(edge);
        }
        return to;
    }

    std::uint32_t add_edge(const Node& node, std::uint32_t from) {
        Edge edge;
        edge.from = from;
        edge.to = next_state_++;
        edge.class_name = node.class_name;
        edge.anchor = node.anchor;
        edge.crosses_clauses = node.crosses_clauses;
        edge.min = node.min;
        edge.max = node.max;
        edge.set = static_cast<std::uint32_t>(program_.sets.size());
        switch (node.kind) {
            case Node::Kind::set:
                edge.kind = Edge::Kind::set;
                break;
            case Node::Kind::char_class:
                edge.kind = Edge::Kind::char_class;
                break;
            case Node::Kind::gap:
                edge.kind = Edge::Kind::gap;
                break;
            default:
                edge.kind = Edge::Kind::anchor;
                break;
        }
        if (node.set) program_.sets.push_back(node.set);
        program_.edges.push_back(edge);
        if (std::find(cut_.begin(), cut_.end(), &node) != cut_.end()) program_.needed.push_back(edge);
        return edge.to;
    }

    std::vector<const Node*> cut_;
    Program program_;
    std::uint32_t next_state_ = 1;
};

}  // namespace

Program make_program(const Node& simplified) { return Builder(simplified).take(); }

}  // namespace huashu::scoring::match
