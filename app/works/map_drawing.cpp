#include <graphviz/gvc.h>

#include "works/making.hpp"

namespace huashu::app {
namespace {

constexpr float points_per_inch = 72;

// One graph of Graphviz's; frees itself.
class DotGraph {
public:
    DotGraph() : context_(gvContext()), graph_(agopen(name("map").data(), Agstrictdirected, nullptr)) {
        set(graph_, "rankdir", "TB");
        set(graph_, "nodesep", "0.45");
        set(graph_, "ranksep", "0.62");
        set(graph_, "splines", "false");  // we draw our own lines: nodes may be moved by hand
        set(graph_, "nslimit", "2");
        set(graph_, "mclimit", "0.3");
    }
    ~DotGraph() {
        gvFreeLayout(context_, graph_);
        agclose(graph_);
        gvFreeContext(context_);
    }
    DotGraph(const DotGraph&) = delete;
    DotGraph& operator=(const DotGraph&) = delete;

    Agnode_t* node(const MapDrawing::Node& wanted) {
        Agnode_t* made = agnode(graph_, name(wanted.name).data(), 1);
        set(made, "shape", "box");
        set(made, "fixedsize", "true");
        set(made, "label", "");
        set(made, "width", std::to_string(wanted.width / points_per_inch));
        set(made, "height", std::to_string(wanted.height / points_per_inch));
        return made;
    }
    void line(Agnode_t* from, Agnode_t* to, const MapDrawing::Line& wanted) {
        if (from == to) return;
        Agedge_t* made = agedge(graph_, from, to, nullptr, 1);
        set(made, "weight", std::to_string(wanted.weight));
        set(made, "minlen", std::to_string(wanted.rows));
    }
    void lay_out() { gvLayout(context_, graph_, "dot"); }
    /// Graphviz's y grows upwards.
    static MapDrawing::Middle middle(Agnode_t* node) {
        return {static_cast<float>(ND_coord(node).x), -static_cast<float>(ND_coord(node).y)};
    }

private:
    // Its functions take char* and do not write to it.
    std::string& name(const std::string& text) { return name_ = text; }
    void set(void* object, const std::string& key, const std::string& value) {
        std::string writable_key = key;
        std::string writable = value;
        std::string otherwise;
        agsafeset(object, writable_key.data(), writable.data(), otherwise.data());
    }

    std::string name_;
    GVC_t* context_;
    Agraph_t* graph_;
};

}  // namespace

std::vector<MapDrawing::Middle> lay_out_drawing(const MapDrawing& drawing) {
    DotGraph graph;
    std::vector<Agnode_t*> nodes;
    for (const MapDrawing::Node& node : drawing.nodes) nodes.push_back(graph.node(node));
    for (const MapDrawing::Line& line : drawing.lines) graph.line(nodes[line.from], nodes[line.to], line);
    graph.lay_out();
    std::vector<MapDrawing::Middle> out;
    for (Agnode_t* node : nodes) out.push_back(DotGraph::middle(node));
    return out;
}

}  // namespace huashu::app
