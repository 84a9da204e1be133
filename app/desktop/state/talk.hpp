// A conversation as a value: what screens show of a Session. Screens never hold a Session; after each turn the
// backstage takes a new Talk from it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "play/hints.hpp"
#include "scenarios/session.hpp"

namespace huashu::desktop {

struct Talk {
    std::string attempt_id;  ///< empty: nothing is kept
    scenarios::ScenarioCard card;
    std::vector<scenarios::OwnerLine> opening;
    std::vector<scenarios::Turn> turns;
    scenarios::Mood initial, mood;
    std::string stage_id, stage_title;
    scoring::Step step = scoring::Step::unknown;
    std::string model_reply;  ///< of the present stage
    std::vector<scenarios::Choice> choices;
    std::vector<scenarios::FactNote> facts;
    std::optional<scenarios::Ending> ending;  ///< set: it is over
    scoring::Scorecard scorecard;
    std::optional<int> seconds_for_reply;  ///< none: the owner waits as long as it takes
    std::vector<app::HintTaken> hints;     ///< taken so far, by turn
    int pass_mark = 80;
    unsigned revision = 0;  ///< another one: another content. Views are made again only then.
};

/// What the conversation is worth: the scorecard's score less what hints cost.
[[nodiscard]] int score_of(const Talk& talk);

/// Everything but attempt_id, hints, pass_mark and revision.
[[nodiscard]] Talk talk_of(const scenarios::Session& session);

/// The new mood minus the one before the last turn; zeros before the first.
[[nodiscard]] scenarios::Mood last_change(const Talk& talk);

}  // namespace huashu::desktop
