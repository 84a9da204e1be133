// Where the stages and endings of a map stand: laid out by Graphviz (dot), except for those that the author has put
// somewhere by hand. Takes milliseconds for a usual scenario and longer for a thousand stages, so an editor asks for it
// in the background.
//
// What was placed by hand is kept beside the scenario, in ID.places: the format of scenarios knows nothing of maps.
#pragma once

#include <map>
#include <string>

#include "author/layout_outline.hpp"

namespace huashu::app {

/// The middle of a node, in points; x to the right, y down.
struct Spot {
    float x = 0, y = 0;
    bool operator==(const Spot&) const = default;
};

inline constexpr float map_node_width = 184, map_node_height = 60;

/// By "stage:ID" and "ending:ID".
using HandPlaces = std::map<std::string, Spot>;
[[nodiscard]] std::string stage_key(const std::string& id);
[[nodiscard]] std::string ending_key(const std::string& id);

struct MapPlan {
    std::vector<Spot> stages, endings;  ///< as in the outline
    Spot end;                           ///< where the talks that are played to their end come together
    float left = 0, top = 0, right = 0, bottom = 0;
};

/// The same outline and places give the same plan. For one thread at a time: Graphviz keeps a state of its own.
[[nodiscard]] MapPlan lay_out_map(const Outline& outline, const HandPlaces& by_hand);

/// A missing file is no places. Error (content): it can't be understood, which is no reason to refuse the scenario.
[[nodiscard]] Result<HandPlaces> read_places(const std::string& scenario_file);
/// No places: the file goes away.
[[nodiscard]] Result<void> write_places(const std::string& scenario_file, const HandPlaces& places);

}  // namespace huashu::app
