// Everything that can be said about content without a person reading it: it loads, its examples and golden plays hold,
// its scenarios lead somewhere.
#pragma once

#include <string>

#include "check/gather.hpp"
#include "scoring/quality.hpp"

namespace huashu::app {

struct CheckReport {
    Diagnostics diagnostics;  ///< sorted by place, each once
    int rules = 0, scenarios = 0, personas = 0;
    std::vector<scoring::MutationTally> mutations;  ///< of the packs, where quality was asked for
    [[nodiscard]] int errors() const;
    [[nodiscard]] int warnings() const;
};

/// `engine` judges the scenarios and lends its word lists; `personas`: where scenarios find theirs when there is no
/// folder ../personas beside them. With `quality` also what is doubtful about the packs (scoring/quality.hpp), whose
/// ordinary words stand in their ordinary.txt.
[[nodiscard]] CheckReport check(const Gathered& gathered, const scoring::Engine& engine, const std::string& personas,
                                bool quality = false);

}  // namespace huashu::app
