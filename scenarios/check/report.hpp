// What every check of a scenario shares.
#pragma once

#include <atomic>
#include <string>

#include "model/scenario_data.hpp"
#include "scoring/engine.hpp"
#include "scoring/json_reader.hpp"

namespace huashu::scenarios {

/// Golden plays are played with it; it decides wordings only.
inline constexpr std::uint64_t golden_seed = 1;

struct Check {
    const Scenario& scenario;
    const ScenarioData& data;
    const scoring::Engine& engine;
    Diagnostics& problems;
    const std::atomic<bool>* stop = nullptr;  ///< true: what is found is no longer wanted

    [[nodiscard]] bool stopped() const { return stop != nullptr && stop->load(std::memory_order_relaxed); }

    void report(std::size_t offset, std::string code, std::string text, std::string remedy = {},
                Level level = Level::error) const {
        problems.push_back(diagnose(*data.source, offset, std::move(code), std::move(text), std::move(remedy), level));
    }
};

/// What the plays of a scenario have met.
struct Coverage {
    explicit Coverage(const ScenarioData& data)
        : stages(data.stages.size()),
          endings(data.endings.size()),
          facts(data.facts.size()),
          events(data.events.size()),
          lines(static_cast<std::size_t>(data.slot_count)) {}

    std::vector<bool> stages, endings, facts, events;
    std::vector<bool> lines;  ///< by slot of variants
};

/// Runs the golden plays; marks what they meet.
void check_plays(const Check& check, Coverage& coverage);
/// Quality labels and model replies against the packs.
void check_words(const Check& check);
/// Whether each stage can be led to and can lead to the end. Marks as met those that can't be led to, so that they are
/// reported once.
void check_ways_out(const Check& check, Coverage& coverage);
/// Stages, endings, facts and events that no play reaches.
void check_reach(const Check& check, Coverage& coverage);
/// Whether the record that the scenario asks for can be had by playing.
void check_record(const Check& check);
/// Conditions on the past in a scenario without one.
void check_past(const Check& check);
/// Over a library: what scenarios of one household say of each other.
void check_households(const std::vector<Scenario>& scenarios, const scoring::Engine& engine, Diagnostics& problems);
/// Guarded lines that nothing typed is needed for, and yet no play speaks. Ask after check_plays and check_reach.
void check_lines(const Check& check, const Coverage& coverage);
/// Reactions, lines and ways that can never come about, whatever is chosen or typed.
void check_dead_rules(const Check& check);
/// Whether the best choices lead to the best ending, and a worse choice never to more points.
void check_rewards(const Check& check);

}  // namespace huashu::scenarios
