// The golden plays of a scenario, and what a play comes to when it is played.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "author/scenario_text.hpp"
#include "scenarios/session.hpp"

namespace huashu::app {

struct GoldenPlay {
    std::string id;
    std::vector<scenarios::Input> inputs;
    scenarios::History history;
};

/// Of a scenario's document, in its order. What is no play there is left out.
[[nodiscard]] std::vector<GoldenPlay> golden_plays(const ContentJson& scenario);

struct PlayedThrough {
    int score = 0;       ///< of the conversation, 0..100
    std::string ending;  ///< empty: the talk goes on
    bool operator==(const PlayedThrough&) const = default;
};

/// Error (content): an input that the scenario does not take; says at which turn.
[[nodiscard]] Result<scenarios::Session> play_through(const scenarios::Scenario& scenario,
                                                      const scoring::Engine& engine, const GoldenPlay& play);
[[nodiscard]] PlayedThrough outcome_of(const scenarios::Session& session);

}  // namespace huashu::app
