#include "scenarios/trace.hpp"

#include "run/retracing.hpp"

namespace huashu::scenarios {

std::vector<TurnTrace> trace_of(const Session& session, const scoring::Engine& engine) {
    Retracing talk(session, engine);
    std::vector<TurnTrace> traces;
    for (std::size_t i = 0; i < session.turns().size(); ++i) {
        TurnTrace& trace = traces.emplace_back();
        Outcome outcome;
        outcome.asked = &trace.rules;
        talk.go(talk.hear(i), i, outcome);
        trace.stuck = outcome.stuck;
    }
    return traces;
}

}  // namespace huashu::scenarios
