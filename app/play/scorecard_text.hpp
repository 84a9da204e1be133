// How a conversation ended and what it was worth, as text.
#pragma once

#include <string>

#include "play/page.hpp"
#include "scenarios/session.hpp"

namespace huashu::app {

/// The ending, the score against the pass mark, each dimension, and every line of the ledger: they add up to the score.
/// A conversation that has not ended is said to be unfinished.
[[nodiscard]] std::string scorecard_text(const Page& page, const scenarios::Session& session, int pass_mark);

}  // namespace huashu::app
