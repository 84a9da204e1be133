// Everything that can be said about content without a person reading it: it loads, its examples and golden plays hold,
// its scenarios lead somewhere.
#pragma once

#include <string>

#include "check/deep.hpp"
#include "check/gather.hpp"
#include "check/ways.hpp"
#include "scoring/quality.hpp"

namespace huashu::app {

/// What is looked at beyond what must hold.
struct CheckDepth {
    bool quality = false;  ///< what is doubtful about packs (scoring/quality.hpp); ordinary words: their ordinary.txt
    bool deep = false;     ///< every play of a scenario by choices: seconds for each
    std::string way_to;    ///< a part of a scenario (ways.hpp), to which a shortest play is wanted; empty: none
};

struct CheckReport {
    Diagnostics diagnostics;  ///< sorted by place, each once
    int rules = 0, scenarios = 0, personas = 0;
    std::vector<scoring::MutationTally> mutations;  ///< of the packs, where quality was asked for
    std::vector<AnalysedScenario> analysed;         ///< of the scenarios, when depth was asked for
    std::vector<WaysTo> ways;  ///< of the scenarios that have such a part, when ways were asked for
    [[nodiscard]] int errors() const;
    [[nodiscard]] int warnings() const;
};

/// `engine` judges the scenarios and lends its word lists; `personas`: where scenarios find theirs when there is no
/// folder ../personas beside them.
[[nodiscard]] CheckReport check(const Gathered& gathered, const scoring::Engine& engine, const std::string& personas,
                                const CheckDepth& depth = {});

}  // namespace huashu::app
