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
        index();
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
            program_.forward.push_back(edge);
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
        edge.set = node.set.get();
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
        program_.forward.push_back(edge);
        if (std::find(cut_.begin(), cut_.end(), &node) != cut_.end()) program_.needed.push_back(edge);
        return edge.to;
    }

    void index() {
        Program& p = program_;
        p.backward = p.forward;
        std::stable_sort(p.forward.begin(), p.forward.end(),
                         [](const Edge& a, const Edge& b) { return a.from < b.from; });
        std::stable_sort(p.backward.begin(), p.backward.end(),
                         [](const Edge& a, const Edge& b) { return a.to < b.to; });
        p.forward_begin.assign(p.states + 1, 0);
        p.backward_begin.assign(p.states + 1, 0);
        for (const Edge& edge : p.forward) {
            ++p.forward_begin[edge.from + 1];
            ++p.backward_begin[edge.to + 1];
        }
        for (std::uint32_t s = 0; s < p.states; ++s) {
            p.forward_begin[s + 1] += p.forward_begin[s];
            p.backward_begin[s + 1] += p.backward_begin[s];
        }
    }

    std::vector<const Node*> cut_;
    Program program_;
    std::uint32_t next_state_ = 1;
};

}  // namespace

Program make_program(const Node& simplified) { return Builder(simplified).take(); }

}  // namespace huashu::scoring::match
