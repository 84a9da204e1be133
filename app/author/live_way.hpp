// "Show me how to get there": a play that comes to a stage or an ending of a draft.
#pragma once

#include <atomic>
#include <optional>
#include <string>
#include <vector>

#include "author/document_tree.hpp"
#include "scenarios/session.hpp"

namespace huashu::app {

using Way = std::vector<scenarios::Input>;

/// A play that comes to the stage, ending, choice, fact, event or line at `pointer` (or that holds it), up to there:
/// the shortest by choices, else that of a golden play; empty: met at the opening. Nothing: none is known. Error
/// (content): the draft can't be played yet, or it was stopped.
[[nodiscard]] Result<std::optional<Way>> way_to(const Tree& root, const std::string& file,
                                                const scoring::Engine& engine, const std::string& personas,
                                                const std::string& pointer, const std::atomic<bool>& stop);
/// The mood that the scenario begins in.
[[nodiscard]] scenarios::Mood file_mood(const Tree& root);

}  // namespace huashu::app
