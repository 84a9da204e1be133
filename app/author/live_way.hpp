// "Show me how to get there": a play that comes to a stage or an ending of a draft.
#pragma once

#include <string>
#include <vector>

#include "author/document_tree.hpp"
#include "scenarios/session.hpp"

namespace huashu::app {

/// The shortest of some thousand plays by choices that comes to the stage or ending at `pointer`, up to there. Empty:
/// none of them does; a rare way may be missed. Error (content): the draft can't be played yet.
[[nodiscard]] Result<std::vector<scenarios::Input>> way_to(const Tree& root, const std::string& file,
                                                           const scoring::Engine& engine, const std::string& personas,
                                                           const std::string& pointer);
/// The mood that the scenario begins in.
[[nodiscard]] scenarios::Mood file_mood(const Tree& root);

}  // namespace huashu::app
