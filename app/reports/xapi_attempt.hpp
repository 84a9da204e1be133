// The statements of one talk: one for each reply, one for its dimensions, one with its result.
#pragma once

#include <string>

#include "desktop/views/speech.hpp"
#include "reports/facts.hpp"

namespace huashu::app::xapi {

/// JSON Lines.
[[nodiscard]] std::string attempt_statements(const AttemptFacts& attempt, const std::string& site,
                                             const desktop::Speech& speech);

}  // namespace huashu::app::xapi
