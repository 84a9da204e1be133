// What a scenario can come to: the best and the worst score, of the whole and of each ending, each with a play that
// shows it; how short a play to each ending can be; and from where on a pass is out of reach.
//
// Plays by choices only: what people type has no limits. Exact unless it says otherwise: a real scenario has some
// hundred thousand states that differ in their future, which takes seconds; with fewer states allowed the figures are
// those of the plays that were found.
#pragma once

#include <atomic>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/session.hpp"

namespace huashu::scenarios {

struct AnalysisLimits {
    std::size_t most_states = 3'000'000;
    const std::atomic<bool>* stop = nullptr;  ///< true: it ends soon, and says so by being inexact
};

/// A play and what it comes to; Session::restore plays it again.
struct AnalysedPlay {
    int score = 0;
    std::string ending;
    std::vector<Input> inputs;
};

struct EndingReach {
    std::string ending;
    std::size_t shortest = 0;  ///< turns of the shortest play that ends here
    AnalysedPlay best, worst;
};

/// The earliest turn after which no continuation passes.
struct NoReturn {
    AnalysedPlay play;      ///< up to and with that turn; score: the most that can still be reached
    bool critical = false;  ///< because of a critical finding, which fails by itself
};

/// A choice that breaks a rule and still leaves more points to be had than a clearly better one beside it.
struct RudenessPays {
    AnalysedPlay play;  ///< up to that turn; score: the most that the worse choice can still come to
    std::string stage, worse, better;
    int better_score = 0;  ///< the most that the better one can come to
};

struct Analysis {
    bool exact = false;
    std::size_t states = 0;
    AnalysedPlay best, worst;
    std::vector<EndingReach> endings;  ///< those reached, in the order of the file; "left" last
    /// Known only when exact.
    std::optional<NoReturn> no_return;         ///< of all plays
    std::optional<NoReturn> gentle_no_return;  ///< of plays without a choice labelled bad: a trap, when it comes early
    std::vector<RudenessPays> rudeness_pays;   ///< each worse choice once, with the shortest play to it
};

/// What an exact analysis shows to be wrong: a pass out of reach within two turns without a choice labelled bad, a best
/// score that is not to be had in an ending of rank best,
/// rudeness that pays in any play.
[[nodiscard]] Diagnostics check_analysis(const Scenario& scenario, const Analysis& analysis);

/// Golden plays that hold by a hair: turns that would go another way, and bounds that would be missed, were the mood or
/// the score but `points` away. A change of the rules moves both; such a play is the first that it breaks. Warnings.
[[nodiscard]] Diagnostics check_margins(const Scenario& scenario, const scoring::Engine& engine, int points = 2);

[[nodiscard]] Analysis analyse(const Scenario& scenario, const scoring::Engine& engine,
                               const AnalysisLimits& limits = {});

}  // namespace huashu::scenarios
