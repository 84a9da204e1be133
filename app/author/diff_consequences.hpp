// What the differences between two versions of a scenario come to: which replies are worth more or less, what can and
// can't be reached any more, how the golden plays fare, what the static check says now and did not before.
#pragma once

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "author/impact_plays.hpp"
#include "author/scenario_text.hpp"
#include "scenarios/analysis.hpp"
#include "scenarios/library.hpp"

namespace huashu::app {

/// One side. The text need not stand in the file: `file` names it in messages, and below its folder's `../personas`
/// (or else `personas`) the persona is looked for.
struct ScenarioSide {
    std::string file, text, personas;
    std::shared_ptr<const ContentJson> document;
    std::string format, id, persona;  ///< as the document has them; empty where it has none
    [[nodiscard]] bool is_scenario() const { return format == "huashu-scenario"; }
};
/// Error (content): no JSON.
[[nodiscard]] Result<ScenarioSide> make_scenario_side(const std::string& file, std::string text,
                                                      const std::string& personas);

/// The score by itself (0..100) of a choice, or of a stage's model reply; none: it is not there.
struct ReplyShift {
    std::string stage, choice;  ///< `choice` empty: the model reply
    std::optional<int> before, after;
};

struct EndingFigures {
    std::size_t shortest = 0;  ///< turns
    int worst = 0, best = 0;   ///< scores
    bool operator==(const EndingFigures&) const = default;
};

/// None: no play by choices that was looked at ends there.
struct EndingShift {
    std::string ending;
    std::optional<EndingFigures> before, after;
};

struct PlayShift {
    std::string play;
    std::optional<PlayedThrough> before, after;
    std::string why;  ///< it can't be played any more
};

/// What all plays by choices come to.
struct ScenarioWorth {
    bool exact = false;
    int worst = 0, best = 0;
    std::optional<std::size_t> no_return;         ///< the earliest turn after which no play passes
    std::optional<std::size_t> gentle_no_return;  ///< the same without a choice labelled bad
    bool operator==(const ScenarioWorth&) const = default;
};

struct Consequences {
    bool loads_before = true, loads_after = true;
    std::optional<ScenarioWorth> before, after;  ///< none: not searched, or it does not load
    std::vector<ReplyShift> replies;             ///< only those that differ, as all the following
    std::vector<EndingShift> endings;
    std::vector<PlayShift> plays;
    Diagnostics appeared, gone;  ///< of loading and of the static check
    [[nodiscard]] bool none() const;
};

/// `search`: look at all plays by choices too, which takes seconds; nothing: don't. Once it is stopped, what it returns
/// is of no use.
[[nodiscard]] Consequences consequences_of(const ScenarioSide& before, const ScenarioSide& after,
                                           const scoring::Engine& engine,
                                           const std::optional<scenarios::AnalysisLimits>& search);

}  // namespace huashu::app
