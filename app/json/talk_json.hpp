// A whole conversation as JSON: for scripts that play and look at what came of it.
#pragma once

#include <optional>
#include <string>

#include "scenarios/record_form.hpp"
#include "scenarios/session.hpp"

namespace huashu::app {

/// One object with a line break: "scenario", "seed", "opening", "turns", "ended", "ending"?, "score", "dimensions",
/// "ledger", "memories"?, "record"?. Points are hundredths; turns count from 1.
[[nodiscard]] std::string talk_json(const scenarios::Session& session,
                                    const std::optional<scenarios::RecordForm>& form = std::nullopt,
                                    const scenarios::RecordScore& score = {});

}  // namespace huashu::app
