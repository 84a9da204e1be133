// Loading: a scenario with its persona, or every scenario of a folder.
//
// Strict: unknown keys, wrong types, jumps to nowhere, missing reactions are errors with their place,
// and all of them are reported. A scenario with an error is left out; the others stand.
#pragma once

#include <string>
#include <vector>

#include "scenarios/scenario.hpp"

namespace huashu::scenarios {

/// `personas`: the folder of personas; empty: `../personas` beside the scenario's own folder.
/// The engine lends its word lists. Play and check a scenario with the engine that it was loaded with: each choice is
/// judged once, when it is first met, and its verdict is kept with the scenario.
[[nodiscard]] Result<Loaded<std::vector<Scenario>>> load_library(const std::string& folder,
                                                                 const scoring::Engine& engine,
                                                                 const std::string& personas = {});

/// Error: the file has errors (all of them are in the Error).
[[nodiscard]] Result<Scenario> load_scenario(const std::string& file, const scoring::Engine& engine,
                                             const std::string& personas = {});

/// All that is wrong with a persona's file by itself. Empty: it is sound.
[[nodiscard]] Diagnostics check_persona(const std::string& file, const scoring::Engine& engine);

/// The same for a text that stands in no file yet, as in an editor; `file` is its name in messages, and with its id.
[[nodiscard]] Result<Scenario> parse_scenario(const std::string& file, std::string text, const scoring::Engine& engine,
                                              const std::string& personas);

/// What `huashu check` reports beyond loading: golden plays, choices that do not score as labelled, model replies below
/// 90, stages and endings that cannot be reached.
[[nodiscard]] Diagnostics check_scenario(const Scenario& scenario, const scoring::Engine& engine);

/// The same for each of them, side by side on all cores; in their order.
[[nodiscard]] std::vector<Diagnostics> check_scenarios(const std::vector<Scenario>& scenarios,
                                                       const scoring::Engine& engine);

/// Checks on the library as a whole: the best choice given away by place, length or wording.
[[nodiscard]] Diagnostics check_library(const std::vector<Scenario>& scenarios, const scoring::Engine& engine);

}  // namespace huashu::scenarios
