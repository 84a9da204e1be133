#include "author/layout.hpp"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "author/replace_file.hpp"
#include "works/works.hpp"

namespace huashu::app {
namespace {

/// The nodes: stages, the end of the talk, endings.
MapDrawing drawing_of(const Outline& outline) {
    MapDrawing out;
    const std::size_t end = outline.stages.size();
    for (std::size_t i = 0; i < end; ++i)
        out.nodes.push_back({"s" + std::to_string(i), map_node_width, map_node_height});
    out.nodes.push_back({"end", map_node_height, map_node_height / 2});
    for (std::size_t i = 0; i < outline.endings.size(); ++i)
        out.nodes.push_back({"e" + std::to_string(i), map_node_width, map_node_height});
    for (std::size_t i = 0; i < end; ++i)
        for (const OutlineWay& way : outline.stages[i].ways)
            out.lines.push_back({i, way.to < 0 ? end : static_cast<std::size_t>(way.to),
                                 way.kind == OutlineWay::Kind::next && !way.guarded ? 8 : 1, 1});
    // Two in a row: a map is read in a column, and endings side by side would make it as wide as there are of them.
    for (std::size_t i = 0; i < outline.endings.size(); ++i) {
        out.lines.push_back({end, end + 1 + i, 1, 1 + i / 2});
        if (i >= 2) out.lines.push_back({end + i - 1, end + 1 + i, 20, 1});  // keeps the two columns straight
    }
    return out;
}

/// One below the other: where the library that lays maps out is missing, the author moves them by hand.
std::vector<MapDrawing::Middle> in_a_column(const MapDrawing& drawing) {
    std::vector<MapDrawing::Middle> out(drawing.nodes.size());
    for (std::size_t i = 1; i < out.size(); ++i) out[i].y = out[i - 1].y + map_node_height * 1.75f;
    return out;
}

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
    const MapDrawing drawing = drawing_of(outline);
    const Result<const Works*> all = works();
    const std::vector<MapDrawing::Middle> middles = all ? (*all)->lay_out(drawing) : in_a_column(drawing);
    std::vector<Spot> spots;
    for (const MapDrawing::Middle& middle : middles) spots.push_back({middle.x, middle.y});
    const auto end = spots.begin() + static_cast<std::ptrdiff_t>(outline.stages.size());
    MapPlan plan;
    plan.stages.assign(spots.begin(), end);
    plan.end = *end;
    plan.endings.assign(end + 1, spots.end());
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
