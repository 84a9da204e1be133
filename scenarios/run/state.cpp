#include "run/state.hpp"

namespace huashu::scenarios {

State initial_state(const ScenarioData& data) {
    State state;
    state.mood = data.mood;
    state.stage = data.start;
    state.told = SmallBytes(data.facts.size());
    state.variables = SmallBytes(data.variables.size());
    state.fired = SmallBytes(static_cast<std::size_t>(data.once_count));
    state.visits = SmallBytes(data.stages.size());
    return state;
}

int turn_bound(const ScenarioData& data) {
    int turns = 0;
    for (const StageData& stage : data.stages) turns += stage.turns;
    return turns * most_visits_of_a_stage;
}

bool is_offered(const StageData& stage, const State& state, std::size_t choice) {
    const std::uint32_t all = (1u << stage.choices.size()) - 1;
    return state.used_choices == all || (state.used_choices >> choice & 1u) == 0;
}

}  // namespace huashu::scenarios
