// A whole conversation as JSON: for scripts that play and look at what came of it.
#pragma once

#include <string>

#include "scenarios/session.hpp"

namespace huashu::app {

/// One object with a line break: "scenario", "seed", "opening", "turns", "ended", "ending"?, "score", "dimensions",
/// "ledger". Points are hundredths; turns count from 1.
[[nodiscard]] std::string talk_json(const scenarios::Session& session);

}  // namespace huashu::app
