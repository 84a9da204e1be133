// The way to a single part of a scenario: for an author who wants to see one line, one ending, one event come about.
#pragma once

#include <string>
#include <vector>

#include "json/json_writer.hpp"
#include "play/page.hpp"
#include "scenarios/witness.hpp"

namespace huashu::app {

struct WaysTo {
    std::string scenario;
    bool gave_up = false;  ///< the search met its limit before it met them all
    std::size_t states = 0;
    std::vector<scenarios::Witness> parts;  ///< those meant; empty: the scenario has none such
};

/// `wanted`: an id as the check prints it ("solve", "solve/b"), the number of its line in the file, or the first words
/// of what the owner says.
[[nodiscard]] WaysTo ways_to(const std::string& wanted, const scenarios::Scenario& scenario,
                             const scoring::Engine& engine);

/// A line for each part, with a play that `huashu play --replies` takes.
[[nodiscard]] std::string ways_text(const Page& page, const std::vector<WaysTo>& ways);
/// A list: [{"scenario","gave_up","states","parts"}].
void write_ways(JsonWriter& json, const std::vector<WaysTo>& ways);
/// {"sort","id","line","turns"?,"replies"?,"golden_play"?}; neither: no play is known that meets it.
void write_part(JsonWriter& json, const scenarios::Witness& part);
/// As a line of a file of replies (replies_file.hpp).
[[nodiscard]] std::string spelled(const std::vector<scenarios::Input>& inputs);

}  // namespace huashu::app
