// The way into an Engine for the parts of scoring that need its program (scorecard, explanation, examples) and for
// tests.
#pragma once

#include "judge/program.hpp"
#include "scoring/engine.hpp"

namespace huashu::scoring {

struct EngineAccess {
    [[nodiscard]] static const Program& program(const Engine& engine);
};

}  // namespace huashu::scoring
