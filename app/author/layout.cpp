#include "author/layout.hpp"

#include <graphviz/gvc.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "author/replace_file.hpp"

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

    Agnode_t* node(const std::string& id, float width = map_node_width, float height = map_node_height) {
        Agnode_t* made = agnode(graph_, name(id).data(), 1);
        set(made, "shape", "box");
        set(made, "fixedsize", "true");
        set(made, "label", "");
        set(made, "width", std::to_string(width / points_per_inch));
        set(made, "height", std::to_string(height / points_per_inch));
        return made;
    }
    /// `rows`: how far below it stands at least.
    void edge(Agnode_t* from, Agnode_t* to, const char* weight, std::size_t rows = 1) {
        if (from == to) return;
        Agedge_t* made = agedge(graph_, from, to, nullptr, 1);
        set(made, "weight", weight);
        set(made, "minlen", std::to_string(rows));
    }
    void lay_out() { gvLayout(context_, graph_, "dot"); }
    /// Graphviz's y grows upwards.
    static Spot spot(Agnode_t* node) {
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

void put_by_hand(MapPlan& plan, const Outline& outline, const HandPlaces& by_hand) {
    const auto put = [&](const std::string& key, Spot& spot) {
        if (const auto found = by_hand.find(key); found != by_hand.end()) spot = found->second;
    };
    for (std::size_t i = 0; i < outline.stages.size(); ++i) put(stage_key(outline.stages[i].id), plan.stages[i]);
    for (std::size_t i = 0; i < outline.endings.size(); ++i) put(ending_key(outline.endings[i].id), plan.endings[i]);
}

void measure_plan(MapPlan& plan) {
    plan.left = plan.right = plan.end.x;
    plan.top = plan.bottom = plan.end.y;
    const auto add = [&](const Spot& spot) {
        plan.left = std::min(plan.left, spot.x - map_node_width / 2);
        plan.right = std::max(plan.right, spot.x + map_node_width / 2);
        plan.top = std::min(plan.top, spot.y - map_node_height / 2);
        plan.bottom = std::max(plan.bottom, spot.y + map_node_height / 2);
    };
    for (const Spot& spot : plan.stages) add(spot);
    for (const Spot& spot : plan.endings) add(spot);
}

std::string places_file(const std::string& scenario_file) {
    return std::filesystem::path(scenario_file).replace_extension(".places").string();
}

}  // namespace

std::string stage_key(const std::string& id) { return "stage:" + id; }
std::string ending_key(const std::string& id) { return "ending:" + id; }

MapPlan lay_out_map(const Outline& outline, const HandPlaces& by_hand) {
    DotGraph graph;
    std::vector<Agnode_t*> stages;
    std::vector<Agnode_t*> endings;
    for (std::size_t i = 0; i < outline.stages.size(); ++i) stages.push_back(graph.node("s" + std::to_string(i)));
    Agnode_t* end = graph.node("end", map_node_height, map_node_height / 2);
    for (std::size_t i = 0; i < outline.endings.size(); ++i) endings.push_back(graph.node("e" + std::to_string(i)));
    for (std::size_t i = 0; i < stages.size(); ++i)
        for (const OutlineWay& way : outline.stages[i].ways)
            graph.edge(stages[i], way.to < 0 ? end : stages[static_cast<std::size_t>(way.to)],
                       way.kind == OutlineWay::Kind::next && !way.guarded ? "8" : "1");
    // Two in a row: a map is read in a column, and endings side by side would make it as wide as there are of them.
    for (std::size_t i = 0; i < endings.size(); ++i) {
        graph.edge(end, endings[i], "1", 1 + i / 2);
        if (i >= 2) graph.edge(endings[i - 2], endings[i], "20");  // keeps the two columns straight
    }
    graph.lay_out();
    MapPlan plan;
    for (Agnode_t* stage : stages) plan.stages.push_back(DotGraph::spot(stage));
    for (Agnode_t* ending : endings) plan.endings.push_back(DotGraph::spot(ending));
    plan.end = DotGraph::spot(end);
    put_by_hand(plan, outline, by_hand);
    measure_plan(plan);
    return plan;
}

Result<HandPlaces> read_places(const std::string& scenario_file) {
    const std::string file = places_file(scenario_file);
    std::error_code unimportant;
    if (!std::filesystem::exists(file, unimportant)) return HandPlaces{};
    const Result<JsonDocument> document = load_json(file);
    if (!document) return tl::unexpected(document.error());
    HandPlaces places;
    const Tree root = read_tree(document->root);
    for (const Tree::Member& member : root["places"].members())
        places[member.key] = {static_cast<float>(member.value["x"].number()),
                              static_cast<float>(member.value["y"].number())};
    return places;
}

Result<void> write_places(const std::string& scenario_file, const HandPlaces& places) {
    const std::string file = places_file(scenario_file);
    if (places.empty()) {
        std::error_code unimportant;
        std::filesystem::remove(file, unimportant);
        return {};
    }
    nlohmann::ordered_json out = {{"format", "huashu-places"}, {"version", 1}};
    nlohmann::ordered_json& spots = out["places"] = nlohmann::ordered_json::object();
    for (const auto& [key, spot] : places)
        spots[key] = {{"x", static_cast<int>(spot.x)}, {"y", static_cast<int>(spot.y)}};
    return replace_file(file, out.dump(1) + "\n");
}

}  // namespace huashu::app
