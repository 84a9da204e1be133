// What the live check has to say of a draft (live_check.hpp).
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "scenarios/analysis.hpp"

namespace huashu::app {

struct LiveFinding {
    Level level = Level::error;
    std::string code, text, remedy;
    std::string pointer;  ///< of what it speaks of; "": the whole
};

struct LiveReport {
    enum class Depth : std::uint8_t { loaded, checked, analysed };
    unsigned revision = 0;
    Depth depth = Depth::loaded;
    bool playable = false;              ///< it loads, so it can be played
    std::vector<LiveFinding> findings;  ///< errors first, then in the order of the file
    std::set<std::string> unreached;    ///< stages and endings by their keys in the map (layout.hpp)
    std::optional<scenarios::Analysis> analysis;
};

}  // namespace huashu::app
