// One turn of a talk: a pure function of scenario, state and reply.
//
// In this order: what the reply did to the mood; facts; the choice's answer or the first reaction that fits; an event;
// endings that may come at any time; goals, being stuck, the way on; endings at the end, or the first words
// of the next stage. What is spoken comes out in the order in which it is heard: the answer before the facts.
#pragma once

#include "run/holds.hpp"
#include "run/state.hpp"
#include "scenarios/trace.hpp"

namespace huashu::scenarios {

struct Change {
    enum class Cause : std::uint8_t { act, family, input, choice, reaction, event, stuck, bound, range, memory, days };
    Cause cause = Cause::act;
    int index = 0;                    ///< of the act, family or input
    const std::string* id = nullptr;  ///< of the choice, reaction, event or memory
    Delta delta;
};

struct Spoken {
    OwnerLine::Why why = OwnerLine::Why::reaction;
    const std::string* text = nullptr;
    const std::string* from = nullptr;
};

/// What a turn brought. Texts and ids point into the scenario. Reuse one: begin_outcome keeps its memory.
struct Outcome {
    std::vector<Change> changes;
    std::vector<Spoken> spoken;
    std::vector<int> told;
    Mood before, after;
    bool stuck = false;
    std::vector<AskedRule>* asked = nullptr;  ///< where to note each condition that is asked; null: nowhere
};

/// The first words; call once on an initial state. `wording` null: the first variant of everything (for searches).
void open_talk(const ScenarioData& data, State& state, Wording* wording, ScoreSource& score, Outcome& out);

/// `state` must be talking. Afterwards `out.after` is its mood and equals `out.before` plus all changes.
void step(const ScenarioData& data, State& state, Wording* wording, const Reply& reply, ScoreSource& score,
          Outcome& out);

[[nodiscard]] std::string name_of_cause(const Change& change);
[[nodiscard]] inline MoodChange written_change(const Change& change) {
    return {name_of_cause(change), change.delta.anger, change.delta.trust, change.delta.patience};
}
[[nodiscard]] inline OwnerLine written_line(const Spoken& spoken) { return {spoken.why, *spoken.text, *spoken.from}; }

}  // namespace huashu::scenarios
