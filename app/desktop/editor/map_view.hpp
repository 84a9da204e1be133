// What the map shows: nodes and ways with their places, signs and colours by meaning. Pixels are the screen's affair.
#pragma once

#include <string>
#include <vector>

#include "desktop/editor/author_state.hpp"
#include "desktop/views/speech.hpp"

namespace huashu::desktop {

struct MapNode {
    enum class Kind : std::uint8_t { stage, ending, end };
    Kind kind = Kind::stage;
    std::string pointer, key, title, mark, id;  ///< mark: the step's number or sign
    std::string rank;                           ///< of an ending
    app::Spot spot;
    bool start = false, any_time = false, unreached = false, by_hand = false;
    int errors = 0, warnings = 0;
    int reached_per_cent = -1;  ///< of the robots' plays; -1: not known
    std::string reached{};      ///< that, and what those plays came to on average
};

struct MapWay {
    std::size_t from = 0, to = 0;  ///< nodes
    app::OutlineWay::Kind kind = app::OutlineWay::Kind::next;
    bool guarded = false;
};

struct MapView {
    std::vector<MapNode> nodes;  ///< stages, endings, the end; as in the outline
    std::vector<MapWay> ways;
    float left = 0, top = 0, right = 0, bottom = 0;
};

[[nodiscard]] MapView make_map_view(const AuthorDesk& desk, const Speech& speech);

}  // namespace huashu::desktop
