// An Analysis for people at a terminal and, as JSON, for other programs.
#pragma once

#include <string>

#include "analysis/analysis.hpp"
#include "play/page.hpp"

namespace huashu::app {

/// Figures that rest on too few are shown as "–", with a line that says how many it takes.
[[nodiscard]] std::string to_text(const Analysis& analysis, const Page& page);

/// One object. Figures that rest on too few are null; "minimum" says how many it takes.
[[nodiscard]] std::string to_json(const Analysis& analysis);

}  // namespace huashu::app
