// Which rules of the packs a library of scenarios brings into play: what its choices, model replies and golden plays
// break, do and are rewarded for. A rule that no scenario triggers is one that nobody learns; an act that none rewards
// is a phrase that nobody practises.
#pragma once

#include <array>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "scenarios/scenario.hpp"

namespace huashu::scenarios {

struct LibraryCoverage {
    /// By rule: the scenarios in which it found something, recognised an act, was met as a requirement, or, a context,
    /// kept another rule from speaking.
    std::map<std::string, std::set<std::string>> rules;
    /// By act: the scenarios in which a best choice or a model reply earned it.
    std::array<std::set<std::string>, scoring::act_count> acts;
    /// By forbidden family: the scenarios in which some choice or play broke it.
    std::array<std::set<std::string>, scoring::family_count> families;
    /// Requirements that are asked only of a reply of which no step is known: no scenario can meet them, for each of
    /// its stages has one.
    std::set<std::string> beside;
    int replies = 0;  ///< that were judged
};

/// Golden plays are played with seed 1, as their check does.
[[nodiscard]] LibraryCoverage coverage_of(const std::vector<Scenario>& scenarios, const scoring::Engine& engine);

}  // namespace huashu::scenarios
