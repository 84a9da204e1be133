// A person plays a scenario in the terminal, on record: numbered choices and typed replies, the debrief, rewinding.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "play/attempt.hpp"
#include "play/page.hpp"
#include "terminal/line_input.hpp"

namespace huashu::app {

/// What the play goes on with; everything outlives it.
struct PlayTable {
    const Page& page;
    const scoring::Engine& engine;
    Records& records;
    LineInput& lines;
    std::function<Result<void>(std::string_view)> print;
};

/// Offers to go on with an unfinished attempt at the scenario, plays to the end or until the person leaves, and then
/// shows the scorecard and offers to rewind or to play again. `seed`: none: by chance.
/// A turn that can't be recorded is told and can be given again. Errors: the output can't be written, the records can't
/// be read.
[[nodiscard]] Result<void> play_in_terminal(const PlayTable& table, const scenarios::Scenario& scenario,
                                            std::optional<std::uint64_t> seed);

}  // namespace huashu::app
