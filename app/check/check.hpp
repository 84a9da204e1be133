// Everything that can be said about content without a person reading it: it loads, its examples and golden plays hold,
// its scenarios lead somewhere.
#pragma once

#include <string>

#include "check/gather.hpp"
#include "scoring/engine.hpp"

namespace huashu::app {

struct CheckReport {
    Diagnostics diagnostics;  ///< sorted by place, each once
    int rules = 0, scenarios = 0, personas = 0;
    [[nodiscard]] int errors() const;
    [[nodiscard]] int warnings() const;
};

/// `engine` judges the scenarios and lends its word lists; `personas`: where scenarios find theirs when there is no
/// folder ../personas beside them.
[[nodiscard]] CheckReport check(const Gathered& gathered, const scoring::Engine& engine, const std::string& personas);

}  // namespace huashu::app
