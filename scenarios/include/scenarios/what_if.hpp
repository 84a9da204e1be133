// Practice with hindsight: one reply of a talk is changed, the others are said again, and the two talks are compared.
// And what can still be had of a saved talk that its scenario, changed since, no longer takes whole.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scenarios/session.hpp"

namespace huashu::scenarios {

/// One turn of both talks, side by side. A talk that has ended has no more of them.
struct TurnPair {
    struct Side {
        std::string stage;
        Input input;
        int score = 0;  ///< of the reply
        Mood after;
        std::vector<std::string> told;  ///< facts told in answer
        bool operator==(const Side&) const = default;
    };
    std::optional<Side> before, after;
    bool replaced = false;  ///< those words were not offered any more: another choice of their quality was said
    [[nodiscard]] bool differs() const { return before != after; }
};

/// What became of a talk.
struct TalkOutcome {
    std::vector<Mood> course;  ///< at the start and after each turn
    int score = 0;             ///< 0..100
    bool has_critical = false;
    std::optional<Ending> ending;  ///< none: the replies ran out before it was over
};

struct WhatIf {
    std::size_t turn = 0;           ///< the one that was changed, from 0
    std::string said;               ///< the words that were said there instead
    std::vector<OwnerLine> answer;  ///< what the owner says to them
    std::vector<TurnPair> turns;    ///< all, also those before it
    TalkOutcome before, after;
    std::size_t kept = 0;      ///< later replies that could be said as they were
    std::size_t replaced = 0;  ///< choices whose words were not offered any more
    std::size_t unsaid = 0;    ///< replies that the changed talk ended before
};

/// `input` instead of the one at `turn`. What is typed is said again as it was, and so is a choice where the same words
/// are on offer. Else one of its quality stands in, or the next better, or the next worse: the same letter may name
/// another sentence where the changed talk stands.
/// Error (usage): no such turn, or the changed reply is not offered there; (content): the talk can't be restored.
[[nodiscard]] Result<WhatIf> what_if(const Scenario& scenario, const scoring::Engine& engine, const SavedSession& saved,
                                     std::size_t turn, const Input& input);

/// A talk as far as its scenario still takes it.
struct Rescue {
    Session session;
    std::size_t lost = 0;  ///< inputs that no longer fit, from the first that does not
    std::string why;       ///< empty when nothing was lost
};
/// Error (content): it belongs to another scenario.
[[nodiscard]] Result<Rescue> rescue(const Scenario& scenario, const scoring::Engine& engine, const SavedSession& saved);

}  // namespace huashu::scenarios
