// A conversation as text: its opening, each turn with findings, acts and mood, the facts noted. Shared by everything
// that plays in a terminal.
#pragma once

#include <string>

#include "play/page.hpp"
#include "scenarios/session.hpp"

namespace huashu::app {

/// Title, what one knows beforehand, and what the owner says first.
[[nodiscard]] std::string opening_text(const Page& page, const scenarios::Session& session);

/// One turn: the reply with its findings marked, what it did and lacked, its score, the mood, what the owner then said.
/// `number` counts from 1.
[[nodiscard]] std::string turn_text(const Page& page, const scenarios::Session& session, const scenarios::Turn& turn,
                                    int number);

/// The facts told so far, and how many there are.
[[nodiscard]] std::string facts_text(const Page& page, const scenarios::Session& session);

/// "anger ███████░░░ 70 (+6)   trust …" with the changes since `before`.
[[nodiscard]] std::string mood_text(const Page& page, const scenarios::Mood& before, const scenarios::Mood& after);

}  // namespace huashu::app
